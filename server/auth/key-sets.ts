// The user pool's key sets: fetched at the first need, and refreshed while they are used.
import { isJwks, type Jwks } from 'aws-jwt-verify/jwk'
import * as https from 'node:https'
import { buffer } from 'node:stream/consumers'
import { createWithin } from '../deadlines.ts'
import { late, unavailable } from '../failures.ts'

const refreshAfterMilliseconds = 5 * 60_000
/** A key that has left the pool is trusted no longer than this. */
const trustMilliseconds = 10 * 60_000
/** The least time between a refresh that failed and the next one. */
const retryMilliseconds = 5000
const failureMilliseconds = 1000

/** `since`: when its fetch began. `fetch`: the number of its fetch. */
export type KeySet = { jwks: Jwks; text: string; since: number; fetch: number }

/** @param endpoint The address to use instead of Cognito's public host. */
export function createKeySets(endpoint: string | undefined, milliseconds: number) {
  const within = createWithin('Cognito', milliseconds)
  let latest: KeySet | undefined
  let fetching: Promise<KeySet> | undefined
  let fetches = 0
  let failed: { at: number; problem: Error } | undefined

  const fetchKeys = async (uri: string): Promise<KeySet> => {
    const [since, fetch] = [Date.now(), (fetches += 1)]
    const deadline = AbortSignal.timeout(milliseconds)
    try {
      const { pathname } = new URL(uri)
      const text = await download(endpoint === undefined ? new URL(uri) : new URL(pathname, endpoint), deadline)
      const jwks = text === latest?.text ? latest.jwks : keysOf(text)
      failed = undefined
      return (latest = { jwks, text, since, fetch })
    } catch (error) {
      const problem = (deadline.aborted ? late : unavailable)('Cognito', error)
      failed = { at: Date.now(), problem }
      throw problem
    } finally {
      fetching = undefined
    }
  }
  const refresh = (uri: string) => (fetching ??= fetchKeys(uri))
  const failedWithin = (time: number) => (failed && Date.now() - failed.at < time ? failed.problem : undefined)

  /** Waits for keys that can be trusted. A failure is remembered for a second. */
  const fetchNow = (uri: string) =>
    within(() => {
      const problem = failedWithin(failureMilliseconds)
      return problem ? Promise.reject(problem) : refresh(uri)
    })

  const usable = (uri: string): KeySet | Promise<KeySet> => {
    const age = latest ? Date.now() - latest.since : Infinity
    if (!latest || age >= trustMilliseconds) return fetchNow(uri)
    // The request does not wait, and does not fail: these keys are young enough.
    if (age >= refreshAfterMilliseconds && !failedWithin(retryMilliseconds)) refresh(uri).catch(() => undefined)
    return latest
  }

  return {
    /** A set that can be trusted. */
    usable,
    /** Joins the fetch that is under way, or begins one. */
    refreshed: (uri: string) => within(() => refresh(uri)),
    /** The first set, before it is needed. A failure is forgotten. */
    primed: (uri: string) => refresh(uri).finally(() => (failed = undefined)),
    isFetching: () => fetching !== undefined,
    isEmpty: () => latest === undefined,
    /** How many fetches have begun. */
    fetches: () => fetches,
    /** Why the last fetch failed; undefined when it did not. */
    problem: () => failed?.problem,
  }
}

async function download(url: URL, signal: AbortSignal): Promise<string> {
  // A static import of `node:http` would load undici too, which no cold start on AWS needs.
  const { get } = url.protocol === 'http:' ? await import('node:http') : https
  return new Promise((resolve, reject) => {
    // No agent: a connection that was kept for minutes is often dead.
    const request = get(url, { agent: false, signal }, (response) => {
      if (response.statusCode === 200) {
        buffer(response).then((bytes) => resolve(bytes.toString()), reject)
        return
      }
      response.resume()
      reject(new Error(`${url.href} answered ${response.statusCode ?? 0}.`))
    })
    request.on('error', reject)
  })
}

/** Throws when the text holds no keys: a pool always has keys. */
function keysOf(text: string): Jwks {
  const value = JSON.parse(text) as Parameters<typeof isJwks>[0]
  if (isJwks(value) && value.keys.some(({ kid }) => kid !== undefined)) return value
  throw new Error('The answer holds no keys.')
}
