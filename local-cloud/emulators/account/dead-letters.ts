// The queue of the dead letters, by the operations of SQS that the project's commands use (AWS JSON 1.0).
import { createHash, randomUUID } from 'node:crypto'
import { textIn, type Input } from './service-error.ts'
import type { AccountState, Letter } from './state.ts'

/** A message that was received is not given out again for so long. */
const hiddenMilliseconds = 30_000

export function createDeadLetterQueue({ letters }: AccountState, now = Date.now) {
  const hiddenUntil = new Map<string, number>()
  const asMessage = ({ id, body, attributes }: Letter) => ({
    MessageId: id,
    ReceiptHandle: id,
    Body: body,
    MD5OfBody: md5(body),
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    ),
  })

  return new Map<string, (input: Input) => object>([
    [
      'SendMessage',
      (input) => {
        const given = Object.entries((input.MessageAttributes ?? {}) as Record<string, { StringValue?: string }>)
        const attributes = Object.fromEntries(given.map(([name, { StringValue = '' }]) => [name, StringValue]))
        const letter = { id: randomUUID(), body: textIn(input, 'MessageBody'), attributes }
        letters.push(letter)
        return { MessageId: letter.id, MD5OfMessageBody: md5(letter.body) }
      },
    ],
    [
      'ReceiveMessage',
      ({ MaxNumberOfMessages = 1, VisibilityTimeout = hiddenMilliseconds / 1000 }) => {
        const free = letters
          .filter(({ id }) => (hiddenUntil.get(id) ?? 0) <= now())
          .slice(0, Number(MaxNumberOfMessages))
        for (const { id } of free) hiddenUntil.set(id, now() + Number(VisibilityTimeout) * 1000)
        return { Messages: free.map(asMessage) }
      },
    ],
    [
      'DeleteMessage',
      (input) => {
        const at = letters.findIndex(({ id }) => id === input.ReceiptHandle)
        if (at !== -1) letters.splice(at, 1)
        return {}
      },
    ],
  ])
}

/** The client compares it with the text that it has received. */
const md5 = (text: string) => createHash('md5').update(text).digest('hex')
