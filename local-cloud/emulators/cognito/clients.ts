// The app clients of the local pool: the grants and scopes of each, and the addresses to which a sign-in may return.
import {
  machineClientId,
  machineClientSecret,
  pluginClientId,
  pluginClientSecret,
  scopes,
  userClientId,
} from './pool.ts'

export type Client = {
  id: string
  /** A public client has none. */
  secret?: string
  grants: readonly string[]
  scopes: readonly string[]
  /** As the deployed clients have it: a public client has no secret, so its refresh tokens end soon. */
  signedInForDays: number
}

const ofPeople = ['authorization_code', 'refresh_token']

const ofUsers = { id: userClientId, grants: ofPeople, scopes: ['openid', 'email', 'profile', ...scopes] }
const ofPrograms = { id: machineClientId, secret: machineClientSecret, grants: ['client_credentials'], scopes }
const ofPlugin = { id: pluginClientId, secret: pluginClientSecret, grants: ofPeople, scopes: ['openid', ...scopes] }

const all: readonly Client[] = [
  { ...ofUsers, signedInForDays: 1 },
  { ...ofPrograms, signedInForDays: 0 },
  { ...ofPlugin, signedInForDays: 30 },
]

export const clients: ReadonlyMap<string, Client> = new Map(all.map((client) => [client.id, client]))

export const signsPeopleIn = ({ grants }: Client) => grants.includes('authorization_code')

/** Every port and path of this machine over http; no user name, no fragment. */
const onThisMachine = /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?([/?][\x21\x22\x24-\x5b\x5d-\x7e]*)?$/

/** @param listed The further addresses of `LOCAL_CALLBACK_URLS`, which must match exactly. */
export const isRegistered = (uri: string, listed: readonly string[]) =>
  listed.includes(uri) || (onThisMachine.test(uri) && URL.canParse(uri))

/** The addresses in `LOCAL_CALLBACK_URLS`, separated by commas. Throws when one of them is no URL. */
export function callbackUrlsIn(text = ''): string[] {
  const urls = text
    .split(',')
    .map((url) => url.trim())
    .filter(Boolean)
  const wrong = urls.find((url) => !URL.canParse(url) || /#|^(javascript|data):/i.test(url))
  if (wrong === undefined) return urls
  throw new Error(`LOCAL_CALLBACK_URLS must be URLs without a fragment, separated by commas, not "${wrong}".`)
}
