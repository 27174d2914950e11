// Asks an MCP server for its tools: in the form of 2026-07-28 first, then in the form before it, without and with a session.
import type { Parsed } from './parse.ts'
import { isObject } from '../rules/place.ts'
import { Unreadable } from './unreadable.ts'
import { receive } from './web.ts'

const modern = '2026-07-28'
const legacy = '2025-11-25'
const clientInfo = { name: 'agents-lint', version: '1' }
/** A server that gives more pages gives the same one again and again. */
const maxPages = 100

type Options = { token?: string | undefined; deadlineMs?: number }
type Answer = { status: number; message: Record<string, unknown> | undefined; session?: string | undefined }
type Era = { version: string; session?: string | undefined }

/** A result of tools/list with the tools of all pages. */
export async function toolsOfServer(url: URL, options: Options = {}): Promise<Parsed> {
  const list = (era: Era, cursor?: string) =>
    ask(url, era, 'tools/list', cursor === undefined ? {} : { cursor }, options)
  const tools: unknown[] = []
  let era: Era = { version: modern }
  let answer = await list(era)
  if (!isObject(answer.message?.result)) {
    era = { version: legacy }
    answer = await list(era)
  }
  const isRefused = answer.status === 401 || answer.status === 403
  if (!isObject(answer.message?.result) && !isRefused) {
    const begun = await begin(url, options)
    if (begun) answer = await list((era = begun))
  }
  for (let page = 1; page <= maxPages; page += 1) {
    const result = resultOf(answer, url)
    if (!Array.isArray(result.tools)) return { value: result, format: 'json' }
    tools.push(...(result.tools as unknown[]))
    if (typeof result.nextCursor !== 'string') return { value: { ...result, tools }, format: 'json' }
    answer = await list(era, result.nextCursor)
  }
  throw new Unreadable(`${url.href} gives more than ${maxPages} pages of tools`)
}

function resultOf({ status, message }: Answer, url: URL): Record<string, unknown> {
  if (isObject(message?.result)) return message.result
  if (status === 401 || status === 403) {
    throw new Unreadable(`${url.href} answers ${status}: give a token of this server in AGENTS_LINT_TOKEN`)
  }
  const { code, message: words } = isObject(message?.error) ? message.error : {}
  const reason =
    typeof code === 'number' ? ` with the error ${code}${typeof words === 'string' ? `, ${words}` : ''}` : ''
  throw new Unreadable(`${url.href} answers ${status}${reason} to tools/list`)
}

/** Begins a session, for a server that answers nothing before; undefined when it begins none. */
async function begin(url: URL, options: Options): Promise<Era | undefined> {
  const params = { protocolVersion: legacy, capabilities: {}, clientInfo }
  const { message, session } = await ask(url, { version: legacy }, 'initialize', params, options)
  if (!isObject(message?.result)) return undefined
  const { protocolVersion } = message.result
  const era = { version: typeof protocolVersion === 'string' ? protocolVersion : legacy, session }
  await ask(url, era, 'notifications/initialized', undefined, options)
  return era
}

/** @param params Without them it is a notification, which no message answers. */
async function ask(
  url: URL,
  { version, session }: Era,
  method: string,
  params: object | undefined,
  options: Options,
): Promise<Answer> {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientCapabilities': {},
    'io.modelcontextprotocol/clientInfo': clientInfo,
  }
  const isModern = version === modern
  const call = params && { id: 1, params: { ...params, ...(isModern && { _meta: meta }) } }
  const init = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': version,
      ...(isModern && { 'mcp-method': method }),
      ...(session !== undefined && { 'mcp-session-id': session }),
      ...(options.token && { authorization: `Bearer ${options.token}` }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', method, ...call }),
  }
  let answer: Answer = { status: 0, message: undefined }
  for await (const { response, text, isComplete } of receive(url, init, options.deadlineMs)) {
    const isStream = (response.headers.get('content-type') ?? '').includes('event-stream')
    const message = isStream ? inStream(text) : isComplete ? parsed(text) : undefined
    answer = { status: response.status, message, session: response.headers.get('mcp-session-id') ?? undefined }
    // A stream may stay open after the answer.
    if (answer.message) return answer
  }
  return answer
}

/** The answer among the events that have arrived. */
function inStream(text: string): Record<string, unknown> | undefined {
  const events = text.split(/\r?\n\r?\n/).slice(0, -1)
  const messages = events.map((event) => {
    const lines = event.split(/\r?\n/).filter((line) => line.startsWith('data:'))
    return parsed(lines.map((line) => line.slice('data:'.length)).join('\n'))
  })
  return messages.find((message) => message && ('result' in message || 'error' in message))
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
