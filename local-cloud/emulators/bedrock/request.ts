// Reads a Converse request. It refuses the same requests as the service, with the same messages.
import { readBlock, type Block, type ToolUse } from './blocks.ts'
import { constraint, isObject, must } from './error.ts'
import { readTools, type Tool } from './tool-config.ts'

export type Message = { role: 'user' | 'assistant'; blocks: readonly Block[] }

export type Conversation = {
  messages: readonly Message[]
  system: string
  maxTokens: number
  /** Undefined: the model has no tools. */
  tools: readonly Tool[] | undefined
}

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The words of a message. */
export const textOf = ({ blocks }: Message): string =>
  blocks.flatMap((block) => ('text' in block ? block.text : [])).join(' ')

export const toolUsesIn = ({ blocks }: Message): ToolUse[] =>
  blocks.flatMap((block) => ('toolUse' in block ? [block.toolUse] : []))

export const toolResultsIn = ({ blocks }: Message) =>
  blocks.flatMap((block) => ('toolResult' in block ? [block.toolResult] : []))

const readMessage = (message: unknown, index: number): Message => {
  must(isObject(message), constraint(`messages.${index + 1}.member`, 'be an object'))
  const { role, content } = message
  const roles = constraint(`messages.${index + 1}.member.role`, 'satisfy enum value set: [user, assistant]')
  must(role === 'user' || role === 'assistant', roles)
  const empty = `The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`
  must(Array.isArray(content) && content.length > 0, empty)
  const blocks: readonly unknown[] = content
  return { role, blocks: blocks.map((block, at) => readBlock(block, `messages.${index}.content.${at}`, role)) }
}

const mustAlternate = (messages: readonly Message[]) => {
  const start =
    'A conversation must start with a user message. Try again with a conversation that starts with a user message.'
  must(messages[0]?.role === 'user', start)
  const alternate =
    'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.'
  must(
    messages.every(({ role }, index) => role === (index % 2 === 0 ? 'user' : 'assistant')),
    alternate,
  )
  const end = 'This model does not support assistant message prefill. The conversation must end with a user message.'
  must(messages.at(-1)?.role === 'user', end)
}

/** Every call of a message has one result in the next message, and no other message has results. */
const mustBeAnswered = (messages: readonly Message[], tools: readonly Tool[] | undefined) => {
  const seen = new Set<string>()
  messages.forEach((message, index) => {
    const before = messages[index - 1]
    const asked = before ? toolUsesIn(before).map(({ toolUseId }) => toolUseId) : []
    const answered = toolResultsIn(message).map(({ toolUseId }) => toolUseId)
    const missing = asked.filter((id) => !answered.includes(id)).join(', ')
    must(missing === '', `Expected toolResult blocks at messages.${index}.content for the following Ids: ${missing}`)
    const exceeds = `The number of toolResult blocks at messages.${index}.content exceeds the number of toolUse blocks of previous turn.`
    must(answered.length <= asked.length, exceeds)
    for (const { toolUseId } of toolUsesIn(message)) {
      must(!seen.has(toolUseId), `The toolUse blocks at messages.${index}.content contain duplicate Ids: ${toolUseId}`)
      seen.add(toolUseId)
    }
  })
  const needed = 'The toolConfig field must be defined when using toolUse and toolResult content blocks.'
  must(seen.size === 0 || tools !== undefined, needed)
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
  const tools = readTools(body.toolConfig)
  const read = messages.map(readMessage)
  mustAlternate(read)
  mustBeAnswered(read, tools)
  const { maxTokens = Number.POSITIVE_INFINITY } = inferenceConfig
  const instructions = system.map((block: unknown, at) => readBlock(block, `system.${at}`, 'system'))
  return {
    messages: read,
    system: textOf({ role: 'user', blocks: instructions }),
    maxTokens: Number(maxTokens),
    tools,
  }
}
