// The user pool's signing keys: fetched at the first need, refreshed while they are used, and again for an unknown key.
import { JwtWithoutValidKidError, KidNotFoundInJwksError } from 'aws-jwt-verify/error'
import { isJwks, SimpleJwksCache, type Jwks, type JwksCache, type JwkWithKid } from 'aws-jwt-verify/jwk'
import * as https from 'node:https'
import { buffer } from 'node:stream/consumers'
import { createWithin, deadlines, late, unavailable } from '../dependency.ts'

const refreshAfterMilliseconds = 5 * 60_000
/** A key that has left the pool is trusted no longer than this. */
const trustMilliseconds = 10 * 60_000
/** The least time between two fetches for unknown keys: anyone can name a key that does not exist. */
const unknownKeyMilliseconds = 5000
const failureMilliseconds = 1000

/** `since`: when its fetch began. `fetch`: the number of its fetch. */
type KeySet = { jwks: Jwks; text: string; since: number; fetch: number }

export type SigningKeys = JwksCache & {
  /** The key set, at most ten minutes old. Undefined before the first need. Another set is another object. */
  current: () => Jwks | undefined | Promise<Jwks>
}

/**
 * @param endpoint The address to use instead of Cognito's public host. The variable
 *   `AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER` has the same meaning for the AWS SDK.
 */
export function createSigningKeys(endpoint: string | undefined, milliseconds: number = deadlines.Cognito): SigningKeys {
  const within = createWithin('Cognito', milliseconds)
  let latest: KeySet | undefined
  let fetching: Promise<KeySet> | undefined
  let fetches = 0
  let failed: { at: number; problem: Error } | undefined
  let unknownAt = -Infinity
  let uri = ''

  const fetchKeys = async (): Promise<KeySet> => {
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
  const refresh = () => (fetching ??= fetchKeys())
  const failedWithin = (time: number) => (failed && Date.now() - failed.at < time ? failed.problem : undefined)

  /** Waits for keys that can be trusted. A failure is remembered for a second. */
  const fetchNow = () =>
    within(() => {
      const problem = failedWithin(failureMilliseconds)
      return problem ? Promise.reject(problem) : refresh()
    })

  const usable = (): KeySet | Promise<KeySet> => {
    const age = latest ? Date.now() - latest.since : Infinity
    if (!latest || age >= trustMilliseconds) return fetchNow()
    // The request does not wait, and does not fail: these keys are young enough.
    if (age >= refreshAfterMilliseconds && !failedWithin(unknownKeyMilliseconds)) refresh().catch(() => undefined)
    return latest
  }

  const getJwk: JwksCache['getJwk'] = async (jwksUri, { header: { kid } }) => {
    if (typeof kid !== 'string') throw new JwtWithoutValidKidError('The token names no key.')
    uri = jwksUri
    const before = fetches
    const find = ({ jwks, fetch }: KeySet) => {
      const key = jwks.keys.find((candidate): candidate is JwkWithKid => candidate.kid === kid)
      // The set is newer than the token, so another fetch would not find the key.
      if (!key && fetch > before) unknownAt = Date.now()
      return key
    }
    const known = find(await usable()) ?? (fetching && find(await within(refresh)))
    if (known) return known
    if (Date.now() - unknownAt >= unknownKeyMilliseconds) {
      unknownAt = Date.now()
      const added = find(await within(refresh))
      if (added) return added
    }
    // The last fetch has failed: nobody knows whether the pool has this key.
    throw failed?.problem ?? new KidNotFoundInJwksError(`The pool has no key ${kid}.`)
  }

  const current = () => {
    const keySet = latest && usable()
    return keySet instanceof Promise ? keySet.then(({ jwks }) => jwks) : keySet?.jwks
  }
  return Object.assign(new SimpleJwksCache(), { getJwk, current })
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
