// The guard of the uploads: a function that removes files that are too large, and the rule on S3's events that starts it.
import { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import { keyPrefix } from '../server/services/case-files.ts'
import { tooLarge } from '../server/uploads/object-created.ts'
import { createFunction } from './function.ts'
import { allow } from './permissions.ts'
import type { Stage } from './stages.ts'

type Uses = { bundle: string; caseFiles: IBucket; deadLetters: Queue }

export function createUploadGuard(parent: Construct, stage: Stage, { bundle, caseFiles, deadLetters }: Uses): Function {
  const guard = createFunction(parent, 'UploadGuard', {
    stage,
    description: `${title} uploads (${stage.name}): removes files that are too large`,
    bundle,
    handler: 'removeTooLarge',
    size: stage.task,
    environment: { UPLOAD_BUCKET_NAME: caseFiles.bucketName },
    permissions: [allow(['s3:DeleteObject'], caseFiles.arnForObjects(`${keyPrefix}*`))],
  })
  // S3 sends its events to the account's default bus only. The pattern names the bucket, so stages hear their own alone.
  const rule = new Rule(parent, 'UploadGuardRule', {
    description: 'A file that is too large starts the guard of the uploads',
    eventPattern: eventPatternOf(tooLarge(caseFiles.bucketName)),
  })
  rule.addTarget(
    new LambdaFunction(guard, { deadLetterQueue: deadLetters, retryAttempts: 185, maxEventAge: Duration.hours(24) }),
  )
  return guard
}

const eventPatternOf = ({ source, detail, 'detail-type': detailType }: ReturnType<typeof tooLarge>) => ({
  source,
  detailType,
  detail,
})
