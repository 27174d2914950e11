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
  const ifNoneMatch = asked.headers['if-none-match']
  const { ETag: etag } = headers
  if (
    asked.method === 'GET' &&
    etag !== undefined &&
    ifNoneMatch !== undefined &&
    matchesEtag(ifNoneMatch, String(etag))
  ) {
    return { status: 304, headers: textsOf(headers, {}) }
  }
  if (body === undefined) return { status, headers: textsOf(headers, {}) }
  const own = textsOf(headers, { 'Content-Type': contentType })
  if (isStream(body)) return { status, headers: own, events: body }
  if (body instanceof Uint8Array) return { status, headers: own, bytes: body }
  if (body instanceof Written) return { status, headers: own, body: body.json }
  const isText = typeof body === 'string' && !/json\b/i.test(contentType)
  return { status, headers: own, body: isText ? body : JSON.stringify(body) }
}

/** Adds the headers that have a value. */
function textsOf(headers: Exclude<Result['headers'], undefined>, texts: Record<string, string>) {
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) texts[name] = String(value)
  }
  return texts
}

// Safe cast: the compiler allows no other stream than that of the contract's events (server/described.ts).
const isStream = (body: unknown): body is AsyncIterable<{ type: string }> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body
