// The queue of the events that could not be delivered.
import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

export type DeadLetters = ReturnType<typeof createDeadLetters>

/** `scope` is that of everything about events. */
export function createDeadLetters(parent: Construct) {
  const scope = new Construct(parent, 'Events')
  const queue = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  acknowledge(queue, { 'AwsSolutions-SQS3': 'It is the dead-letter queue, of the pipe and the rules.' })
  return { scope, queue }
}
