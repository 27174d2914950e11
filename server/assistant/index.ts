// The assistant of one request: it reads as its caller may, and proposes what only a person may do.
import { withOwnDeadlines } from '../deadlines.ts'
import { addressOf } from '../http/own-address.ts'
import { lazily } from '../services/lazily.ts'
import type { Context } from '../operation.ts'
import type { Conversation, Round, Usage } from '../services/assistant.ts'
import type { ToolRequest } from '../tools/request.ts'
import { counted } from './count.ts'
import { defang } from './defang.ts'
import { createDesk } from './desk.ts'
import type { Call, ChatEvent, Proposal } from './events.ts'
import { lastRoundShare } from './limits.ts'
import { textOf, type Turn } from './messages.ts'
import { createCheck } from './proposals.ts'
import { answer, noUsage } from './rounds.ts'
import { toolConfigFor } from './tools.ts'

type Reply = { reply: string; calls: Call[]; proposals: Proposal[]; stopReason: string; usage: Usage }

/** The name by which the log tells the assistant's calls from those of other clients. */
const client = 'assistant'

/** Answers the last turn, and returns all that happened on the way. */
export async function reply(turns: readonly Turn[], context: Context): Promise<Reply> {
  const { assistant } = context
  async function* ask(conversation: Conversation): AsyncGenerator<string, Round> {
    const round = await assistant.converse(conversation)
    yield textOf(round.content)
    return round
  }
  const plain = (text: string) => defang(text, addressOf(context.message))
  return counted(context, () => collected(eventsOf(turns, context, ask), plain))
}

/** What happens while the last turn is answered. Its texts are the model's own. */
export function eventsOf(
  turns: readonly Turn[],
  context: Context,
  ask: (conversation: Conversation) => AsyncGenerator<string, Round>,
): AsyncGenerator<ChatEvent> {
  const { assistant, caller, message, app } = context
  const { milliseconds } = assistant
  const ends = performance.now() + milliseconds * (1 - lastRoundShare / 2)
  const { authorization, 'x-request-id': callerRequestId } = message.headers
  const own = {
    ...(authorization !== undefined && { authorization }),
    ...(callerRequestId !== undefined && { 'x-request-id': callerRequestId }),
  }
  const asCaller = ({ headers, ...request }: ToolRequest) => ({
    ...request,
    headers: { ...headers, ...own },
    requestId: message.requestId,
    client,
  })
  const check = lazily(() => Promise.resolve(createCheck(context)))
  const desk = createDesk({
    send: (request) => withOwnDeadlines(Math.max(0, ends - performance.now()), () => app(asCaller(request))),
    check: async (request) => (await check())(asCaller(request)),
    plain: (text) => defang(text, addressOf(message)),
  })
  return answer(turns, { ask, desk, toolConfig: toolConfigFor(caller.scopes), milliseconds })
}

async function collected(all: AsyncGenerator<ChatEvent>, plain: (text: string) => string): Promise<Reply> {
  const reply: Reply = { reply: '', calls: [], proposals: [], stopReason: '', usage: noUsage }
  for await (const event of all) {
    switch (event.type) {
      case 'text':
        reply.reply += event.text
        break
      case 'call': {
        const { type: _, ...call } = event
        reply.calls.push(call)
        break
      }
      case 'proposal': {
        const { type: _, ...proposal } = event
        reply.proposals.push(proposal)
        break
      }
      case 'done':
        Object.assign(reply, { stopReason: event.stopReason, usage: event.usage })
    }
  }
  return { ...reply, reply: plain(reply.reply) }
}
