// S3: what every bucket has in common, the access logs, the case files and the sample data.
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  type BucketProps,
  type IBucket,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { removalPolicyOf } from './retention.ts'
import type { Stage } from './stages.ts'

const incompleteUploads = { abortIncompleteMultipartUploadAfter: Duration.days(1) }

const closed = (stage: Stage): BucketProps => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: removalPolicyOf(stage),
  autoDeleteObjects: !stage.keepData,
})

/** Its own access is not logged: a log of the log would never end. */
export function createAccessLogs(parent: Construct, stage: Stage): IBucket {
  return createBucket(parent, 'AccessLogs', {
    ...closed(stage),
    lifecycleRules: [{ expiration: Duration.days(90), ...incompleteUploads }],
  })
}

export function createCaseFiles(parent: Construct, stage: Stage, accessLogs: IBucket): IBucket {
  return createBucket(parent, 'CaseFiles', {
    ...closed(stage),
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'case-files/',
    lifecycleRules: [{ id: 'expire', expiration: Duration.days(90), ...incompleteUploads }],
    // Browsers send and fetch files by presigned URLs.
    cors: [
      {
        allowedOrigins: stage.origins,
        allowedMethods: [HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD],
        allowedHeaders: ['content-type', 'content-length'],
        exposedHeaders: ['ETag'],
        maxAge: 3600,
      },
    ],
  })
}

export function createSiteBucket(parent: Construct, id: string, stage: Stage, accessLogs: IBucket): IBucket {
  return createBucket(parent, id, {
    ...closed(stage),
    // All of it comes from this project: it is put there again by the next deployment.
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: `${id}/`,
  })
}

/** Sound: a Bucket is an IBucket; the two only write optional members differently. */
const createBucket = (scope: Construct, id: string, props: BucketProps) => new Bucket(scope, id, props) as IBucket
