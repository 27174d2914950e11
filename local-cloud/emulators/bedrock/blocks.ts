// Reads the blocks of a message: text, calls of tools and their results, with the service's rules and messages.
import { constraint, isObject, must, type Members } from './error.ts'

export type ToolUse = { toolUseId: string; name: string; input: Members }
export type ToolResult = { toolUseId: string; isError: boolean; content: readonly unknown[] }

/** Images, documents and others are accepted and ignored. */
export type Block = { text: string } | { toolUse: ToolUse } | { toolResult: ToolResult } | { other: string }

const [nameCharacters, idCharacters] = ['[a-zA-Z0-9_-]+', '[a-zA-Z0-9_.:-]+']
const maxName = 64

const setsOne = (block: unknown): block is Members => isObject(block) && Object.keys(block).length === 1

const oneMember = (block: unknown, at: string): Members => {
  must(setsOne(block), `The ContentBlock object at ${at} must set exactly one member.`)
  return block
}

/** @param at The place of the block in the request. */
export function readBlock(value: unknown, at: string, role: 'user' | 'assistant' | 'system'): Block {
  const block = oneMember(value, at)
  if ('text' in block) return { text: textIn(block, at) }
  if ('toolUse' in block) {
    must(role === 'assistant', `The toolUse block at ${at} can only be in a message of the assistant.`)
    return { toolUse: toolUseIn(block.toolUse, `${at}.toolUse`) }
  }
  if ('toolResult' in block) {
    must(role === 'user', `The toolResult block at ${at} can only be in a message of the user.`)
    return { toolResult: toolResultIn(block.toolResult, `${at}.toolResult`) }
  }
  return { other: Object.keys(block)[0] ?? '' }
}

function textIn({ text }: Members, at: string): string {
  const blank = `The text field in the ContentBlock object at ${at} is blank. Add text to the text field, and try again.`
  must(typeof text === 'string' && text.trim() !== '', blank)
  return text
}

const notAnObject = (at: string) =>
  `The format of the value at ${at} is invalid. Provide a json object for the field and try again.`

function mustMatch(value: unknown, pattern: string, at: string): asserts value is string {
  must(typeof value === 'string' && value !== '', constraint(at, 'have length greater than or equal to 1'))
  must(value.length <= maxName, constraint(at, `have length less than or equal to ${maxName}`))
  must(new RegExp(`^${pattern}$`).test(value), constraint(at, `satisfy regular expression pattern: ${pattern}`))
}

export const mustBeName = (value: unknown, at: string): string => {
  mustMatch(value, nameCharacters, at)
  return value
}

const mustBeId = (value: unknown, at: string): string => {
  mustMatch(value, idCharacters, at)
  return value
}

function toolUseIn(value: unknown, at: string): ToolUse {
  must(isObject(value), constraint(at, 'be an object'))
  const toolUseId = mustBeId(value.toolUseId, `${at}.toolUseId`)
  const name = mustBeName(value.name, `${at}.name`)
  must(isObject(value.input), notAnObject(`${at}.input`))
  return { toolUseId, name, input: value.input }
}

function toolResultIn(value: unknown, at: string): ToolResult {
  must(isObject(value), constraint(at, 'be an object'))
  const { content, status = 'success' } = value
  const toolUseId = mustBeId(value.toolUseId, `${at}.toolUseId`)
  must(
    status === 'success' || status === 'error',
    constraint(`${at}.status`, 'satisfy enum value set: [success, error]'),
  )
  must(Array.isArray(content), constraint(`${at}.content`, 'not be null'))
  const blocks: readonly unknown[] = content
  const read = blocks.map((block, index): unknown => {
    const place = `${at}.content.${index}`
    const one = oneMember(block, place)
    if ('json' in one) must(isObject(one.json), notAnObject(`${place}.json`))
    return 'text' in one ? textIn(one, place) : one.json
  })
  return { toolUseId, isError: status === 'error', content: read }
}
