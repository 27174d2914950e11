// The package's entry: the client with its resources, its errors, and the types of the contract.
export * from '../../generated/client-sdk/client.ts'
export * from '../../generated/client-sdk/errors.ts'
export * from '../../generated/client-sdk/models.ts'
export * from '../../generated/client-sdk/resources.ts'
export type { paths } from '../../generated/api.ts'
export type { RawCall } from './answers.ts'
export type { Answer, Call, ToldHeader, ToldHeaders } from './call.ts'
export type { CheckAnswer } from './check-answer.ts'
export { createClient, type Client } from './client.ts'
export { ConnectionError, TimeoutError } from './errors.ts'
export { ProblemError } from './problem-errors.ts'
export {
  BadRequestError,
  ConflictError,
  ForbiddenError,
  GatewayTimeoutError,
  NotFoundError,
  HeadersTooLargeError,
  PayloadTooLargeError,
  PreconditionFailedError,
  RateLimitError,
  ServerError,
  ServiceUnavailableError,
  UnauthenticatedError,
  UnprocessableContentError,
  UnsupportedMediaTypeError,
  type ErrorOfStatus,
} from './status-errors.ts'
export type {
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  FetchedResponse,
  FetchInit,
  FetchOptions,
  IdempotentOptions,
  RevalidationOptions,
  SomeOf,
  TokenSource,
} from './options.ts'
export type {
  Hooks,
  Logger,
  LogLevel,
  LogOptions,
  Observe,
  ObservedAttempt,
  OnErrorEvent,
  OnRequestEvent,
  OnResponseEvent,
  OnRetryEvent,
} from './observer.ts'
export type { EventStream, StreamOptions } from './event-stream.ts'
export type { List } from './pages.ts'
export type { WaitOptions } from './poll.ts'
export { isProblemOf, type ProblemOf } from './problem-of.ts'
export type { PathOf, RequestOptions, Requester } from './request.ts'
export type { UpdateWithOptions } from './update-with.ts'
export type { Progress, UploadedFile, UploadOptions, UploadSource } from './upload.ts'
