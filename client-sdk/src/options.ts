// The options of the client and of a call: their defaults, and the checks that refuse wrong values.
import { failureOf, SdkError } from './errors.ts'

/** Options of every call. All times are milliseconds. */
export type CallOptions = {
  /** Ends the call, its waits and its retries. The call rejects with `signal.reason`. */
  signal?: AbortSignal | undefined
  /** How long one attempt may take, with the answer's body. Default 30,000. */
  attemptTimeout?: number | undefined
  /** How long the whole call may take, with the waits between attempts. Default 90,000. */
  timeout?: number | undefined
  /** The most repeats of a failed attempt, where a repeat is safe. Default 2, so three attempts. */
  maxRetries?: number | undefined
  /** The first wait is a random part of this time, which doubles with each attempt. Default 500. */
  baseDelay?: number | undefined
  /** The longest wait, except after a `Retry-After`. Default 8,000. */
  maxDelay?: number | undefined
  /** Headers to send with those of the call itself. */
  headers?: Record<string, string> | undefined
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
 * Gives the token, or `undefined` when nobody is signed in; the call then has no token. `rejected` is the token that it
 * gave before for the same call and that the service did not accept. An error that it throws becomes the `cause` of an
 * error of this package.
 */
export type TokenSource = (context: {
  rejected: string | undefined
}) => string | undefined | Promise<string | undefined>

export type ClientOptions = Omit<CallOptions, 'signal'> & {
  /** The address of the service, such as `https://api.example.com`. In browsers also a path, such as `/api`. */
  baseUrl: string
  /**
   * The bearer token of a user or a program, without the word `Bearer`: a string or a function. The function runs for
   * every call, and again when the service answers 401.
   */
  token?: string | TokenSource | undefined
  /** The API key, sent only to the operations that ask for it. Not for browsers: visitors could read it. */
  apiKey?: string | undefined
  /** Replaces the global `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined
}

export const defaults = { attemptTimeout: 30_000, timeout: 90_000, maxRetries: 2, baseDelay: 500, maxDelay: 8_000 }

export type Policy = typeof defaults & { signal?: AbortSignal | undefined }

/** The defaults, overruled by the settings in their order. An undefined member overrules nothing. */
export function policyOf(...settings: object[]): Policy {
  // Safe cast: the arguments have the option types, and an absent option leaves the default.
  const given = settings.flatMap(Object.entries).filter(([, value]) => value !== undefined) as [string, unknown][]
  for (const [name, value] of given) {
    // With NaN a call would wait or repeat without end.
    if (name in defaults && !(typeof value === 'number' && value >= 0)) refuse(name, 'a number from 0 on', value)
  }
  return { ...defaults, ...Object.fromEntries(given) }
}

/** The address in front of every path. Refuses settings that would make every call fail. */
export function baseOf(settings: ClientOptions): string {
  const { token, apiKey, headers = {} } = settings
  // Not every caller has a compiler, and browsers would read undefined as a path.
  const baseUrl: unknown = settings.baseUrl
  if (typeof baseUrl !== 'string') refuse('baseUrl', 'a string', baseUrl)
  policyOf(settings)
  if (typeof token !== 'function') credential('token', token)
  credential('apiKey', apiKey)
  const base = baseUrl.replace(/\/+$/, '')
  let url: string
  try {
    // A call does the same, so this accepts exactly what a call accepts: in browsers also a path.
    url = new Request(`${base}/`, { headers }).url
  } catch (error) {
    throw failureOf('createClient', error)
  }
  if (!/^https?:[^?#]*$/.test(url)) refuse('baseUrl', 'an http or https URL', baseUrl)
  return base
}

/** The credential, unchanged. The error does not show a wrong one, because errors end up in logs. */
export function credential(name: string, value: string | undefined): string | undefined {
  if (!/^\s*[!-~]+\s*$/.test(value ?? 'none')) throw new SdkError(`${name} must be visible ASCII without spaces`)
  return value
}

export function refuse(name: string, wanted: string, value: unknown): never {
  throw new SdkError(`${name} must be ${wanted}, not ${typeof value === 'string' ? `'${value}'` : String(value)}`)
}
