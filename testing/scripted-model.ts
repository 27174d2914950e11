// A model for tests: it answers as the test says, and records what it was asked.
import type { ContentBlock, Conversation, Round } from '../server/services/assistant.ts'
import { isObject } from '../server/tools/members.ts'

export type Script = (conversation: Conversation, round: number) => ContentBlock[] | Promise<ContentBlock[]>

let count = 0

/** A call of a tool, with an id of its own. */
export const use = (name: string, input: object = {}): ContentBlock => ({
  // Safe cast: tests give JSON.
  toolUse: { toolUseId: `use-${(count += 1)}`, name, input: input as never },
})

export const say = (text: string): ContentBlock => ({ text })

/** Replaces the assistant's model in the dependencies. */
export function scripted(script: Script, milliseconds = 25_000) {
  const asked: Conversation[] = []
  const converse = async (conversation: Conversation): Promise<Round> => {
    asked.push(structuredClone(conversation))
    const content = await script(conversation, asked.length)
    const stopReason = content.some(({ toolUse }) => toolUse) ? 'tool_use' : 'end_turn'
    return { content, stopReason, usage: { inputTokens: 10, outputTokens: 1, totalTokens: 11 } }
  }
  async function* converseStream(conversation: Conversation): AsyncGenerator<string, Round> {
    const round = await converse(conversation)
    for (const { text = '' } of round.content) yield* text.split(/(?<=\s)/)
    return round
  }
  return { asked, assistant: { converse, converseStream, milliseconds } }
}

/** The JSON of all results in the last message. */
export const resultsIn = ({ messages }: Conversation): Record<string, unknown>[] =>
  (messages.at(-1)?.content ?? []).flatMap(({ toolResult }) =>
    (toolResult?.content ?? []).flatMap(({ json }) => (isObject(json) ? [json] : [])),
  )

/** Every text that a conversation holds: of people, of the model, and in results at any depth. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
