// The sign-in of a page: its verbs, made of the redirect, the kept tokens and their renewal.
import { name, scopes as ofApi } from '../../../generated/names.ts'
import { requirePage, type Browser } from './browser.ts'
import { checkOptions } from './checks.ts'
import type { BrowserAuthOptions, SignInOptions, SignOutOptions, User } from './options.ts'
import { createProvider } from './provider.ts'
import { createRedirect } from './redirect.ts'
import { createRenewal, sessionOf } from './renewal.ts'
import { createSessions, type Session } from './session.ts'
import { createTokenFunction } from './token-function.ts'
import { createTokenRequests } from './tokens.ts'
import { createUserReader } from './user.ts'
import type { TokenSource } from '../options.ts'

/** A sign-in that has come back. */
export type SignedIn = {
  /** The claims of the person. */
  user: User
  /** The path, the query and the fragment of the page from which the sign-in began. */
  returnTo: string
}

/** The sign-in of a page. */
export interface BrowserAuth {
  /** Leads the person to the provider's page. The page that it is called on ends. */
  signIn: (options?: SignInOptions) => Promise<void>
  /**
   * Ends a sign-in that has come back to this page, and takes its code out of the address bar. Call it once when the page starts.
   * It gives `undefined` when the page was opened in another way, and rejects with a `SignInError` when the sign-in failed; whoever
   * was signed in before still is.
   */
  handleRedirect: () => Promise<SignedIn | undefined>
  /** The token function of the client. It renews the token before it expires, and when the service has rejected it. */
  token: TokenSource
  /** The claims of the signed-in person; `undefined` when nobody is signed in. The same object until they change. */
  user: () => User | undefined
  /**
   * Forgets the tokens, revokes the refresh token, and leads to the provider's sign-out. Other tabs of the sign-in are signed out
   * too. An access token that somebody else has copied lives on until it expires.
   */
  signOut: (options?: SignOutOptions) => Promise<void>
  /** Calls the listener when somebody has signed in or out, also in another tab. Returns how to stop. */
  onChange: (listener: (user: User | undefined) => void) => () => void
}

export function createAuth(options: BrowserAuthOptions, browser: Browser): BrowserAuth {
  checkOptions(options)
  const {
    issuer,
    clientId,
    redirectUri = '/',
    storage,
    renewBefore = 60,
    scopes = ['email', ...ofApi],
    use = ofApi.length > 0 ? 'access' : 'id',
  } = options
  const key = `${name}.sign-in.${clientId}`
  const provider = createProvider({ issuer, clientId })
  const requests = createTokenRequests(provider)
  const sessions = createSessions(key, storage, browser)
  const scope = [...new Set(['openid', ...scopes])].join(' ')
  const redirect = createRedirect({ key, redirectUri, scope, provider, requests, browser })
  const renew = createRenewal({ key, sessions, requests, browser })
  const readUser = createUserReader()
  const user = () => {
    const session = sessions.read()
    return session && isAlive(session) ? readUser(session.idToken) : undefined
  }
  let arriving: Promise<SignedIn | undefined> | undefined

  const arrive = async () => {
    const returned = await redirect.arrive()
    if (!returned) return undefined
    const { tokens, returnTo } = returned
    sessions.write({ ...sessionOf(tokens, crypto.randomUUID()), idToken: tokens.idToken })
    return { user: readUser(tokens.idToken), returnTo }
  }
  return {
    signIn: (own = {}) => redirect.leave(own),
    // Frameworks start a page twice while it is developed, and the code works once.
    handleRedirect: () => (arriving ??= arrive()),
    token: createTokenFunction({ sessions, renew, use, renewBefore: renewBefore * 1000 }),
    user,
    signOut: async ({ returnTo = redirectUri } = {}) => {
      const { location } = requirePage(browser)
      const { refreshToken } = sessions.read() ?? {}
      sessions.end()
      // The tokens are gone from this browser, whether or not the provider can be asked.
      if (refreshToken !== undefined) await requests.revoke(refreshToken).catch(() => undefined)
      location.assign(await provider.signOutUrl(new URL(returnTo, location.href).href))
    },
    onChange: (listener) => {
      let known = sessions.read()?.id
      return sessions.onChange(() => {
        const now = sessions.read()?.id
        if (now === known) return
        known = now
        // The platform reports what a listener throws, and the other listeners run.
        queueMicrotask(() => listener(user()))
      })
    },
  }
}

/** Without a refresh token a sign-in ends with its tokens. */
const isAlive = ({ refreshToken, expiresAt }: Session) => refreshToken !== undefined || expiresAt > Date.now()
