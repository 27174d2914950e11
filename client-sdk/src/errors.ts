// What a call can fail with: a problem that the service answered, no answer, or none in time.
import type { components } from '../../generated/api.ts'
import type { errorNames } from '../../generated/client-sdk/error-names.ts'

/** One place of the request that is wrong: `pointer` leads into the body, `parameter` names a parameter. */
export type ProblemPlace = NonNullable<components['schemas']['Problem']['errors']>[number]

/**
 * Everything that this package throws. An aborted call is not among it: that rejects with `signal.reason`. Where it is
 * of no subclass, the call or the client could not be made as it was given, or met a redirect.
 */
export class FrontdeskError extends Error {
  override readonly name: string = 'FrontdeskError'
  /** Of a failure of `submitAndWait` after the submit: the execution, which goes on. */
  declare readonly executionId: string | undefined
}

/** No usable answer came: the network failed, the connection broke, or the answer was cut off. `cause` says why. */
export class ConnectionError extends FrontdeskError {
  override readonly name = 'ConnectionError'
}

/** The answer did not come within `attemptTimeout`, or the whole call did not end within `timeout`. */
export class TimeoutError extends FrontdeskError {
  override readonly name = 'TimeoutError'
}

/** What is known of an answer that is a failure. */
export type ProblemFacts = {
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
 *   await frontdesk.cases.get(caseId)
 * } catch (error) {
 *   if (error instanceof NotFoundError) return undefined
 *   throw error
 * }
 */
export class ProblemError extends FrontdeskError {
  override readonly name: string = 'ProblemError'
  /** The HTTP status. */
  declare readonly status: number
  /** The kind of problem, a reference to its documentation; `about:blank` when the answer was no problem document. */
  declare readonly type: string
  /** The kind of problem in words; the same for every occurrence. */
  declare readonly title: string
  /** What happened this time, and what helps. */
  declare readonly detail: string | undefined
  /** For bad input each place that is wrong; empty otherwise. */
  declare readonly errors: readonly ProblemPlace[]
  /** The request's id; quote it when asking for help. */
  declare readonly requestId: string | undefined
  declare readonly headers: Headers
  /** The parsed body when it was JSON, else its text: a proxy's HTML page, for instance. */
  declare readonly body: unknown
  /** The operationId of the call, `undefined` for `request()`. */
  declare readonly operation: string | undefined

  constructor({ status, headers, body, operation }: ProblemFacts) {
    // Sound: every member is tested before it is used, and a string has none of them.
    const problem = Object(body) as Partial<Record<keyof components['schemas']['Problem'], unknown>>
    const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
    const title = text(problem.title) ?? `HTTP ${status}`
    const detail = text(problem.detail)
    super(`${operation ?? 'request'} failed: ${status} ${detail ?? title}`)
    this.status = status
    this.type = text(problem.type) ?? 'about:blank'
    this.title = title
    this.detail = detail
    // Sound: the contract says what the items are, and tests hold every answer of the service against it.
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
/** 401: the token is missing, expired or not accepted, also after it was asked for again. */
export class UnauthenticatedError extends ProblemError {
  override readonly name = 'UnauthenticatedError'
  declare readonly status: 401
}
/** 403: the token lacks the operation's scope, or the API key is not accepted. */
export class ForbiddenError extends ProblemError {
  override readonly name = 'ForbiddenError'
  declare readonly status: 403
}
/** 404: there is no such item. */
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
/** 413: the body is larger than the service takes. */
export class PayloadTooLargeError extends ProblemError {
  override readonly name = 'PayloadTooLargeError'
  declare readonly status: 413
}
/** 415: the body is not sent as JSON. */
export class UnsupportedMediaTypeError extends ProblemError {
  override readonly name = 'UnsupportedMediaTypeError'
  declare readonly status: 415
}
/** 422: the `idempotencyKey` was used before with another body. */
export class UnprocessableContentError extends ProblemError {
  override readonly name = 'UnprocessableContentError'
  declare readonly status: 422
}
/** 429: a rate limit was met, also after the retries. */
export class RateLimitError extends ProblemError {
  override readonly name = 'RateLimitError'
  declare readonly status: 429
}
/** 500 to 599: the service failed, or what it depends on. */
export class ServerError extends ProblemError {
  override readonly name = 'ServerError'
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

/** In words, with its cause: Node's fetch says no more than "fetch failed", and who refused what is in the cause of that. */
export const reasonOf = (met: unknown): string =>
  met instanceof Error && met.cause !== undefined ? `${wordsOf(met)}: ${wordsOf(met.cause)}` : wordsOf(met)

function wordsOf(met: unknown): string {
  // Sound: of anything else than an error these are undefined. A host with several addresses fails with a code alone.
  const { message, code } = Object(met) as { message?: unknown; code?: unknown }
  return String([message, code].find(Boolean) ?? met)
}

/** What it is that a call met: of this package, or the cause of what is. */
export const failureOf = (name: string, met: unknown): FrontdeskError =>
  met instanceof FrontdeskError ? met : new FrontdeskError(`${name} failed: ${reasonOf(met)}`, { cause: met })

/** The same, but that the reason of the caller's abort stays what it is. */
export const rejectionOf = (name: string, met: unknown, signal: AbortSignal | undefined): unknown =>
  signal?.aborted && met === signal.reason ? met : failureOf(name, met)

export function problemFrom(facts: ProblemFacts): ProblemError {
  // Sound: a status without a row gives undefined, which the fallback takes.
  const known = byStatus[facts.status as keyof typeof byStatus] as
    (new (facts: ProblemFacts) => ProblemError) | undefined
  return new (known ?? (facts.status >= 500 ? ServerError : ProblemError))(facts)
}
