// The assistant's operation.
import type { components } from '../../generated/api.ts'
import type { Operation } from '../operation.ts'
import { invalid } from '../http/problem.ts'

/** The model is paid for by what it reads, so one request has a limit however many turns it has. */
const maxCharacters = 32_000

export const chat: Operation<'chat'> = async ({ body }, context) => {
  const turns = turnsOf(body)
  // No other operation needs it, so the first message loads it.
  const { reply } = await import('../assistant/index.ts')
  const headers = await context.quota(context.caller.id)
  const { proposals, ...answer } = await reply(turns, context)
  // Safe cast: each proposal was validated against its operation.
  return { status: 200, body: { ...answer, proposals: proposals as ChatProposal[] }, headers }
}

export const chatStream: Operation<'chatStream'> = async ({ body }, context) => {
  const turns = turnsOf(body)
  const { stream } = await import('../assistant/stream.ts')
  const headers = await context.quota(context.caller.id)
  // Safe cast: each proposal was validated against its operation.
  const events = (await stream(turns, context)) as AsyncIterable<Event>
  return { status: 200, contentType: 'text/event-stream', body: events, headers }
}

/** The conversation, which ends with the message. Throws 400 for one that is no conversation, or too long. */
function turnsOf({ message, history = [] }: ChatInput): ChatTurn[] {
  const wrong = history.findIndex(({ role }, turn) => role !== (turn % 2 === 0 ? 'user' : 'assistant'))
  if (wrong !== -1) throw invalid({ pointer: `/history/${wrong}/role`, detail: 'must alternate, beginning with user' })
  if (history.at(-1)?.role === 'user') throw invalid({ pointer: '/history', detail: 'must end with the assistant' })
  const characters = [message, ...history.map(({ content }) => content)].reduce((sum, text) => sum + lengthOf(text), 0)
  if (characters > maxCharacters) {
    const detail = `has ${characters} characters together with /message; at most ${maxCharacters} are accepted`
    throw invalid({ pointer: '/history', detail })
  }
  return [...history, { role: 'user', content: message }]
}

type Schemas = components['schemas']
type ChatInput = Schemas['ChatInput']
type ChatTurn = Schemas['ChatTurn']
type ChatProposal = Schemas['ChatProposal']
type Event = Schemas['ChatEvent']

/** Counts characters as the contract's `maxLength` does: an emoji is one character, and two units of a JavaScript string. */
const lengthOf = (text: string) => Array.from(text).length
