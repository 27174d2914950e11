// The way of every call: credentials, attempts, and what an answer means.
import { callOf, type Answer, type Call } from './call.ts'
import { ConnectionError, FrontdeskError, ProblemError, problemFrom, reasonOf, rejectionOf } from './errors.ts'
import { exchange, urlOf, type Arguments } from './exchange.ts'
import { baseOf, credential, policyOf, type CallOptions, type ClientOptions, type Policy } from './options.ts'
import type { Requester } from './request.ts'
import { isPassing, withRetries } from './retry.ts'

/** An operation of the contract, as far as sending it needs to know. */
export type Operation = {
  id?: string
  method: string
  path: string
  /** The credential that it asks for; without it, whichever there are. */
  auth?: 'token' | 'apiKey' | 'none'
  /** What makes a POST repeatable: a key that is sent along, or its own content. */
  repeat?: 'key' | 'content'
}

type Loose = Arguments & CallOptions & Conditions
type Conditions = {
  idempotencyKey?: string | undefined
  ifMatch?: string | undefined
  ifNoneMatch?: string | undefined
}

/** What resources are made from: `cases(createClient({ … }))`. */
export interface Client extends Requester {
  /** @internal */
  send<Data, Status extends number>(
    operation: Operation,
    given: Arguments,
    options?: CallOptions & Conditions,
  ): Call<Data, Status>
  /** @internal How the client repeats, overruled by each of the settings in turn. */
  policy: (...settings: object[]) => Policy
  /** @internal */
  fetch: (request: Request) => Promise<Response>
}

/**
 * The client without resources, for bundles that want only some of them.
 *
 * @throws {@link FrontdeskError} when an option is none that any call could succeed with
 * @example
 * const client = createClient({ baseUrl, token })
 * const frontdesk = { cases: cases(client) }
 */
export function createClient(settings: ClientOptions): Client {
  const { token, apiKey } = settings
  const base = baseOf(settings)
  // Looked up at each request: tests and tools put their own in the place of the global one. Async, so that one of the
  // caller's that throws at once rejects like any other.
  const wire = async (request: Request) => await (settings.fetch ?? globalThis.fetch)(request)

  const send = async (
    { id, method, path, auth, repeat }: Operation,
    given: Arguments,
    { idempotencyKey, ifMatch, ifNoneMatch, ...options }: CallOptions & Conditions = {},
  ): Promise<Answer<unknown>> => {
    const name = id ?? 'request'
    const headers: Record<string, string | undefined> = {
      ...settings.headers,
      ...options.headers,
      'x-api-key': auth === 'token' || auth === 'none' ? undefined : apiKey,
      'if-match': ifMatch,
      'if-none-match': ifNoneMatch,
      'idempotency-key': idempotencyKey ?? (repeat === 'key' ? randomKey() : undefined),
    }
    const repeatable = method !== 'POST' || repeat !== undefined || idempotencyKey !== undefined
    let lost: unknown

    // Wrapped whatever it is: a failure of another call that the function made is none of this one, and not repeated.
    const noToken = (cause: unknown) => {
      throw new FrontdeskError(`${name} got no token: ${reasonOf(cause)}`, { cause })
    }

    const authorize = async (rejected?: string) => {
      if (token === undefined || auth === 'apiKey' || auth === 'none') return undefined
      const value = typeof token === 'string' ? token : await Promise.resolve({ rejected }).then(token).catch(noToken)
      // When nobody is signed in, it is the service's to say what that means.
      headers.authorization = value ? `Bearer ${credential('token', value)}` : undefined
      return value
    }

    const attempt = async (signal: AbortSignal): Promise<Answer<unknown>> => {
      const url = urlOf(base, path, given)
      const used = await authorize()
      const outgoing = { name, method, url, body: given.body, headers, signal }
      let { response, body } = await exchange(wire, outgoing)
      if (response.status === 401 && used && typeof token === 'function') {
        await authorize(used)
        ;({ response, body } = await exchange(wire, outgoing))
      }
      const { ok, status, headers: received } = response
      if (ok || (status === 304 && ifNoneMatch !== undefined)) {
        return { data: body, status, headers: received, requestId: received.get('x-request-id') ?? undefined }
      }
      throw problemFrom({ status, headers: received, body, operation: id })
    }

    const mayRepeat = (error: unknown) => {
      const passing = repeatable && isPassing(error)
      if (passing && !(error instanceof ProblemError && error.status === 429)) lost ??= error
      return passing
    }

    return withRetries(policyOf(settings, options), attempt, mayRepeat, name).catch((error: unknown) => {
      if (lost === undefined || !(error instanceof ProblemError)) throw rejectionOf(name, error, options.signal)
      const { status, headers: received, requestId } = error
      const isGone = method === 'DELETE' && status === 404
      // The attempt whose answer was lost may itself have deleted the item; gone it is.
      if (isGone && ifMatch === undefined) return { data: undefined, status: 204, headers: received, requestId }
      if (ifMatch === undefined || !(isGone || status === 412)) throw error
      throw new ConnectionError(`${name}: an answer was lost, and it is unknown whether it was carried out`, {
        cause: error,
      })
    })
  }

  return {
    fetch: wire,
    // A function, so that a client that is logged shows no credentials.
    policy: (...more) => policyOf(settings, ...more),
    // Sound: the statuses and bodies are those of the contract, which tests hold the service to.
    send: (operation, given, options) => callOf(send(operation, given, options) as Promise<Answer<never, never>>),
    request: ((method: string, path: string, { path: params, query, body, ...options }: Loose = {}) =>
      callOf(
        send({ method, path }, { ...(params && { path: params }), query, body }, options),
      )) as Requester['request'],
    // Sound: Requester only names, by the contract, what goes through here as it is.
  }
}

// crypto.randomUUID is missing on pages that are served by plain http.
const randomKey = () => crypto.getRandomValues(new Uint8Array(16)).join('-')
