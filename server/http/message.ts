// A request and an answer of the app: HTTP without the transport.

export type HttpRequest = {
  method: string
  /** The path that was sent, with its percent-escapes. */
  path: string
  /** Decoded. A repeated parameter has all its values. */
  query: Record<string, string[]>
  /** Names in lower case. The values of a repeated header are joined with a comma. */
  headers: Record<string, string>
  body?: Buffer
  requestId: string
  /** The id of the API key that the gateway has accepted. */
  apiKeyId?: string
}

export type HttpResponse = {
  status: number
  headers: Record<string, string>
  body?: string
}
