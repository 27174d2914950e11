// S3: the settings that all buckets share, and the buckets for access logs, case files and files of this project.
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  type BucketProps,
  type CfnBucket,
  type IBucket,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { largestFile } from '../server/services/case-files.ts'
import { removalPolicyOf } from './retention.ts'
import type { Stage } from './stages.ts'

const incompleteUploads = { abortIncompleteMultipartUploadAfter: Duration.days(1) }

const oneDay = { expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) }

const closed = (stage: Stage): BucketProps => ({
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: removalPolicyOf(stage),
  autoDeleteObjects: !stage.keepData,
})

/** Access to this bucket is not logged: each log entry would cause another one. */
export function createAccessLogs(parent: Construct, stage: Stage): IBucket {
  return createBucket(parent, 'AccessLogs', {
    ...closed(stage),
    lifecycleRules: [{ expiration: Duration.days(90), ...incompleteUploads }],
  })
}

export function createCaseFiles(parent: Construct, stage: Stage, accessLogs: IBucket): IBucket {
  const bucket = new Bucket(parent, 'CaseFiles', {
    ...closed(stage),
    // What was replaced or removed by mistake can be brought back for some days (docs/runbooks/restore.md).
    versioned: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: 'case-files/',
    lifecycleRules: [
      {
        id: 'expire',
        expiration: Duration.days(90),
        noncurrentVersionExpiration: Duration.days(stage.fileVersionDays),
        ...incompleteUploads,
      },
      // The mark of a removed file goes when its last version has gone.
      { id: 'marks', expiredObjectDeleteMarker: true },
      // The upload guard removes such a file at once. This rule removes what the guard has missed.
      { id: 'too-large', ...oneDay, objectSizeGreaterThan: largestFile },
    ],
    // Browsers upload and download files by presigned URLs.
    cors: [
      {
        allowedOrigins: stage.origins,
        allowedMethods: [HttpMethods.PUT, HttpMethods.GET, HttpMethods.HEAD],
        allowedHeaders: ['content-type', 'content-length', 'if-none-match'],
        exposedHeaders: ['ETag'],
        maxAge: 3600,
      },
    ],
  })
  // Safe cast: the construct makes a CfnBucket.
  const cfn = bucket.node.defaultChild as CfnBucket
  // CloudFormation wants this number as text.
  cfn.addPropertyOverride('LifecycleConfiguration.Rules.2.ObjectSizeGreaterThan', String(largestFile))
  // The CDK's eventBridgeEnabled would deploy a function of its own for this one setting.
  cfn.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
  return asIBucket(bucket)
}

export function createSiteBucket(parent: Construct, id: string, stage: Stage, accessLogs: IBucket): IBucket {
  return createBucket(parent, id, {
    ...closed(stage),
    // All its files come from this project. The next deployment puts them there again.
    removalPolicy: RemovalPolicy.DESTROY,
    autoDeleteObjects: true,
    serverAccessLogsBucket: accessLogs,
    serverAccessLogsPrefix: `${id}/`,
  })
}

const createBucket = (scope: Construct, id: string, props: BucketProps) => asIBucket(new Bucket(scope, id, props))

/** Safe cast: a Bucket is an IBucket; the two types only write optional members differently. */
const asIBucket = (bucket: Bucket) => bucket as IBucket
