// An operation's result → the response, or 304 when the caller has the same item already.
import { matchesEtag } from './etag.ts'
import type { HttpResponse } from './message.ts'
import { Written } from './written.ts'

/** The result of any operation. `OperationResult` is the precise type for one operation. */
export type Result = {
  status: number
  body?: unknown
  /** The media type of the body; JSON when absent. */
  contentType?: string
  headers?: Record<string, string | number | undefined>
}

type Asked = { method: string; headers: Record<string, string> }

export function responseOf(
  { status, body, contentType = 'application/json', headers = {} }: Result,
  asked: Asked,
): HttpResponse {
  const own: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) own[name] = String(value)
  }
  const ifNoneMatch = asked.headers['if-none-match']
  if (
    asked.method === 'GET' &&
    own.ETag !== undefined &&
    ifNoneMatch !== undefined &&
    matchesEtag(ifNoneMatch, own.ETag)
  ) {
    return { status: 304, headers: own }
  }
  if (body === undefined) return { status, headers: own }
  const typed = { status, headers: { 'Content-Type': contentType, ...own } }
  if (isStream(body)) return { ...typed, events: body }
  if (body instanceof Uint8Array) return { ...typed, bytes: body }
  if (body instanceof Written) return { ...typed, body: body.json }
  const isText = typeof body === 'string' && !/json\b/i.test(contentType)
  return { ...typed, body: isText ? body : JSON.stringify(body) }
}

// Safe cast: the compiler allows no other stream than that of the contract's events (server/described.ts).
const isStream = (body: unknown): body is AsyncIterable<{ type: string }> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body
