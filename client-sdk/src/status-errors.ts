// The errors of the contract's statuses, one class for each. problemFrom finds them once this module is loaded.
import type { errorNames } from '../../generated/client-sdk/error-names.ts'
import { classes, ProblemError, type ProblemFacts } from './problem-errors.ts'

/** 400: the request does not match the contract; `errors` names each place. Nothing was stored. */
export class BadRequestError extends ProblemError {
  static override readonly name = 'BadRequestError'
  declare readonly name: 'BadRequestError'
  declare readonly status: 400
}
/** 401: the token is missing, expired or not accepted. A token function was called a second time before. */
export class UnauthenticatedError extends ProblemError {
  static override readonly name = 'UnauthenticatedError'
  declare readonly name: 'UnauthenticatedError'
  declare readonly status: 401
}
/** 403: the token lacks the operation's scope, or the API key is not accepted. */
export class ForbiddenError extends ProblemError {
  static override readonly name = 'ForbiddenError'
  declare readonly name: 'ForbiddenError'
  declare readonly status: 403
}
/** 404: the item does not exist. */
export class NotFoundError extends ProblemError {
  static override readonly name = 'NotFoundError'
  declare readonly name: 'NotFoundError'
  declare readonly status: 404
}
/** 409: an item with this id exists already, with other content. */
export class ConflictError extends ProblemError {
  static override readonly name = 'ConflictError'
  declare readonly name: 'ConflictError'
  declare readonly status: 409
}
/** 412: the item has changed since the ETag in `ifMatch` was read. */
export class PreconditionFailedError extends ProblemError {
  static override readonly name = 'PreconditionFailedError'
  declare readonly name: 'PreconditionFailedError'
  declare readonly status: 412
}
/** 413: the body is larger than the service accepts. */
export class PayloadTooLargeError extends ProblemError {
  static override readonly name = 'PayloadTooLargeError'
  declare readonly name: 'PayloadTooLargeError'
  declare readonly status: 413
}
/** 415: the body was not sent as JSON. */
export class UnsupportedMediaTypeError extends ProblemError {
  static override readonly name = 'UnsupportedMediaTypeError'
  declare readonly name: 'UnsupportedMediaTypeError'
  declare readonly status: 415
}
/** 422: the `idempotencyKey` was used before with another body. */
export class UnprocessableContentError extends ProblemError {
  static override readonly name = 'UnprocessableContentError'
  declare readonly name: 'UnprocessableContentError'
  declare readonly status: 422
}
/** 431: the path, the query and the headers are larger than the gateway accepts. */
export class HeadersTooLargeError extends ProblemError {
  static override readonly name = 'HeadersTooLargeError'
  declare readonly name: 'HeadersTooLargeError'
  declare readonly status: 431
}

/** 429: the rate limit was exceeded, and the retries did not help. */
export class RateLimitError extends ProblemError {
  static override readonly name = 'RateLimitError'
  declare readonly name: 'RateLimitError'
  declare readonly status: 429
}
/** 500 to 599: the service or one of its dependencies failed. */
export class ServerError extends ProblemError {
  static override readonly name: string = 'ServerError'
}
/** 503: a dependency of the service is not available, and the retries did not help. The request may have been carried out. */
export class ServiceUnavailableError extends ServerError {
  static override readonly name = 'ServiceUnavailableError'
  declare readonly name: 'ServiceUnavailableError'
  declare readonly status: 503
}
/** 504: a dependency of the service did not answer in time. The request may have been carried out. */
export class GatewayTimeoutError extends ServerError {
  static override readonly name = 'GatewayTimeoutError'
  declare readonly name: 'GatewayTimeoutError'
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

const found: Partial<Record<number, new (facts: ProblemFacts) => ProblemError>> = byStatus
classes.of = (status) => found[status] ?? (status >= 500 ? ServerError : undefined)

/** The class of a status: `ErrorOfStatus<404>` is `NotFoundError`. */
export type ErrorOfStatus<Status extends number> = Status extends keyof typeof byStatus
  ? InstanceType<(typeof byStatus)[Status]>
  : `${Status}` extends `5${string}`
    ? ServerError & { readonly status: Status }
    : ProblemError & { readonly status: Status }
