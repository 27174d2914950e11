// The client: what the generated resources are made from.
import type { Connection, Operation } from './attempt.ts'
import { callOf, type Call } from './call.ts'
import { callNames, checked, checkedClient } from './checks.ts'
import { defaults, type ClientOptions, type FetchInit, type Policy } from './options.ts'
import type { Requester } from './request.ts'
import { wholeBudget } from './retry.ts'
import { sendCall, type SendOptions } from './send.ts'
import { tokensOf } from './token.ts'
import type { Arguments } from './transport.ts'

type Loose = Arguments & SendOptions

/** The generated resources are made from it: `items(createClient({ … }))`. */
export interface Client extends Requester {
  /** A part of every key in the cache of TanStack Query. */
  readonly cacheScope: string
  /** @internal */
  policy: Connection['policy']
  /** @internal */
  fetch: Connection['fetch']
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
  const settings = checkedClient(options)
  const budget = { left: wholeBudget }
  const connection: Connection = {
    settings,
    // Functions, so that a client in a log shows no credentials.
    policy: (...more) =>
      Object.assign(
        { ...defaults, ...settings, budget },
        ...more.map((options) => checked(options, callNames)),
      ) as Policy,
    tokens: tokensOf(settings.token),
    // Each request looks up the global fetch again, because tests and tools replace it. The function is async, so that a
    // fetch of the caller's that throws at once rejects like any other.
    // Safe cast: an init has the members that a fetch of any library takes.
    fetch: async (url, init) => (settings.fetch ?? globalThis.fetch)(url, init as FetchInit),
  }
  const { policy, fetch } = connection
  // Not every caller has a compiler, and null is not left out by a default.
  const send = (operation: Operation, given: Arguments, options?: SendOptions | null) =>
    callOf(sendCall(connection, operation, given, options ?? {}))

  return {
    policy,
    fetch,
    cacheScope: settings.cacheScope ?? settings.baseUrl,
    // Safe cast: the contract names the statuses and bodies, and tests validate the service against it.
    send: send as Client['send'],
    // Safe cast: Requester gives contract types to the same arguments, which pass through unchanged.
    request: ((method: string, path: string, { path: params, query, body, ...options }: Loose = {}) =>
      send({ method, path }, { path: params, query, body }, options)) as Requester['request'],
  }
}
