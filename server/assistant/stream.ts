// The assistant's answer as a stream: the same events, with texts that are harmless piece by piece.
import { keepDeadlines } from '../deadlines.ts'
import { addressOf } from '../http/own-address.ts'
import type { Context } from '../operation.ts'
import { counted, countedAfter } from './count.ts'
import { createDefang } from './defang-pieces.ts'
import type { ChatEvent } from './events.ts'
import { eventsOf } from './index.ts'
import type { Turn } from './messages.ts'

/** Waits for the first event, so that an early failure is an ordinary answer. */
export async function stream(turns: readonly Turn[], context: Context): Promise<AsyncIterable<ChatEvent>> {
  const { assistant, message } = context
  const ask: Parameters<typeof eventsOf>[2] = (conversation) => assistant.converseStream(conversation, message.signal)
  const events = harmless(eventsOf(turns, context, ask), addressOf(message))
  const first = await counted(context, () => events.next())
  const within = keepDeadlines()
  return inOrder(first, events, () => within(() => countedAfter(context, () => events.next())))
}

async function* harmless(events: AsyncGenerator<ChatEvent>, own: string): AsyncGenerator<ChatEvent> {
  const defang = createDefang(own)
  for await (const event of events) {
    const text = event.type === 'text' ? defang.push(event.text) : defang.end()
    if (text !== '') yield { type: 'text', text }
    if (event.type !== 'text') yield event
  }
}

/** The first event and the others, which come while nothing of the request is open but its deadlines. */
async function* inOrder(
  first: IteratorResult<ChatEvent>,
  events: AsyncGenerator<ChatEvent>,
  next: () => Promise<IteratorResult<ChatEvent>>,
): AsyncGenerator<ChatEvent> {
  try {
    for (let event = first; !event.done; event = await next()) yield event.value
  } finally {
    await events.return(undefined)
  }
}
