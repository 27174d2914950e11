// A request's body and headers → the message and its era, or the error that the client gets.
import { notJson, readJson as parseJson } from '../http/json.ts'
import type { HttpRequest } from '../http/message.ts'
import { isObject, type Members } from '../tools/members.ts'
import { shown } from '../tools/shown.ts'
import { codes, invalidParams, RpcError, type Id } from './errors.ts'

/** The current revision, in which every request carries its version. */
export const modernVersion = '2026-07-28'
/** The revisions of older clients, the newest first. */
export const legacyVersions = ['2025-11-25', '2025-06-18', '2025-03-26']

export type Message = {
  method: string
  params: Members
  /** Undefined: a notification, which has no answer. */
  id: Id | undefined
}

export type Era = 'modern' | 'legacy'

/** A message that may be answered. */
export type Call = Message & { era: Era; capabilities: Members; clientName: string | undefined }

/** Throws −32700 or −32600. */
export function readJson(body: Buffer): unknown {
  if (body.length === 0) throw unreadable(codes.parse, { pointer: '', detail: 'is required' })
  // A tool says itself which of its arguments is nested too deeply.
  const read = parseJson(body, Infinity)
  if ('value' in read) return read.value
  throw unreadable(read.refusal === notJson ? codes.parse : codes.invalidRequest, read.refusal)
}

type Fault = { pointer: string; detail: string }

/** The message names the first fault, and the data has all of them, in the form of a problem's errors. */
function unreadable(code: number, ...faults: Fault[]): RpcError {
  const { pointer = '', detail = '' } = faults[0] ?? {}
  const errors = faults.map((fault) => ({ ...fault, pointer: shown(fault.pointer) }))
  return new RpcError(code, shown(`${pointer.slice(1) || 'The body'} ${detail}.`), { errors })
}

/** The id of a message that may have other faults. */
export function idOf(value: unknown): Id | undefined {
  const id = isObject(value) ? value.id : undefined
  return typeof id === 'string' || Number.isSafeInteger(id) ? (id as Id) : undefined
}

/** Methods have short names. The contract has the same limit. */
const maxMethodLength = 128
const methodPattern = new RegExp(`^[^]{0,${maxMethodLength}}$`, 'u')

/** Throws −32600 when the value is no single request or notification. */
export function readMessage(value: unknown): Message {
  if (!isObject(value)) {
    const detail = Array.isArray(value) ? 'must be one message, not a batch' : 'must be an object'
    throw unreadable(codes.invalidRequest, { pointer: '', detail })
  }
  const { jsonrpc, method, params = {}, id } = value
  const hasMethod = typeof method === 'string' && methodPattern.test(method)
  const ownId = idOf(value)
  const isComplete = jsonrpc === '2.0' && (id === undefined || ownId !== undefined)
  if (isComplete && hasMethod && isObject(params)) return { method, params, id: ownId }
  const faults: Fault[] = []
  if (jsonrpc !== '2.0') faults.push({ pointer: '/jsonrpc', detail: 'must be "2.0"' })
  if (!hasMethod) faults.push({ pointer: '/method', detail: `must be a text of at most ${maxMethodLength} characters` })
  if (!isObject(params)) faults.push({ pointer: '/params', detail: 'must be an object' })
  if (id !== undefined && ownId === undefined) {
    faults.push({ pointer: '/id', detail: 'must be a text or a whole number' })
  }
  throw unreadable(codes.invalidRequest, ...faults)
}

const [versionKey, capabilitiesKey, clientKey] = ['protocolVersion', 'clientCapabilities', 'clientInfo'].map(
  (name) => `io.modelcontextprotocol/${name}`,
) as [string, string, string]

/** Throws −32020, −32022 or −32602, in this order. */
export function readCall(message: Message, headers: HttpRequest['headers']): Call {
  const { method, params, id } = message
  const meta = isObject(params._meta) ? params._meta : {}
  const inHeader = headers['mcp-protocol-version']
  const inBody = meta[versionKey]
  const isLegacy = inBody === undefined && (inHeader === undefined || legacyVersions.includes(inHeader))
  if (isLegacy) return { method, params, id, era: 'legacy', capabilities: {}, clientName: undefined }

  requireSame('MCP-Protocol-Version', inHeader, inBody)
  requireSame('Mcp-Method', headers['mcp-method'], method)
  const name = nameIn(message)
  if (name !== undefined || headers['mcp-name'] !== undefined) {
    requireSame('Mcp-Name', decodedHeader(headers['mcp-name']), name)
  }
  const version = inHeader ?? ''
  if (version !== modernVersion) {
    const data = {
      // Those that server/discover names. An older client asks in its own way.
      supported: [modernVersion],
      requested: shown(version),
    }
    throw new RpcError(codes.unsupportedVersion, 'The service does not have this version of the protocol.', data)
  }
  const capabilities = meta[capabilitiesKey]
  const { name: client } = isObject(meta[clientKey]) ? meta[clientKey] : {}
  // A notification needs no answer, and so no version.
  if (id !== undefined && (inBody === undefined || !isObject(capabilities))) {
    throw invalidParams(`params._meta must have ${versionKey} and ${capabilitiesKey}.`)
  }
  return {
    method,
    params,
    id,
    era: 'modern',
    capabilities: isObject(capabilities) ? capabilities : {},
    clientName: typeof client === 'string' ? client : undefined,
  }
}

/** What the header Mcp-Name repeats. */
function nameIn({ method, params }: Message): unknown {
  if (method === 'tools/call' || method === 'prompts/get') return params.name
  return method === 'resources/read' ? params.uri : undefined
}

/** An absent value in the body is another fault, which is told later. */
function requireSame(header: string, inHeader: string | undefined, inBody: unknown) {
  if (inHeader === undefined) throw new RpcError(codes.headerMismatch, `The header ${header} is missing.`)
  if (inBody === undefined && header === 'MCP-Protocol-Version') return
  if (inHeader !== inBody) throw new RpcError(codes.headerMismatch, `The header ${header} differs from the body.`)
}

/** A name with other characters than a header's is sent as `=?base64?…?=`. */
function decodedHeader(value: string | undefined): string | undefined {
  const [, encoded] = /^=\?base64\?([A-Za-z0-9+/]*={0,2})\?=$/.exec(value ?? '') ?? []
  return encoded === undefined ? value : Buffer.from(encoded, 'base64').toString('utf8')
}
