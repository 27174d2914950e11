// Credentials that are neither a bearer token nor the header `x-api-key`. Only contracts that have them import it.
import type { Signed } from './transport.ts'

/** Puts the API key where the contract has it. In browsers a cookie is the page's own, so programs cannot send it. */
export const keyIn =
  (place: string, name: string) =>
  ({ url, headers: { 'x-api-key': key, ...headers } }: Signed): Signed => {
    if (key === undefined) return { url, headers }
    if (place === 'header') return { url, headers: { ...headers, [name]: key } }
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(key)}`
    if (place === 'query') return { url: url + (url.includes('?') ? '&' : '?') + pair, headers }
    return { url, headers: { ...headers, cookie: [headers.cookie, pair].filter(Boolean).join('; ') } }
  }

/** The token is `user:password`, or has been encoded already. */
export const basic = ({ url, headers }: Signed): Signed => {
  const token = headers.authorization?.replace(/^Bearer /, '')
  if (token === undefined) return { url, headers }
  const bytes = Array.from(new TextEncoder().encode(token), (byte) => String.fromCharCode(byte)).join('')
  return { url, headers: { ...headers, authorization: `Basic ${token.includes(':') ? btoa(bytes) : token}` } }
}
