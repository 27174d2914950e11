// The person of an ID token.
import type { User } from './options.ts'

/** The claims of the token. The provider sent it over TLS, so its signature was not verified again (OpenID Connect, 3.1.3.7). */
export function claimsIn(idToken: string): User {
  const [, payload = ''] = idToken.split('.')
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  // Safe cast: an ID token has a subject. The library tested it when it came.
  return JSON.parse(new TextDecoder().decode(bytes)) as User
}

/** Gives the same object for the same token, as `useSyncExternalStore` of React needs it. */
export function createUserReader() {
  let latest: { idToken: string; user: User } | undefined
  return (idToken: string): User => {
    if (latest?.idToken !== idToken) latest = { idToken, user: claimsIn(idToken) }
    return latest.user
  }
}
