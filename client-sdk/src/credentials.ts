// Credentials that are neither a bearer token nor the header `x-api-key`. Only contracts that have them import it.
import type { Client } from './client.ts'
import type { SendOptions } from './send.ts'
import type { Arguments, Sign, Signed } from './transport.ts'

/** Puts the API key where the contract has it. In browsers a cookie is the page's own, so programs cannot send it. */
export const keyIn =
  (place: string, name: string): Sign =>
  ({ url, headers: { 'x-api-key': key, ...headers } }, secrets) => {
    if (key === undefined) return { url, headers }
    const encoded = encodeURIComponent(key)
    secrets.push(key, encoded)
    if (place === 'header') return { url, headers: { ...headers, [name]: key } }
    const pair = `${encodeURIComponent(name)}=${encoded}`
    if (place === 'query') return { url: url + (url.includes('?') ? '&' : '?') + pair, headers }
    return { url, headers: { ...headers, cookie: [headers.cookie, pair].filter(Boolean).join('; ') } }
  }

/** Puts the named keys of the client into the requests of its operations; into those of `request` all that it has. */
export function withKeys(
  client: Client,
  places: Record<string, KeyPlace>,
  keys: Record<string, string | undefined> = {},
): Client {
  const send: Client['send'] = (operation, given, options, watcher) => {
    const { keys: names = Object.keys(places), sign = (request: Signed) => request } = operation
    const place: Sign = (request, secrets) =>
      names.reduce(
        (signed, name) => {
          const { place: where, name: called } = places[name] ?? { place: 'header', name }
          return keyIn(where, called)({ ...signed, headers: { ...signed.headers, 'x-api-key': keys[name] } }, secrets)
        },
        sign(request, secrets),
      )
    return client.send({ ...operation, sign: place }, given, options, watcher)
  }
  // Safe cast: as in createClient, contract types are given to the same arguments.
  const request = ((method: string, path: string, given?: Loose | null) => {
    const { path: params, query, body, ...options }: Loose = { ...given }
    return send({ method, path }, { ...(params && { path: params }), query, body }, options)
  }) as unknown as Client['request']
  return { ...client, send, request }
}

type KeyPlace = { place: string; name: string }
type Loose = Arguments & SendOptions

/** The token is `user:password`, or has been encoded already. */
export const basic: Sign = ({ url, headers }, secrets) => {
  const token = headers.authorization?.replace(/^Bearer /, '')
  if (token === undefined) return { url, headers }
  const bytes = Array.from(new TextEncoder().encode(token), (byte) => String.fromCharCode(byte)).join('')
  const encoded = token.includes(':') ? btoa(bytes) : token
  secrets.push(encoded, token.replace(/^.*?:/, ''))
  return { url, headers: { ...headers, authorization: `Basic ${encoded}` } }
}

/** A token with a colon is `user:password`; any other one is a bearer token. */
export const basicOrBearer: Sign = (request, secrets) =>
  request.headers.authorization?.includes(':') ? basic(request, secrets) : request
