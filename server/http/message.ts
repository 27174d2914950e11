// A request and an answer as the app sees them: HTTP without its transport.

export type HttpRequest = {
  method: string
  /** The path as it was sent, percent-escapes and all. */
  path: string
  /** Decoded; a repeated parameter keeps all its values. */
  query: Record<string, string[]>
  /** Names in lower case; a repeated header is joined with a comma. */
  headers: Record<string, string>
  body?: Buffer
  requestId: string
  /** Set by the gateway when it has accepted an API key. */
  apiKeyId?: string
}

export type HttpResponse = {
  status: number
  headers: Record<string, string>
  body?: string
}
