// The first presigned URL as the AWS SDK's documentation makes it.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { upload } from './upload.ts'

export function create() {
  return async () => {
    const { region, credentials, bucket, key } = upload
    const client = new S3Client({ region, credentials, requestChecksumCalculation: 'WHEN_REQUIRED' })
    const command = new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: 'text/plain' })
    const url = await getSignedUrl(client, command, { expiresIn: 900, signableHeaders: new Set(['content-type']) })
    return { statusCode: 200, body: url }
  }
}
