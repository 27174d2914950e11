// The client: what the generated resources are made from.
import type { Operation } from './attempt.ts'
import { callOf, type Call, type ToldHeader } from './call.ts'
import { addressOf, callTypes, checked, clientTypes, credential, typeOf } from './checks.ts'
import type { ObservedCall, Watcher } from './observer.ts'
import {
  defaults,
  type CallOptions,
  type CallPolicy,
  type ClientOptions,
  type FetchInit,
  type SomeOf,
} from './options.ts'
import type { Requester } from './request.ts'
import { sendCall, type SendOptions } from './send.ts'
import { tokensOf } from './token.ts'
import type { Arguments } from './transport.ts'

type Loose = Arguments & SendOptions

/** The options of a client with what its calls share. */
type Settings = typeof defaults &
  Omit<ClientOptions, keyof typeof defaults> &
  Pick<CallPolicy, 'headers' | 'tokens' | 'budget' | 'load'>

/** Options on top of others. Of headers and options of fetch both count. */
const onTop = <Under extends CallOptions>(under: Under, over: CallOptions) => ({
  ...under,
  // Safe cast: undefined options are left out.
  ...(over as object),
  headers: { ...under.headers, ...over.headers },
  fetchOptions: { ...under.fetchOptions, ...over.fetchOptions },
})

/** The generated resources are made from it: `items(createClient({ … }))`. */
export interface Client extends Requester {
  /** A part of every key in the cache of TanStack Query. */
  readonly cacheScope: string
  /** Another client with these options on top. It shares the token refresh and the budget of repeats where it can. */
  withOptions(options: SomeOf<ClientOptions>): Client
  /** @internal */
  policy: (own: CallOptions | null | undefined) => CallPolicy
  /** @internal */
  watch: (own: CallOptions | null | undefined, call: ObservedCall) => Watcher | undefined
  /** @internal */
  send<Data, Status extends number, Told extends ToldHeader = never>(
    operation: Operation,
    given: Arguments,
    options?: SendOptions,
    watcher?: Watcher,
  ): Call<Data, Status, Told>
}

/**
 * The client without resources, for bundles that need only some of them.
 *
 * @throws when an option would make every call fail
 * @example
 * const client = createClient({ baseUrl, token })
 * const api = { items: items(client) }
 */
// Safe cast: the other settings are made of the options.
export const createClient = (options: ClientOptions): Client => clientOf(defaults as Settings, options)

// Not every caller has a compiler, and a default does not stand for null.
function clientOf(under: Settings, given: SomeOf<ClientOptions> | null | undefined): Client {
  // A wrong value has no types of options, and is refused below.
  const observe = given?.observe ?? under.observe
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
  const settings: Settings = onTop(under, checked(given, { ...clientTypes, ...observe?.clientTypes?.(given) }))
  const { token, fetch } = settings
  if (typeof token !== 'function') credential('token', token)
  credential('apiKey', settings.apiKey)
  const baseUrl = (settings.baseUrl = addressOf(settings.baseUrl))
  if (under.token !== token) settings.tokens = tokensOf(token)
  if (under.baseUrl !== baseUrl) settings.budget = { spent: 0 }
  // Each request looks up the global fetch again, because tests and tools replace it. The function is async, so that a
  // fetch of the caller's that throws at once rejects like any other.
  // Safe cast: an init has the members that a fetch of any library takes.
  settings.load = async (url, init) => (fetch ?? globalThis.fetch)(url, init as FetchInit)
  // Functions, so that a client in a log shows no credentials.
  const policy: Client['policy'] = (own) => onTop(settings, checked(own, { ...callTypes, ...observe?.callTypes }))
  const watch: Client['watch'] = (own, call) => observe?.watch(settings, own, call)
  const send = (operation: Operation, given: Arguments, own?: SendOptions | null, watcher = watch(own, operation)) => {
    const answer = sendCall(policy, watcher, operation, given, own)
    if (watcher) answer.catch(watcher.failed)
    return callOf<never, never>(answer)
  }
  return {
    policy,
    watch,
    cacheScope: settings.cacheScope ?? baseUrl,
    withOptions: (more) => clientOf(settings, more),
    // Safe cast: the contract names the statuses and bodies, and tests validate the service against it.
    send: send as Client['send'],
    // Safe cast: Requester gives contract types to the same arguments, which pass through unchanged.
    request: ((method: string, template: string, given?: Loose | null) => {
      const { path, query, body, ...own }: Loose = { ...given }
      // The call refuses a value that is no object of options.
      return send({ method, path: template }, { path, query, body }, typeOf(given) === 'Object' ? own : given)
    }) as Requester['request'],
  }
}
