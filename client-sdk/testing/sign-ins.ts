// The tests of signing in share a user pool for each file, and what a person does on the pages.
import { afterAll, beforeAll, expect } from 'vitest'
import { issuerAt, userClientId } from '../../local-cloud/emulators/cognito/index.ts'
import { startTestPool } from '../../local-cloud/emulators/cognito/test-pool.ts'
import { createAuth } from '../src/browser-auth/auth.ts'
import { SignInError, type BrowserAuthOptions } from '../src/browser-auth/index.ts'
import { createOrigin, createTab, type Tab } from './tab.ts'

export const home = 'http://localhost:5173/callback'
const never = new AbortController().signal

export type Auth = ReturnType<typeof createAuth>
export const tokenOf = (auth: Auth, rejected?: string) => Promise.resolve(auth.token({ rejected, signal: never }))

export const failure = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (met: unknown) => met,
  )
  expect(error).toBeInstanceOf(SignInError)
  // Safe cast: it is one.
  return error as SignInError
}

/** The refresh token that a tab keeps; empty when it has none. */
export const refreshTokenIn = ({ sessionStorage }: Tab) =>
  /"refreshToken":"([^"]+)"/.exec([...sessionStorage.kept.values()].join())?.[1] ?? ''

/** Starts a pool before the tests of the file that calls it, and closes it after them. */
export function useSignIns() {
  let pool: Awaited<ReturnType<typeof startTestPool>>
  beforeAll(async () => {
    pool = await startTestPool()
  })
  afterAll(() => pool.close())

  const authIn = (tab: Tab, own: Partial<BrowserAuthOptions> = {}) =>
    createAuth({ issuer: issuerAt(pool.url), clientId: userClientId, redirectUri: '/callback', ...own }, tab.browser)

  /** The person chooses a name on the provider's page, which leads back. */
  async function choose(tab: Tab, user: string) {
    const query = Object.fromEntries(new URL(tab.location.href).searchParams)
    const response = await pool.choose(user, query)
    tab.location.href = response.headers.get('location') ?? ''
  }
  async function signIn(tab: Tab, auth: Auth, user = 'alice') {
    await auth.signIn()
    await choose(tab, user)
    return auth.handleRedirect()
  }
  async function signedIn(own: Partial<BrowserAuthOptions> = {}, origin = createOrigin()) {
    const tab = createTab(home, origin)
    const auth = authIn(tab, own)
    await signIn(tab, auth)
    return { tab, auth, token: (await tokenOf(auth)) ?? '' }
  }
  return {
    /** Only in tests: it is there once they run. */
    get pool() {
      return pool
    },
    authIn,
    choose,
    signIn,
    signedIn,
  }
}
