// The entry for pages that sign people in: authorization code with PKCE, and the token function of the client.
import { createAuth, type BrowserAuth } from './auth.ts'
import type { BrowserAuthOptions } from './options.ts'

export type { BrowserAuth, SignedIn } from './auth.ts'
export type { BrowserAuthOptions, SignInOptions, SignOutOptions, TokenStorage, User } from './options.ts'
export { SignInError } from './sign-in-error.ts'

/**
 * Signs people in with Amazon Cognito, or with the local cloud, from a page of your own. It sends nothing before it is used, so
 * a module may call it, also one that a server renders: there nobody is signed in.
 *
 * @throws when an option is wrong
 * @example
 * const auth = createBrowserAuth({ issuer, clientId })
 * const api = createClient({ baseUrl, token: auth.token })
 * await auth.handleRedirect()
 * if (!auth.user()) await auth.signIn()
 */
export function createBrowserAuth(options: BrowserAuthOptions): BrowserAuth {
  return createAuth(options, globalThis)
}
