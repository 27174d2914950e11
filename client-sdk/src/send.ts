// Sends one call: its credentials, its attempts, and the meaning of its answer.
import type { Answer } from './call.ts'
import { ConnectionError, ProblemError, problemFrom, reasonOf, rejectionOf, SdkError } from './errors.ts'
import { credential, policyOf, type CallOptions, type ClientOptions } from './options.ts'
import { isPassing, withRetries } from './retry.ts'
import { sendRequest, urlOf, type Arguments, type Fetch, type Forms } from './transport.ts'

/** The part of an operation of the contract that is needed to send it. */
export type Operation = Forms & {
  id?: string
  method: string
  path: string
  /** The credential that the operation asks for. When absent, both are sent. */
  auth?: 'token' | 'apiKey' | 'none'
  /** What makes a POST or a PATCH repeatable: a key that is sent with it, or its own content. */
  repeat?: 'key' | 'content'
  /** The API keys of the operation, in a contract of several. */
  keys?: string[]
}

export type SendOptions = CallOptions & {
  idempotencyKey?: string | undefined
  ifMatch?: string | undefined
  ifNoneMatch?: string | undefined
}

type Connection = { settings: ClientOptions; base: string; fetch: Fetch }

export async function sendCall(
  { settings, base, fetch }: Connection,
  operation: Operation,
  given: Arguments,
  { idempotencyKey, ifMatch, ifNoneMatch, ...options }: SendOptions,
): Promise<Answer<unknown>> {
  const { id, method, path, auth, repeat, write = JSON.stringify, read, sign } = operation
  const name = id ?? 'request'
  const headers: Record<string, string | undefined> = {
    ...settings.headers,
    ...options.headers,
    'x-api-key': auth === 'token' || auth === 'none' ? undefined : settings.apiKey,
    'if-match': ifMatch,
    'if-none-match': ifNoneMatch,
    'idempotency-key': idempotencyKey ?? (repeat === 'key' ? randomKey() : undefined),
  }
  const token = auth === 'apiKey' || auth === 'none' ? undefined : settings.token

  const attempt = async (signal: AbortSignal): Promise<Answer<unknown>> => {
    const url = urlOf(base, path, given)
    const sendWith = async (value: string | undefined) => {
      // Without a signed-in user the service decides what that means.
      if (token !== undefined) headers.authorization = value ? `Bearer ${credential('token', value)}` : undefined
      // Safe cast: generated code pairs each writer with the bodies that it writes.
      const body = given.body === undefined ? undefined : write(given.body as never)
      return sendRequest(fetch, { name, method, url, body, headers, signal, read, ...sign?.({ url, headers }) })
    }
    const used = await tokenFrom(token, name)
    let { response, body } = await sendWith(used)
    if (response.status === 401 && used && typeof token === 'function') {
      ;({ response, body } = await sendWith(await tokenFrom(token, name, used)))
    }
    const { ok, status, headers: received } = response
    if (ok || (status === 304 && ifNoneMatch !== undefined)) {
      return { data: body, status, headers: received, requestId: received.get('x-request-id') ?? undefined }
    }
    throw problemFrom({ status, headers: received, body, operation: id })
  }

  const isRepeatable = !/^P[OA]/.test(method) || repeat !== undefined || idempotencyKey !== undefined
  let isLost = false
  const mayRepeat = (error: unknown) => {
    const repeats = isRepeatable && isPassing(error)
    // A 429 came before anything was done. After any other failure the service may have done its work.
    isLost ||= repeats && !(error instanceof ProblemError && error.status === 429)
    return repeats
  }
  return withRetries(policyOf(settings, options), attempt, mayRepeat, name).catch((error: unknown) => {
    if (!isLost || !(error instanceof ProblemError)) throw rejectionOf(name, error, options.signal)
    return afterLostAnswer(error, name, method, ifMatch)
  })
}

/** @param rejected The token that the service did not accept. */
async function tokenFrom(token: ClientOptions['token'], name: string, rejected?: string) {
  if (typeof token !== 'function') return token
  try {
    return await token({ rejected })
  } catch (cause) {
    // Always wrapped: the function may throw the failure of a call that it made, and that must not repeat this call.
    throw new SdkError(`${name} got no token: ${reasonOf(cause)}`, { cause })
  }
}

/** What a problem means when the answer of an earlier attempt was lost: that attempt may have caused it. */
function afterLostAnswer(
  error: ProblemError,
  name: string,
  method: string,
  ifMatch: string | undefined,
): Answer<unknown> {
  const { status, headers, requestId } = error
  const isGone = method === 'DELETE' && status === 404
  // An earlier attempt may have deleted the item. Either way it is gone.
  if (isGone && ifMatch === undefined) return { data: undefined, status: 204, headers, requestId }
  if (ifMatch === undefined || !(isGone || status === 412)) throw error
  throw new ConnectionError(`${name}: an answer was lost, and it is unknown whether it was carried out`, {
    cause: error,
  })
}

// Not crypto.randomUUID: browsers have it only on pages that come by https.
const randomKey = () => crypto.getRandomValues(new Uint8Array(16)).join('-')
