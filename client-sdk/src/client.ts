// The client: what the generated resources are made from.
import { callOf, type Call } from './call.ts'
import { baseOf, policyOf, type ClientOptions, type Policy } from './options.ts'
import type { Requester } from './request.ts'
import { sendCall, type Operation, type SendOptions } from './send.ts'
import type { Arguments, Fetch } from './transport.ts'

type Loose = Arguments & SendOptions

/** The generated resources are made from it: `items(createClient({ … }))`. */
export interface Client extends Requester {
  /** @internal */
  send<Data, Status extends number>(operation: Operation, given: Arguments, options?: SendOptions): Call<Data, Status>
  /** @internal The client's times and retries, each overruled by the settings in their order. */
  policy: (...settings: object[]) => Policy
  /** @internal */
  fetch: Fetch
}

/**
 * The client without resources, for bundles that need only some of them.
 *
 * @throws when an option would make every call fail
 * @example
 * const client = createClient({ baseUrl, token })
 * const api = { items: items(client) }
 */
export function createClient(settings: ClientOptions): Client {
  const base = baseOf(settings)
  // Each request looks up the global fetch again, because tests and tools replace it. The function is async, so that a
  // fetch of the caller's that throws at once rejects like any other.
  const fetch = async (request: Request) => await (settings.fetch ?? globalThis.fetch)(request)
  const send = (operation: Operation, given: Arguments, options: SendOptions = {}) =>
    callOf(sendCall({ settings, base, fetch }, operation, given, options))

  return {
    fetch,
    // A function, so that a client in a log shows no credentials.
    policy: (...more) => policyOf(settings, ...more),
    // Safe cast: the contract names the statuses and bodies, and tests validate the service against it.
    send: send as Client['send'],
    // Safe cast: Requester gives contract types to the same arguments, which pass through unchanged.
    request: ((method: string, path: string, { path: params, query, body, ...options }: Loose = {}) =>
      send({ method, path }, { ...(params && { path: params }), query, body }, options)) as Requester['request'],
  }
}
