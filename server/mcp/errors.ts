// The errors of the protocol: JSON-RPC codes, and the HTTP status that goes with each.

export type Id = string | number

export const codes = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  /** Clients of older revisions know this code. It has another one since. */
  legacyResourceNotFound: -32002,
  headerMismatch: -32020,
  unsupportedVersion: -32022,
} as const

/** An error that the client gets as the answer to its message. */
export class RpcError extends Error {
  readonly code: number
  readonly data: Record<string, unknown> | undefined

  constructor(code: number, message: string, data?: Record<string, unknown>) {
    // No stack trace here: capturing one costs more than the refusal, and nobody reads it.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(message)
    Error.stackTraceLimit = stackTraceLimit
    this.code = code
    this.data = data
  }
}

export const invalidParams = (message: string, data?: Record<string, unknown>) =>
  new RpcError(codes.invalidParams, message, data)
