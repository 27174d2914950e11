// A message of the protocol, as far as the bridge has to understand it.
import { repeatable } from '../../generated/client-sdk/mcp.ts'

export type Members = Record<string, unknown>
export type Id = string | number

export type Message = {
  /** Undefined: the line is no message with a method. */
  method: string | undefined
  params: Members
  /** Undefined: a notification. */
  id: Id | undefined
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function parsed(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function messageIn({ method, params, id }: Members): Message {
  return {
    method: typeof method === 'string' ? method : undefined,
    params: isObject(params) ? params : {},
    id: typeof id === 'string' || typeof id === 'number' ? id : undefined,
  }
}

const versionKey = 'io.modelcontextprotocol/protocolVersion'

/**
 * The headers that repeat parts of a message of today. An older client has agreed on a version, and names it nowhere.
 * @param agreed The version of the `initialize` of an older client.
 */
export function headersOf({ method, params }: Message, agreed: string | undefined): Record<string, string> {
  const { [versionKey]: version } = isObject(params._meta) ? params._meta : {}
  if (typeof version !== 'string') return agreed === undefined ? {} : { 'mcp-protocol-version': headerText(agreed) }
  const name = method === 'resources/read' ? params.uri : params.name
  return {
    'mcp-protocol-version': headerText(version),
    'mcp-method': headerText(method ?? ''),
    ...(typeof name === 'string' && { 'mcp-name': headerText(name) }),
  }
}

/** A text that a header cannot have, or that looks encoded, is encoded. */
function headerText(text: string): string {
  if (/^([!-~]([ -~]*[!-~])?)?$/.test(text) && !/^=\?base64\?.*\?=$/.test(text)) return text
  return `=?base64?${Buffer.from(text).toString('base64')}?=`
}

/**
 * The message in the form in which it may be sent twice, or undefined. A creation gets a key of its own, which all attempts share:
 * the service carries out the same key once.
 */
export function repeatableForm(message: Members): Members | undefined {
  const { method, params } = messageIn(message)
  if (method !== 'tools/call') return message
  const { name, arguments: given = {} } = params
  const rule = typeof name === 'string' && Object.hasOwn(repeatable, name) ? repeatable[name] : undefined
  if (rule === undefined || rule === true) return rule && message
  if (!isObject(given) || given[rule] !== undefined) return message
  return { ...message, params: { ...params, arguments: { ...given, [rule]: crypto.randomUUID() } } }
}
