// What watches calls: the hooks and the log in types. Their code is the entry `observe`, which a client can be given.
import type { OptionTypes } from './checks.ts'
import type { Secrets } from './secrets.ts'

/** The call and its attempt. Every hook gets these members. */
export type ObservedAttempt = {
  /** The same object for all events of a call. Use it as the key of a `WeakMap`, such as one of spans. */
  call: object
  /** `undefined` for `request()`, and `upload` for the request that sends a file to the storage. */
  operationId: string | undefined
  /** The HTTP method. */
  method: string
  /** The path as the contract has it, such as `/items/{id}`. Empty for `upload`. */
  path: string
  /**
   * The address, without credentials. That of the storage has no query, because its query is a credential. It is empty
   * until the service has given it.
   */
  url: string
  /** 1 for the first attempt. 0 when the call has failed before it. */
  attempt: number
}

/** An attempt that is about to be sent. */
export type OnRequestEvent = ObservedAttempt & {
  /** The headers of the request without its credentials. A header that the hook sets is sent. */
  headers: Headers
}

/** An attempt that was answered. */
export type OnResponseEvent = ObservedAttempt & {
  /** The HTTP status. */
  status: number
  /** The headers of the answer. */
  headers: Headers
  /** The request's id by the service. */
  requestId: string | undefined
  /** The milliseconds of the attempt, with the token before it and the answer's body. */
  duration: number
}

/** An attempt that has failed and is repeated. */
export type OnRetryEvent = ObservedAttempt & {
  /** The failure of the attempt. */
  error: unknown
  /** The status of its answer; `undefined` when none came. */
  status: number | undefined
  /** The request's id by the service; `undefined` when no answer came. */
  requestId: string | undefined
  /** The milliseconds of the attempt. */
  duration: number
  /** The milliseconds until the next attempt. */
  delay: number
}

/** A call that has failed. */
export type OnErrorEvent = ObservedAttempt & {
  /** What the call rejects with: an error of this package, or the reason of an abort. */
  error: unknown
  /** The status of the last attempt's answer; `undefined` when none came. */
  status: number | undefined
  /** The request's id by the service; `undefined` when no answer came. */
  requestId: string | undefined
  /** The milliseconds of the whole call, with its waits. */
  duration: number
}

/**
 * Functions that are told of every call, for clients with the option `observe`. The client's is called first, and then
 * that of the call. An error that one throws or rejects with is reported on the console, or to the logger, and changes
 * nothing.
 */
export type Hooks = {
  /** Before every attempt. The attempt waits for its promise. It can set headers. */
  onRequest?: ((event: OnRequestEvent) => unknown) | undefined
  /** After every attempt that was answered with any status, when the answer was read. */
  onResponse?: ((event: OnResponseEvent) => unknown) | undefined
  /** After a failed attempt, before the wait for the next one. */
  onRetry?: ((event: OnRetryEvent) => unknown) | undefined
  /** Once, when the call has failed for good or was aborted. */
  onError?: ((event: OnErrorEvent) => unknown) | undefined
}

/** `console`, or what is as simple. A line has no line break and no secret; the facts are its parts. */
export type Logger = {
  /** Takes the lines of failed calls. */
  error: (line: string, facts: object) => unknown
  /** Takes the other lines. */
  info: (line: string, facts: object) => unknown
}

/** Which lines a log has. */
export type LogLevel = 'off' | 'error' | 'info' | 'debug'

/** Options of clients with the option `observe`. */
export type LogOptions = {
  /**
   * `error`: a line for each failed call. `info`: a line for each attempt. `debug`: with addresses and the names of
   * headers. A logger is told of each attempt. Default: an environment variable, else `off`.
   */
  log?: LogLevel | Logger | undefined
}

/** Makes one attempt. The headers are sent with those of the SDK. */
export type Attempt<T> = (signal: AbortSignal, headers?: Record<string, string>) => Promise<T>

/** The request of every attempt, without its credentials. */
export type ObservedRequest = {
  readonly url: string
  headers: Record<string, string | undefined>
  /** The credentials that are known so far. The log shows none of them. */
  secrets?: Secrets
}

/** Watches one call. None of its functions throws. */
export type Watcher = {
  /** Gives an attempt that tells the hooks and the log of itself. */
  attempt: <T>(attempt: Attempt<T>, request: ObservedRequest) => Attempt<T>
  /** The attempt has failed, and is repeated after so many milliseconds. */
  retry: (error: unknown, delay: number) => void
  /** The call has failed. */
  failed: (error: unknown) => void
}

/** The parts of a call that are the same for all its attempts. */
export type ObservedCall = { id?: string | undefined; method: string; path: string }

/** `observe` of the entry `observe`. It makes the hooks and the log work. */
export type Observe = {
  /** By it a client knows that the value of the option is no other one. */
  readonly [Symbol.toStringTag]: 'Observe'
  /** The options that a call has with it. */
  callTypes: OptionTypes
  /** The options that a client has with it. Throws when the given `log` is wrong. */
  clientTypes: (given: LogOptions | null | undefined) => OptionTypes
  /** Begins to watch a call; `undefined` where nobody wants to know of it. */
  watch: (client: Hooks & LogOptions, own: Hooks | null | undefined, call: ObservedCall) => Watcher | undefined
}
