// Reads a Converse request. It refuses the same requests as the service, with the same messages.
import type { Turn } from './answers.ts'

/** An error of the service; `type` is the exception's name. */
export class BedrockError extends Error {
  readonly status: number
  readonly type: string
  constructor(status: number, type: string, message: string) {
    super(message)
    this.status = status
    this.type = type
  }
}

export type Conversation = { turns: readonly Turn[]; system: string; maxTokens: number }

function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new BedrockError(400, 'ValidationException', message)
}

const constraint = (member: string, says: string) =>
  `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${says}`

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const blockText = (block: unknown, at: string): string => {
  must(
    isObject(block) && Object.keys(block).length === 1,
    `The ContentBlock object at ${at} must set exactly one member.`,
  )
  // Images, documents and tool results are accepted and ignored.
  if (!('text' in block)) return ''
  const blank = `The text field in the ContentBlock object at ${at} is blank. Add text to the text field, and try again.`
  must(typeof block.text === 'string' && block.text.trim() !== '', blank)
  return block.text
}

const turn = (message: unknown, index: number): Turn => {
  must(isObject(message), constraint(`messages.${index + 1}.member`, 'be an object'))
  const { role, content } = message
  const roles = constraint(`messages.${index + 1}.member.role`, 'satisfy enum value set: [user, assistant]')
  must(role === 'user' || role === 'assistant', roles)
  const empty = `The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`
  must(Array.isArray(content) && content.length > 0, empty)
  const blocks: readonly unknown[] = content
  return { role, text: blocks.map((block, at) => blockText(block, `messages.${index}.content.${at}`)).join(' ') }
}

const mustAlternate = (turns: readonly Turn[]) => {
  const start =
    'A conversation must start with a user message. Try again with a conversation that starts with a user message.'
  must(turns[0]?.role === 'user', start)
  const alternate =
    'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.'
  must(
    turns.every(({ role }, index) => role === (index % 2 === 0 ? 'user' : 'assistant')),
    alternate,
  )
  const end = 'This model does not support assistant message prefill. The conversation must end with a user message.'
  must(turns.at(-1)?.role === 'user', end)
}

const within = (value: unknown, low: number, high: number) => typeof value === 'number' && value >= low && value <= high

const limits: readonly [string, (value: unknown) => boolean, string][] = [
  ['maxTokens', (value) => Number.isInteger(value) && within(value, 1, 2 ** 31 - 1), 'be an integer of at least 1'],
  ['temperature', (value) => within(value, 0, 1), 'be a number from 0 to 1'],
  ['topP', (value) => within(value, 0, 1), 'be a number from 0 to 1'],
]

export const parseConversation = (json: string): Conversation => {
  const body = parseJson(json)
  must(isObject(body), 'The request body is not a JSON object.')
  const { messages, system = [], inferenceConfig = {} } = body
  must(Array.isArray(messages), constraint('messages', 'be a list'))
  must(Array.isArray(system), constraint('system', 'be a list'))
  must(isObject(inferenceConfig), constraint('inferenceConfig', 'be an object'))
  for (const [name, holds, says] of limits) {
    const value = inferenceConfig[name]
    must(value === undefined || holds(value), constraint(`inferenceConfig.${name}`, says))
  }
  const turns = messages.map(turn)
  mustAlternate(turns)
  const { maxTokens = Number.POSITIVE_INFINITY } = inferenceConfig
  return {
    turns,
    system: system.map((block: unknown, at) => blockText(block, `system.${at}`)).join(' '),
    maxTokens: Number(maxTokens),
  }
}
