// The access token of the bridge: the one that was given, or one that is fetched and renewed.
import { reasonOf } from '../src/errors.ts'
import { variables, type Credential } from './settings.ts'

export type Tokens = {
  /** A token for the next request. `rejected` is one that the service did not accept. */
  get: (signal: AbortSignal, rejected?: string) => Promise<string>
  /** Whether another token can be had. */
  canRenew: boolean
  /** Where the token comes from: a person looks there when the service refuses it. */
  source: string
}

/** A token is renewed before its end, because a request takes time and clocks differ. */
const marginSeconds = 60

export function createTokens(credential: Credential): Tokens {
  if ('token' in credential) {
    const { token } = credential
    return { get: () => Promise.resolve(token), canRenew: false, source: variables.token }
  }
  let fetched: { token: Promise<string>; until: number } | undefined
  let known: string | undefined

  const renew = (): Promise<string> => {
    const renewed: NonNullable<typeof fetched> = { token: Promise.resolve(''), until: Infinity }
    renewed.token = fetchToken(credential).then(
      ({ token, seconds }) => {
        renewed.until = Date.now() + Math.max(0, seconds - marginSeconds) * 1000
        known = token
        return token
      },
      (error: unknown) => {
        if (fetched === renewed) fetched = undefined
        throw error
      },
    )
    fetched = renewed
    return renewed.token
  }

  return {
    // All requests wait for the same token. So the end of one of them does not end the fetch.
    get: (signal, rejected) => {
      const isUsable = fetched && Date.now() < fetched.until && (rejected === undefined || rejected !== known)
      return aborting(signal, isUsable && fetched ? fetched.token : renew())
    },
    canRenew: true,
    source: `${variables.clientId} and ${variables.clientSecret}`,
  }
}

function aborting<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('The request was ended.'))
    }
    signal.addEventListener('abort', abort, { once: true })
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

const fetchMilliseconds = 30_000

/** The grant of a program (RFC 6749, 4.4). */
async function fetchToken({ clientId, clientSecret, tokenUrl }: Extract<Credential, { clientId: string }>) {
  const pair = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')
  const request = {
    method: 'POST',
    headers: { authorization: `Basic ${pair}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
    redirect: 'manual' as const,
    signal: AbortSignal.timeout(fetchMilliseconds),
  }
  const place = `The token of ${variables.tokenUrl}`
  const response = await fetch(tokenUrl, request).catch((cause: unknown) => {
    throw new Error(`${place} could not be fetched: ${reasonOf(cause)}`, { cause })
  })
  const text = await response.text()
  const { access_token: token, expires_in: seconds, error } = membersOf(text)
  if (response.ok && typeof token === 'string' && /^[!-~]+$/.test(token)) {
    return { token, seconds: typeof seconds === 'number' ? seconds : marginSeconds }
  }
  const reason = typeof error === 'string' ? ` ${error}` : ''
  throw new Error(`${place} was refused: ${response.status}${reason}. Are ${variables.clientId} and its secret right?`)
}

/** The members of a JSON object; none for anything else. */
function membersOf(text: string): Record<string, unknown> {
  try {
    // Safe cast: Object() makes an object of every value, and the members are tested before use.
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    return {}
  }
}
