// The errors of a call: a problem that the service answered, no answer, or no answer in time.
import type { errorNames } from '../../generated/client-sdk/error-names.ts'
import type { ProblemPlace, StartedIds } from '../../generated/client-sdk/errors.ts'
import { identifier } from '../../generated/names.ts'

const baseName = `${identifier}Error`

/**
 * The base class of everything that this package throws. An aborted call rejects with `signal.reason` instead. An
 * error of no subclass means one of two things: the call or the client got wrong arguments, or the call met a redirect.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class SdkError extends Error {
  // Node prints the name of the class in a log, so the class has the public name too.
  static override readonly name = baseName
  override readonly name: string = baseName
}
// Safe cast: merging only adds the ids of the contract, so that the class spells none of them.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type
export interface SdkError extends StartedIds {}

/** No usable answer came: the network failed, the connection broke, or the answer was cut off. `cause` has the reason. */
export class ConnectionError extends SdkError {
  override readonly name = 'ConnectionError'
}

/** The answer did not come within `attemptTimeout`, or the whole call did not end within `timeout`. */
export class TimeoutError extends SdkError {
  override readonly name = 'TimeoutError'
}

/** A failed answer. */
type ProblemFacts = {
  status: number
  headers: Headers
  /** The parsed body when it was JSON, else its text. */
  body: unknown
  operation: string | undefined
}

/**
 * The service, or something in front of it, answered with a failure (RFC 9457).
 *
 * @example
 * try {
 *   await items.get(id)
 * } catch (error) {
 *   if (error instanceof NotFoundError) return undefined
 *   throw error
 * }
 */
export class ProblemError extends SdkError {
  override readonly name: string = 'ProblemError'
  /** The HTTP status. */
  declare readonly status: number
  /** The kind of problem: a link to its documentation. `about:blank` when the answer was not a problem document. */
  declare readonly type: string
  /** The kind of problem in words, the same each time. */
  declare readonly title: string
  /** What happened this time, and how to correct it. */
  declare readonly detail: string | undefined
  /** Each wrong place of bad input; empty otherwise. */
  declare readonly errors: readonly ProblemPlace[]
  /** The request's id. Quote it when you ask for help. */
  declare readonly requestId: string | undefined
  declare readonly headers: Headers
  /** The parsed body when it was JSON, else its text, such as a proxy's HTML page. */
  declare readonly body: unknown
  /** The operationId of the call, `undefined` for `request()`. */
  declare readonly operation: string | undefined

  constructor({ status, headers, body, operation }: ProblemFacts) {
    // Safe cast: every member is tested before use, and other values have none of the members.
    const problem = Object(body) as Partial<Record<'type' | 'title' | 'detail' | 'errors' | 'requestId', unknown>>
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
    const title = text(problem.title) ?? `HTTP ${status}`
    const detail = text(problem.detail)
    super(`${operation ?? 'request'} failed: ${status} ${detail ?? title}`)
    this.status = status
    this.type = text(problem.type) ?? 'about:blank'
    this.title = title
    this.detail = detail
    // Safe cast: tests validate every answer of the service against the contract.
    this.errors = Array.isArray(problem.errors) ? (problem.errors as ProblemPlace[]) : []
    this.requestId = headers.get('x-request-id') ?? text(problem.requestId)
    this.headers = headers
    this.body = body
    this.operation = operation
  }
}

/** 400: the request does not match the contract; `errors` names each place. Nothing was stored. */
export class BadRequestError extends ProblemError {
  override readonly name = 'BadRequestError'
  declare readonly status: 400
}
/** 401: the token is missing, expired or not accepted. A token function was called a second time before. */
export class UnauthenticatedError extends ProblemError {
  override readonly name = 'UnauthenticatedError'
  declare readonly status: 401
}
/** 403: the token lacks the operation's scope, or the API key is not accepted. */
export class ForbiddenError extends ProblemError {
  override readonly name = 'ForbiddenError'
  declare readonly status: 403
}
/** 404: the item does not exist. */
export class NotFoundError extends ProblemError {
  override readonly name = 'NotFoundError'
  declare readonly status: 404
}
/** 409: an item with this id exists already, with other content. */
export class ConflictError extends ProblemError {
  override readonly name = 'ConflictError'
  declare readonly status: 409
}
/** 412: the item has changed since the ETag in `ifMatch` was read. */
export class PreconditionFailedError extends ProblemError {
  override readonly name = 'PreconditionFailedError'
  declare readonly status: 412
}
/** 413: the body is larger than the service accepts. */
export class PayloadTooLargeError extends ProblemError {
  override readonly name = 'PayloadTooLargeError'
  declare readonly status: 413
}
/** 415: the body was not sent as JSON. */
export class UnsupportedMediaTypeError extends ProblemError {
  override readonly name = 'UnsupportedMediaTypeError'
  declare readonly status: 415
}
/** 422: the `idempotencyKey` was used before with another body. */
export class UnprocessableContentError extends ProblemError {
  override readonly name = 'UnprocessableContentError'
  declare readonly status: 422
}
/** 431: the path, the query and the headers are larger than the gateway accepts. */
export class HeadersTooLargeError extends ProblemError {
  override readonly name = 'HeadersTooLargeError'
  declare readonly status: 431
}

/** 429: the rate limit was exceeded, and the retries did not help. */
export class RateLimitError extends ProblemError {
  override readonly name = 'RateLimitError'
  declare readonly status: 429
}
/** 500 to 599: the service or one of its dependencies failed. */
export class ServerError extends ProblemError {
  override readonly name: string = 'ServerError'
}
/** 503: a dependency of the service is not available, and the retries did not help. The request may have been carried out. */
export class ServiceUnavailableError extends ServerError {
  override readonly name = 'ServiceUnavailableError'
  declare readonly status: 503
}
/** 504: a dependency of the service did not answer in time. The request may have been carried out. */
export class GatewayTimeoutError extends ServerError {
  override readonly name = 'GatewayTimeoutError'
  declare readonly status: 504
}

const byStatus = {
  400: BadRequestError,
  401: UnauthenticatedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  413: PayloadTooLargeError,
  415: UnsupportedMediaTypeError,
  422: UnprocessableContentError,
  429: RateLimitError,
  431: HeadersTooLargeError,
  503: ServiceUnavailableError,
  504: GatewayTimeoutError,
} as const satisfies {
  // The contract names the classes, and codegen writes these names in TSDoc.
  [Status in Exclude<keyof typeof errorNames, '5XX'>]: new (
    facts: ProblemFacts,
  ) => ProblemError & { readonly name: (typeof errorNames)[Status] }
}

/** The class of a status: `ErrorOfStatus<404>` is `NotFoundError`. */
export type ErrorOfStatus<Status extends number> = Status extends keyof typeof byStatus
  ? InstanceType<(typeof byStatus)[Status]>
  : `${Status}` extends `5${string}`
    ? ServerError & { readonly status: Status }
    : ProblemError & { readonly status: Status }

/** The error in words, with its cause: Node's fetch says only "fetch failed", and its cause has the reason. */
export const reasonOf = (met: unknown): string =>
  met instanceof Error && met.cause !== undefined ? `${wordsOf(met)}: ${wordsOf(met.cause)}` : wordsOf(met)

function wordsOf(met: unknown): string {
  // Safe cast: a value that is not an error has neither member. The error of a host with several addresses has only a code.
  const { message, code } = Object(met) as { message?: unknown; code?: unknown }
  return String([message, code].find(Boolean) ?? met)
}

/** The failure as an error of this package: itself, or the cause of a new error. */
export const failureOf = (name: string, met: unknown): SdkError =>
  met instanceof SdkError ? met : new SdkError(`${name} failed: ${reasonOf(met)}`, { cause: met })

/** The same, except that the reason of the caller's abort stays as it is. */
export const rejectionOf = (name: string, met: unknown, signal: AbortSignal | undefined): unknown =>
  signal?.aborted && met === signal.reason ? met : failureOf(name, met)

export function problemFrom(facts: ProblemFacts): ProblemError {
  // Safe cast: a status without a row gives undefined, and the fallback handles that.
  const known = byStatus[facts.status as keyof typeof byStatus] as
    (new (facts: ProblemFacts) => ProblemError) | undefined
  return new (known ?? (facts.status >= 500 ? ServerError : ProblemError))(facts)
}
