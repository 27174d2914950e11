// A request and an answer of the app: HTTP without the transport.
import type { Fault } from './problem.ts'

export type HttpRequest = {
  method: string
  /** The path that was sent, with its percent-escapes. */
  path: string
  /** Decoded. A repeated parameter has all its values. */
  query: Record<string, string[]>
  /** Names in lower case. The values of a repeated header are joined with a comma. */
  headers: Record<string, string>
  /** The names of the headers that were given more than once, in lower case. */
  repeated?: readonly string[]
  body?: Buffer
  /** The gateway's id of the request. */
  requestId: string
  /** The domain that the gateway was called at, and the path there, which can begin with the stage. */
  gateway?: { domainName?: unknown; path?: unknown }
  /** The client on whose behalf the MCP endpoint sends the request, as the log has it. */
  client?: string
  /** Aborts when the caller of a stream leaves. */
  signal?: AbortSignal
  /** The id of the API key that the gateway has accepted. */
  apiKeyId?: string
  /** The consumer that the key belongs to. */
  consumer?: string
  /** The parts that the transport could not read. Such a request is a 400. */
  faults?: Fault[]
}

export type HttpResponse = {
  status: number
  headers: Record<string, string>
  body?: string
  /** A body that is no text. */
  bytes?: Uint8Array
  /** The events of a stream. It never throws: a failure is its last event. */
  events?: AsyncIterable<{ type: string }>
}
