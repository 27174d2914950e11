// A scripted model: a conversation with tools in, the blocks of an answer out.
import type { Members } from '../error.ts'
import { textOf, toolResultsIn, toolUsesIn, type Conversation, type Message } from '../request.ts'
import type { Turn } from './advice.ts'

/** A block of an answer. A model can be wrong about its form. */
export type AnswerBlock = { text: string } | { toolUse: Members }

export type Answer = { content: AnswerBlock[]; stopReason?: string }

export type Model = (conversation: Conversation) => Answer

/** A call of the model, and what it was answered. */
export type LookUp = { tool: string; input: Members; result: Members; isError: boolean }

/** The turns up to the question, and the calls that were made for it. */
export function readThrough({ messages }: Conversation): { turns: Turn[]; lookUps: LookUp[][] } {
  const question = messages.findLastIndex((message) => message.role === 'user' && isQuestion(message))
  const turns = messages.slice(0, question + 1).map((message) => ({ role: message.role, text: textOf(message) }))
  const rounds = messages.slice(question + 1)
  const lookUps = rounds.flatMap((message, index) => {
    const uses = toolUsesIn(message)
    if (uses.length === 0) return []
    const results = toolResultsIn(rounds[index + 1] ?? message)
    return [
      uses.map(({ toolUseId, name, input }): LookUp => {
        const { content = [], isError = true } = results.find((result) => result.toolUseId === toolUseId) ?? {}
        return { tool: name, input, result: (content[0] ?? {}) as Members, isError }
      }),
    ]
  })
  return { turns, lookUps }
}

/** Results, with or without words beside them, are no question. */
const isQuestion = (message: Message) => toolResultsIn(message).length === 0

/** The calls of one answer, with ids that no other answer of the conversation has. */
export const calls = ({ messages }: Conversation, uses: readonly { name: string; input: unknown }[]): AnswerBlock[] =>
  uses.map(({ name, input }, index) => ({
    toolUse: { toolUseId: `tooluse_${messages.length}_${index}`, name, input },
  }))
