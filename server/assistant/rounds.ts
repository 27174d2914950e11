// The rounds of one answer: the model is asked, its calls are carried out, and it is asked again, within the limits.
import { Problem } from '../http/problem.ts'
import type { Conversation, Round, ToolConfiguration, Usage } from '../services/assistant.ts'
import type { Desk } from './desk.ts'
import type { ChatEvent } from './events.ts'
import { lastRoundShare, limitNote, limits, type Limit } from './limits.ts'
import { messageOf, roundMessages, textOf, toolUsesIn, withoutTools, type ToolRound, type Turn } from './messages.ts'
import { systemPrompt } from './prompt.ts'

export type RoundsOptions = {
  /** Asks the model. It yields the pieces of its text, and returns the whole answer. */
  ask: (conversation: Conversation) => AsyncGenerator<string, Round>
  toolConfig: ToolConfiguration | undefined
  desk: Desk
  /** The time for all rounds. */
  milliseconds: number
}

export const noUsage: Usage = { inputTokens: 0, outputTokens: 0, totalTokens: 0 }

const sum = (a: Usage, b: Usage): Usage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  totalTokens: a.totalTokens + b.totalTokens,
})

export async function* answer(turns: readonly Turn[], options: RoundsOptions): AsyncGenerator<ChatEvent> {
  const { ask, toolConfig, desk, milliseconds } = options
  const lastAt = performance.now() + milliseconds * (1 - lastRoundShare)
  const done: ToolRound[] = []
  const ids = new Set<string>()
  const stopped = new Set<Limit>()
  let usage = noUsage
  let stopReason = ''
  let hasText = false
  for (;;) {
    const isLast = done.length > 0 && isStopped(done.length + 1, lastAt, desk, stopped)
    const conversation = conversationOf(turns, done, isLast ? undefined : toolConfig)
    let round: Round
    try {
      round = yield* spoken(ask(conversation), hasText)
    } catch (error) {
      // The person keeps what was found and proposed before the time was over.
      if (done.length === 0 || !(error instanceof Problem) || error.slug !== 'gateway-timeout') throw error
      stopped.add('time')
      break
    }
    usage = sum(usage, round.usage)
    stopReason = round.stopReason
    hasText ||= textOf(round.content).trim() !== ''
    const uses = isLast ? [] : toolUsesIn(round.content, ids)
    if (uses.length === 0) break
    const outcomes = await Promise.all(uses.map((use) => desk.use(use)))
    for (const { event } of outcomes) if (event) yield event
    done.push({ content: round.content, uses, results: outcomes.map(({ result }) => result) })
  }
  const reached = new Set([...stopped, ...desk.reached])
  if (reached.size > 0) yield { type: 'text', text: `${hasText ? '\n\n' : ''}${limitNote(reached, milliseconds)}` }
  yield { type: 'done', stopReason, usage }
}

/** Whether the next round has to be the last one. Remembers why. */
function isStopped(round: number, lastAt: number, { reached }: Desk, stopped: Set<Limit>): boolean {
  if (round === limits.rounds) stopped.add('rounds')
  if (performance.now() >= lastAt) stopped.add('time')
  return stopped.size > 0 || reached.has('calls')
}

function conversationOf(
  turns: readonly Turn[],
  done: readonly ToolRound[],
  toolConfig: ToolConfiguration | undefined,
): Conversation {
  const messages = toolConfig
    ? [...turns.map(messageOf), ...done.flatMap(roundMessages)]
    : done.length > 0
      ? withoutTools(turns, done)
      : turns.map(messageOf)
  return { system: systemPrompt, messages, ...(toolConfig && { toolConfig }) }
}

/** The text of a round begins a new paragraph. Blank pieces before it say nothing. */
async function* spoken(pieces: AsyncGenerator<string, Round>, hasText: boolean): AsyncGenerator<ChatEvent, Round> {
  let isFirst = true
  for (;;) {
    const next = await pieces.next()
    if (next.done) return next.value
    const text = isFirst ? next.value.trimStart() : next.value
    if (text === '') continue
    yield { type: 'text', text: isFirst && hasText ? `\n\n${text}` : text }
    isFirst = false
  }
}
