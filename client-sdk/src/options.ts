// What can be set per client and per call, what holds when it is not, and what is refused.
import { failureOf, FrontdeskError } from './errors.ts'

/** What can be set for every call. All times are milliseconds. */
export type CallOptions = {
  /** Ends the call, its waiting and its retries; the call rejects with `signal.reason`. */
  signal?: AbortSignal | undefined
  /** How long one attempt may take, its answer's body included. Default 30,000. */
  attemptTimeout?: number | undefined
  /** How long the call may take in all, waiting between attempts included. Default 90,000. */
  timeout?: number | undefined
  /** How often a failed attempt is repeated at most, where a repeat is safe. Default 2, so three attempts. */
  maxRetries?: number | undefined
  /** The first wait is a random part of this, and it doubles with each attempt. Default 500. */
  baseDelay?: number | undefined
  /** No wait is longer than this, but for a `Retry-After`. Default 8,000. */
  maxDelay?: number | undefined
  /** Headers to send besides those that the call itself sends. */
  headers?: Record<string, string> | undefined
}

/** For creations that the contract makes repeatable by a key. */
export type IdempotentOptions = CallOptions & {
  /**
   * 1 to 255 printable ASCII characters. The same key with the same body is carried out once, also from another
   * process. Left out, every call gets a random one, which stays the same over its attempts.
   */
  idempotencyKey?: string | undefined
}

/** For changes that can depend on the item's version. */
export type ConditionalOptions = CallOptions & {
  /**
   * An ETag. The change is made only if the item is still of this version; otherwise it fails with 412. When an
   * answer was lost on the way and the repeat meets a 412, it cannot be known whose change that was: the call then
   * fails with a `ConnectionError` whose `cause` is the 412.
   */
  ifMatch?: string | undefined
}

/** For reads that can be answered with "not modified". */
export type RevalidationOptions = CallOptions & {
  /** An ETag. When the item is still of this version, the call gives `undefined`, and `withResponse()` status 304. */
  ifNoneMatch: string | undefined
}

/**
 * Gives the token, or `undefined` when nobody is signed in: the call then goes without. `rejected` is one that it gave
 * before for the same call, and that the service did not accept. What it throws is the `cause` of a `FrontdeskError`.
 */
export type TokenSource = (context: {
  rejected: string | undefined
}) => string | undefined | Promise<string | undefined>

export type ClientOptions = Omit<CallOptions, 'signal'> & {
  /** Where the service is, for instance `https://api.frontdesk.example`; in browsers also a path, such as `/api`. */
  baseUrl: string
  /**
   * The bearer token of a user or a program, without the word `Bearer`: a string, or a function that is asked at every
   * call, and once more when the service answers 401.
   */
  token?: string | TokenSource | undefined
  /** The API key, sent to the operations that ask for one and to no other. Not for browsers: visitors could read it. */
  apiKey?: string | undefined
  /** Takes the place of the global `fetch`. */
  fetch?: ((request: Request) => Promise<Response>) | undefined
}

export const defaults = { attemptTimeout: 30_000, timeout: 90_000, maxRetries: 2, baseDelay: 500, maxDelay: 8_000 }

export type Policy = typeof defaults & { signal?: AbortSignal | undefined }

/** The defaults, overruled by each of the settings in turn; what is undefined overrules nothing. */
export function policyOf(...settings: object[]): Policy {
  // Sound: the arguments are of the option types, and an absent one leaves the default.
  const given = settings.flatMap(Object.entries).filter(([, value]) => value !== undefined) as [string, unknown][]
  for (const [name, value] of given) {
    // NaN would wait, or repeat, for ever.
    if (name in defaults && !(typeof value === 'number' && value >= 0)) refuse(name, 'a number from 0 on', value)
  }
  return { ...defaults, ...Object.fromEntries(given) }
}

/** The address that paths are put behind. Refuses what would fail every call. */
export function baseOf(settings: ClientOptions): string {
  const { token, apiKey, headers = {} } = settings
  // Not every caller has a compiler; in browsers undefined would be a path.
  const baseUrl: unknown = settings.baseUrl
  if (typeof baseUrl !== 'string') refuse('baseUrl', 'a string', baseUrl)
  policyOf(settings)
  if (typeof token !== 'function') credential('token', token)
  credential('apiKey', apiKey)
  const base = baseUrl.replace(/\/+$/, '')
  let url: string
  try {
    // As each call does it, so that it takes what a call takes: in browsers also a path.
    url = new Request(`${base}/`, { headers }).url
  } catch (error) {
    throw failureOf('createClient', error)
  }
  if (!/^https?:[^?#]*$/.test(url)) refuse('baseUrl', 'an http or https URL', baseUrl)
  return base
}

/** A credential as it is, or none. A wrong one is not shown, since errors end up in logs. */
export function credential(name: string, value: string | undefined): string | undefined {
  if (!/^\s*[!-~]+\s*$/.test(value ?? 'none')) throw new FrontdeskError(`${name} must be visible ASCII without spaces`)
  return value
}

export function refuse(name: string, wanted: string, value: unknown): never {
  throw new FrontdeskError(`${name} must be ${wanted}, not ${typeof value === 'string' ? `'${value}'` : String(value)}`)
}
