// The messages of Converse: the turns of the conversation, and the rounds of tools after them.
import type { ContentBlock, Message } from '../services/assistant.ts'
import { isObject, type Members } from '../tools/members.ts'

export type Turn = { role: 'user' | 'assistant'; content: string }

/** A call of a tool, as the model wrote it. */
export type ToolUse = { id: string; name: string; input: unknown }

export type ToolResult = { json: Members; isError?: true }

const namePattern = /^[a-zA-Z0-9_-]{1,64}$/
const idPattern = /^[a-zA-Z0-9_.:-]{1,64}$/

export const messageOf = ({ role, content }: Turn): Message => ({ role, content: [{ text: content }] })

export const textOf = (content: readonly ContentBlock[]): string => content.map(({ text }) => text ?? '').join('')

/** The calls that an answer can refer to: each has a name, and an id that no other call has. */
export function toolUsesIn(content: readonly ContentBlock[], known: Set<string>): ToolUse[] {
  return content.flatMap(({ toolUse }) => {
    const { toolUseId: id = '', name = '', input } = toolUse ?? {}
    if (!namePattern.test(name) || !idPattern.test(id) || known.has(id)) return []
    known.add(id)
    return [{ id, name, input }]
  })
}

/** The model's message as Converse takes it back: texts that are not blank, and the calls that can be answered. */
function assistantMessage(content: readonly ContentBlock[], uses: readonly ToolUse[]): Message {
  const left = [...uses]
  const blocks = content.flatMap((block): ContentBlock[] => {
    if (block.text !== undefined) return block.text.trim() === '' ? [] : [block]
    if (block.reasoningContent !== undefined) return [block]
    const [next] = left
    if (!next || next.id !== block.toolUse?.toolUseId || next.name !== block.toolUse.name) return []
    left.shift()
    return [{ toolUse: { toolUseId: next.id, name: next.name, input: inputOf(next) } }]
  })
  return { role: 'assistant', content: blocks }
}

type Input = NonNullable<ContentBlock.ToolUseMember['toolUse']['input']>

/** Converse takes no other input than an object. Safe cast: it has come as JSON. */
const inputOf = ({ input }: ToolUse) => (isObject(input) ? input : {}) as Input

const resultBlock = ({ id }: ToolUse, { json, isError }: ToolResult): ContentBlock => ({
  // Safe cast: the members have come as JSON.
  toolResult: { toolUseId: id, status: isError ? 'error' : 'success', content: [{ json: json as Input }] },
})

/** A round of tools: what the model asked for, and what it was answered. */
export type ToolRound = { content: readonly ContentBlock[]; uses: readonly ToolUse[]; results: readonly ToolResult[] }

export const roundMessages = ({ content, uses, results }: ToolRound): Message[] => [
  assistantMessage(content, uses),
  {
    role: 'user',
    content: uses.flatMap((use, index) => results.slice(index, index + 1).map((result) => resultBlock(use, result))),
  },
]

const lastWords =
  'You have no tools any more. Answer the question now from these results, and say what you could not find out.'

/** Converse takes blocks of tools only together with tools. So the last round has them as one block of data. */
export function withoutTools(turns: readonly Turn[], rounds: readonly ToolRound[]): Message[] {
  const said = rounds.map(({ content }) => textOf(content).trim()).filter(Boolean)
  const results = rounds.flatMap(({ uses, results }) =>
    uses.map(({ name, input }, index) => ({ tool: name, input, ...results[index] })),
  )
  return [
    ...turns.map(messageOf),
    { role: 'assistant', content: [{ text: said.join('\n\n') || 'I look it up.' }] },
    { role: 'user', content: [{ text: JSON.stringify({ results }) }, { text: lastWords }] },
  ]
}
