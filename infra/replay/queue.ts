// The dead-letter queue: every message once, and the removal of what is done.
import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { Letter } from './letters.ts'

export type Received = Letter & { receipt: string }

/** Nobody else receives a message for so many seconds, in which all of them are worked on. */
const hiddenSeconds = 300
/** SQS gives out at most ten messages, and at times fewer than there are. */
const most = 10

export async function* lettersIn(client: SQSClient, QueueUrl: string): AsyncGenerator<Received> {
  const seen = new Set<string>()
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        ...{ QueueUrl, MaxNumberOfMessages: most, VisibilityTimeout: hiddenSeconds, WaitTimeSeconds: 1 },
        MessageAttributeNames: ['All'],
      }),
    )
    const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId))
    if (fresh.length === 0) return
    for (const { MessageId = '', ReceiptHandle = '', Body = '', MessageAttributes = {} } of fresh) {
      seen.add(MessageId)
      const attributes = Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [name, StringValue])
      yield {
        id: MessageId,
        receipt: ReceiptHandle,
        body: Body,
        attributes: Object.fromEntries(attributes) as Record<string, string>,
      }
    }
  }
}

export const remove = (client: SQSClient, QueueUrl: string, { receipt: ReceiptHandle }: Received) =>
  client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
