// The options of the client and of a call, and their defaults.
import type { Hooks, LogOptions, Observe } from './observer.ts'
import type { CheckAnswer } from './check-answer.ts'
import type { TokenReader } from './token.ts'

/** Options of every call. All times are milliseconds. Hooks need a client with the option `observe`. */
export type CallOptions = Hooks & {
  /** Ends the call, its waits and its retries. The call rejects with `signal.reason`. As in `fetch`, `null` is none. */
  signal?: AbortSignal | null | undefined
  /**
   * How long one attempt may take, with the answer's body.
   *
   * @default 30_000
   */
  attemptTimeout?: number | undefined
  /**
   * How long the whole call may take, with the waits between attempts.
   *
   * @default 90_000
   */
  timeout?: number | undefined
  /**
   * The most repeats of a failed attempt, where a repeat is safe. Two repeats are three attempts.
   *
   * @default 2
   */
  maxRetries?: number | undefined
  /**
   * The first wait is a random part of this time, which doubles with each attempt.
   *
   * @default 500
   */
  baseDelay?: number | undefined
  /**
   * The longest wait, except after a `Retry-After`.
   *
   * @default 8_000
   */
  maxDelay?: number | undefined
  /** Headers to send with those of the call itself. */
  headers?: Record<string, string> | undefined
  /** More options of `fetch`, such as `dispatcher`, `credentials` and `cache`. Those of a call overrule the client's. */
  fetchOptions?: FetchOptions | undefined
}

/** Not every platform's types have all of them: those of Node have no `priority`. */
type KnownOptions =
  'cache' | 'credentials' | 'integrity' | 'keepalive' | 'mode' | 'priority' | 'referrer' | 'referrerPolicy'

/** Options of `fetch`, also those of one platform, such as `dispatcher` in Node. Some belong to the SDK. */
export type FetchOptions = Pick<RequestInit, Extract<keyof RequestInit, KnownOptions>> & {
  /** The operation has it. */
  method?: never
  /** The operation has it. */
  body?: never
  /** Use the option `headers` of the client or of the call. */
  headers?: never
  /** Use the option `signal` of the call. */
  signal?: never
  /** A redirect would send the credentials to another address. */
  redirect?: never
  [option: string]: unknown
}

/** Options of creations that a key makes repeatable. */
export type IdempotentOptions = CallOptions & {
  /**
   * 1 to 255 printable ASCII characters. The service carries out the same key with the same body once, even when it
   * comes from another process. By default every call has a random key, the same for all its attempts.
   */
  idempotencyKey?: string | undefined
}

/** Options of changes that can depend on the item's version. */
export type ConditionalOptions = CallOptions & {
  /**
   * An ETag. The change is made only if the item still has this version; otherwise the call fails with 412. When an
   * answer was lost and the repeat fails with 412, nobody can tell whose change that was. The call then fails with a
   * `ConnectionError` whose `cause` is the 412.
   */
  ifMatch?: string | undefined
}

/** Options of reads that the service can answer with "not modified". */
export type RevalidationOptions = CallOptions & {
  /** An ETag. When the item still has this version, the call gives `undefined`, and `withResponse()` status 304. */
  ifNoneMatch: string | undefined
}

/**
 * Gives the token, or `undefined` when nobody is signed in; the call then has no token. `rejected` is the token that the
 * service did not accept. However many calls get a 401 at the same time, the function runs once for them. `signal` fires
 * when no call waits for the token any more. An error that it throws becomes the `cause` of an error of this package.
 */
export type TokenSource = (context: {
  rejected: string | undefined
  signal: AbortSignal
}) => string | undefined | Promise<string | undefined>

/** The part of a response that the SDK reads. Those of other libraries have it too. */
export type FetchedResponse = Pick<Response, 'ok' | 'status' | 'text'> & {
  /** Its headers, by their names. */
  headers: Pick<Headers, 'get'>
  /** Whether the platform has followed a redirect. */
  redirected?: boolean | undefined
  /** The address that answered. */
  url?: string | undefined
}

/** What the SDK gives to a fetch, in types that other libraries share with the platform. */
export type FetchInit = {
  /** The HTTP method. */
  method: string
  /** The headers, by their names. */
  headers: Record<string, string>
  /** A text. Uploads and forms give a Blob, a stream or a form, for which each library has a type of its own. */
  body: string | null
  /** Fires when the attempt is over, or its time. */
  signal: AbortSignal
  /** Redirects are not followed. */
  redirect?: 'manual'
  /** Only with a stream. */
  duplex?: 'half'
}

/** Options of a client. All of them except `baseUrl` can be left out. */
export type ClientOptions = Omit<CallOptions, 'signal'> &
  LogOptions & {
    /** The address of the service, such as `https://api.example.com`. In browsers also a path, such as `/api`. */
    baseUrl: string
    /**
     * The bearer token of a user or a program, without the word `Bearer`: a string or a function. The function runs for
     * every call, and again when the service answers 401.
     */
    token?: string | TokenSource | undefined
    /** The API key, sent only to the operations that ask for it. Not for browsers: visitors could read it. */
    apiKey?: string | undefined
    /** Replaces the global `fetch`. That of another library does too, such as the one of undici. */
    fetch?: ((url: string, init: FetchInit) => Promise<FetchedResponse>) | undefined
    /**
     * A part of every key in the cache of TanStack Query. Default: the base URL. Two clients of one cache need two scopes
     * when they have the same base URL and another user.
     */
    cacheScope?: string | undefined
    /** `observe` of the entry `observe`: it makes hooks and `log` work. A bundle without it has no code for them. */
    observe?: Observe | undefined
    /**
     * Checks each success against the contract, and rejects with an `AnswerError` when it breaks it. `'answers'` loads the
     * validators with the first answer, where modules can be loaded by their names: in Node, Deno and Bun. A bundle and a
     * service worker pass the function `answers` of the entry `validate` instead. Default: nothing is checked.
     */
    validate?: 'answers' | CheckAnswer | undefined
  }

/**
 * Some of the options; an undefined one is none. TypeScript's own `Partial` would refuse `undefined` where the compiler is
 * strict about it.
 */
export type SomeOf<Options> = { [Name in keyof Options]?: Options[Name] | undefined }

/** The options that are numbers. */
export const defaults = { attemptTimeout: 30_000, timeout: 90_000, maxRetries: 2, baseDelay: 500, maxDelay: 8_000 }

/** The numbers of a call, its signal, and what the repeats of a client's calls have spent of their budget. */
export type Policy = typeof defaults & { signal?: AbortSignal | null | undefined; budget: { spent: number } }

/** What a call needs of its options and of its client. */
export type CallPolicy = Policy & {
  baseUrl: string
  apiKey?: string | undefined
  token?: ClientOptions['token']
  headers: Record<string, string | undefined>
  fetchOptions: FetchOptions
  /** Absent where the client has no token. */
  tokens?: TokenReader | undefined
  fetch?: ClientOptions['fetch']
  validate?: ClientOptions['validate']
  /** The fetch of the client or of the platform. Its failures are always rejections. */
  load: Fetch
}
export type Fetch = (url: string, init: RequestInit) => Promise<FetchedResponse>
