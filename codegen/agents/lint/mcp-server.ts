// Asks an MCP server for its tools: in the form of 2026-07-28 first, then in the form before it, without a session.
import type { Parsed } from './parse.ts'
import { isObject } from '../rules/place.ts'
import { Unreadable } from './unreadable.ts'
import { receive } from './web.ts'

const modern = '2026-07-28'
const legacy = '2025-11-25'
/** A server that gives more pages gives the same one again and again. */
const maxPages = 100

type Options = { token?: string | undefined; deadlineMs?: number }
type Answer = { status: number; message: Record<string, unknown> | undefined }

/** A result of tools/list with the tools of all pages. */
export async function toolsOfServer(url: URL, options: Options = {}): Promise<Parsed> {
  const first = await ask(url, modern, undefined, options)
  const era = isObject(first.message?.result) ? modern : legacy
  const tools: unknown[] = []
  let answer = era === modern ? first : await ask(url, legacy, undefined, options)
  for (let page = 1; page <= maxPages; page += 1) {
    const result = resultOf(answer, url)
    if (!Array.isArray(result.tools)) return { value: result, format: 'json' }
    tools.push(...(result.tools as unknown[]))
    if (typeof result.nextCursor !== 'string') return { value: { ...result, tools }, format: 'json' }
    answer = await ask(url, era, result.nextCursor, options)
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

async function ask(url: URL, version: string, cursor: string | undefined, options: Options): Promise<Answer> {
  const method = 'tools/list'
  const meta = {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientCapabilities': {},
    'io.modelcontextprotocol/clientInfo': { name: 'agents-lint', version: '1' },
  }
  const params = { ...(cursor !== undefined && { cursor }), ...(version === modern && { _meta: meta }) }
  const init = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': version,
      ...(version === modern && { 'mcp-method': method }),
      ...(options.token && { authorization: `Bearer ${options.token}` }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  }
  let answer: Answer = { status: 0, message: undefined }
  for await (const { response, text, isComplete } of receive(url, init, options.deadlineMs)) {
    const isStream = (response.headers.get('content-type') ?? '').includes('event-stream')
    answer = { status: response.status, message: isStream ? inStream(text) : isComplete ? parsed(text) : undefined }
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
