// The signer of URLs: a bundle of its own, which the first use loads.
export { S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
