// The client: what the generated resources are made from.
import type { Operation } from './attempt.ts'
import { callOf, type Call } from './call.ts'
import { addressOf, callNames, checked, clientNames, credential } from './checks.ts'
import { headersOf } from './headers.ts'
import { defaults, type CallOptions, type CallPolicy, type ClientOptions, type FetchInit } from './options.ts'
import type { Requester } from './request.ts'
import { sendCall, type SendOptions } from './send.ts'
import { tokensOf } from './token.ts'
import type { Arguments } from './transport.ts'

type Loose = Arguments & SendOptions

/** The generated resources are made from it: `items(createClient({ … }))`. */
export interface Client extends Requester {
  /** A part of every key in the cache of TanStack Query. */
  readonly cacheScope: string
  /** @internal */
  policy: (own: CallOptions, patience?: CallOptions) => CallPolicy
  /** @internal */
  send<Data, Status extends number>(operation: Operation, given: Arguments, options?: SendOptions): Call<Data, Status>
}

/**
 * The client without resources, for bundles that need only some of them.
 *
 * @throws when an option would make every call fail
 * @example
 * const client = createClient({ baseUrl, token })
 * const api = { items: items(client) }
 */
export function createClient(options: ClientOptions): Client {
  const settings = checked(options, clientNames)
  const { token, headers } = settings
  if (typeof token !== 'function') credential('token', token)
  credential('apiKey', settings.apiKey)
  headersOf(headers)
  const baseUrl = addressOf(settings.baseUrl)
  const shared = {
    baseUrl,
    budget: { spent: 0 },
    token: tokensOf(token),
    // Each request looks up the global fetch again, because tests and tools replace it. The function is async, so that a
    // fetch of the caller's that throws at once rejects like any other.
    // Safe cast: an init has the members that a fetch of any library takes.
    load: async (url: string, init: RequestInit) => (settings.fetch ?? globalThis.fetch)(url, init as FetchInit),
  }
  // A function, so that a client in a log shows no credentials.
  const policy: Client['policy'] = (own, patience) => ({
    ...defaults,
    // Safe cast: undefined options are left out.
    ...(settings as typeof defaults & typeof settings),
    ...shared,
    ...(patience as object),
    ...(checked(own, callNames) as object),
    headers: { ...headers, ...own.headers },
  })
  // Not every caller has a compiler, and null is not left out by a default.
  const send = (operation: Operation, given: Arguments, own?: SendOptions | null) =>
    callOf(sendCall(policy, operation, given, own ?? {}))
  return {
    policy,
    cacheScope: settings.cacheScope ?? baseUrl,
    // Safe cast: the contract names the statuses and bodies, and tests validate the service against it.
    send: send as Client['send'],
    // Safe cast: Requester gives contract types to the same arguments, which pass through unchanged.
    request: ((method: string, template: string, { path, query, body, ...own }: Loose = {}) =>
      send({ method, path: template }, { path, query, body }, own)) as Requester['request'],
  }
}
