// The way of every call: credentials, attempts, and what an answer means. openapi-fetch is known here alone.
import createCore from 'openapi-fetch'
import { callOf, type Answer, type Call } from './call.ts'
import { ConnectionError, FrontdeskError, ProblemError, problemFrom } from './errors.ts'
import { policyOf, type CallOptions, type ClientOptions } from './options.ts'
import type { SendRequest } from './request.ts'
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

export type Arguments = {
  path?: Record<string, unknown>
  query?: object | undefined
  body?: unknown
}

type Conditions = {
  idempotencyKey?: string | undefined
  ifMatch?: string | undefined
  ifNoneMatch?: string | undefined
}

/** What resources are made from: `cases(createClient({ … }))`. */
export type Client = {
  /** Sends any request of the contract, typed by its method and path. */
  request: SendRequest
  /** @internal */
  send<Data, Status extends number>(
    operation: Operation,
    given: Arguments,
    options?: CallOptions & Conditions,
  ): Call<Data, Status>
  /** @internal */
  fetch(request: Request): Promise<Response>
}

type Core = {
  request(method: string, path: string, init: object): Promise<{ data?: unknown; error?: unknown; response: Response }>
}

/**
 * The client without resources, for bundles that want only some of them.
 *
 * @example
 * const client = createClient({ baseUrl, token })
 * const frontdesk = { cases: cases(client) }
 */
export function createClient(settings: ClientOptions): Client {
  const { baseUrl, token, apiKey } = settings
  // Sound: operations come from the contract that the core would be typed by, one by one and with their arguments.
  const core = createCore({ baseUrl }) as unknown as Core

  // Looked up at each request: tests and tools put their own in the place of the global one.
  const wire = (request: Request) => (settings.fetch ?? globalThis.fetch)(request)

  /** One request on the wire, its body read. Only a failure of the network or the body becomes a ConnectionError. */
  const exchange = async ({ id, method, path }: Operation, given: Arguments, headers: object, signal: AbortSignal) => {
    let sent = false
    const fetch = (request: Request) => {
      sent = true
      return wire(request)
    }
    const init = { params: given, body: given.body, headers, signal, fetch, redirect: 'manual' }
    const { data, error, response } = await core.request(method, path, init).catch((cause: unknown) => {
      throw sent && !signal.aborted ? new ConnectionError(`${id ?? 'request'} got no usable answer`, { cause }) : cause
    })
    const { status, type } = response
    // A redirect would carry the API key elsewhere, and make a GET of a POST.
    if (type === 'opaqueredirect' || (status > 300 && status < 400 && status !== 304)) {
      throw new FrontdeskError(`${id ?? 'request'} met a redirect, which is not followed: is baseUrl right?`)
    }
    return { data, error, response }
  }

  const send = async (
    operation: Operation,
    given: Arguments,
    { idempotencyKey, ifMatch, ifNoneMatch, ...options }: CallOptions & Conditions = {},
  ): Promise<Answer<unknown>> => {
    const { method, auth, repeat, id } = operation
    refuseDotSegments(given.path)
    const headers: Record<string, string | undefined> = {
      ...settings.headers,
      ...options.headers,
      'if-match': ifMatch,
      'if-none-match': ifNoneMatch,
      'idempotency-key': idempotencyKey ?? (repeat === 'key' ? randomKey() : undefined),
    }
    if (auth !== 'token' && auth !== 'none' && apiKey !== undefined) headers['x-api-key'] = apiKey
    const repeatable = method !== 'POST' || repeat !== undefined
    let lost: unknown

    const authorize = async (rejected?: string) => {
      if (token === undefined || auth === 'apiKey' || auth === 'none') return undefined
      const value = typeof token === 'string' ? token : await token({ rejected })
      headers.authorization = `Bearer ${value}`
      return value
    }

    const attempt = async (signal: AbortSignal): Promise<Answer<unknown>> => {
      const used = await authorize()
      let { data, error, response } = await exchange(operation, given, headers, signal)
      if (response.status === 401 && used !== undefined && typeof token === 'function') {
        await authorize(used)
        ;({ data, error, response } = await exchange(operation, given, headers, signal))
      }
      const { status, headers: received } = response
      if (response.ok || (status === 304 && ifNoneMatch !== undefined)) {
        return { data, status, headers: received, requestId: received.get('x-request-id') ?? undefined }
      }
      throw problemFrom({ status, headers: received, body: error, operation: id })
    }

    const mayRepeat = (error: unknown) => {
      const passing = repeatable && isPassing(error)
      if (passing && !(error instanceof ProblemError && error.status === 429)) lost ??= error
      return passing
    }

    return withRetries(policyOf(options, settings), attempt, mayRepeat).catch((error: unknown) => {
      if (lost === undefined || !(error instanceof ProblemError)) throw error
      const { status, headers: received, requestId } = error
      const isGone = method === 'DELETE' && status === 404
      // The attempt whose answer was lost may itself have deleted the item; gone it is.
      if (isGone && ifMatch === undefined) return { data: undefined, status: 204, headers: received, requestId }
      if (ifMatch === undefined || !(isGone || status === 412)) throw error
      throw new ConnectionError(
        `${id ?? 'request'}: an answer was lost, and it is unknown whether it was carried out`,
        {
          cause: error,
        },
      )
    })
  }

  return {
    fetch: wire,
    // Sound: the statuses and bodies are those of the contract, which tests hold the service to.
    send: (operation, given, options) => callOf(send(operation, given, options) as Promise<Answer<never, never>>),
    request: ((
      method: string,
      path: string,
      { path: params, query, body, ...options }: Arguments & CallOptions = {},
    ) => {
      const keyed = Object.keys(options.headers ?? {}).some((name) => name.toLowerCase() === 'idempotency-key')
      const given = { ...(params && { path: params }), query, body }
      return callOf(send({ method, path, ...(keyed && { repeat: 'content' as const }) }, given, options))
      // Sound: SendRequest only names, by the contract, what goes through here as it is.
    }) as SendRequest,
  }
}

/** An id of '..' would lead to another path, one of '' to the list; neither is an id of anything. */
function refuseDotSegments(path: Record<string, unknown> = {}) {
  for (const [name, value] of Object.entries(path)) {
    if (/^\.{0,2}$/.test(String(value))) throw new TypeError(`${name} must not be ${JSON.stringify(value)}`)
  }
}

// crypto.randomUUID is missing on pages that are served by plain http.
const randomKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16)).join('-')
