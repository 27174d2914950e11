// The way to the provider's page and back, with what the tab remembers meanwhile.
import { atAddress, requirePage, type Browser } from './browser.ts'
import type { SignInOptions, TokenStorage } from './options.ts'
import { randomTexts, type Pending, type Provider } from './provider.ts'
import { SignInError } from './sign-in-error.ts'
import type { TokenRequests } from './tokens.ts'

type Redirect = {
  key: string
  redirectUri: string
  scope: string
  provider: Provider
  requests: TokenRequests
  browser: Browser
}
export type Returned = { tokens: Awaited<ReturnType<TokenRequests['exchange']>>; returnTo: string }

/** The parameters that the provider puts into the address when it answers. */
const answerParameters = ['code', 'state', 'error', 'error_description', 'error_uri', 'iss', 'session_state']

export function createRedirect({ key, redirectUri, scope, provider, requests, browser }: Redirect) {
  /** What the tab remembers. A person can block the storage, and it can be full. */
  const inTab = <Result>(work: (pending: TokenStorage) => Result): Result => {
    try {
      if (browser.sessionStorage) return work(browser.sessionStorage)
    } catch {
      // It is reported below.
    }
    throw new SignInError('no_storage', 'The browser keeps nothing for this page, and a sign-in needs it.')
  }
  /** In this tab alone: another site's link then has a state that nobody here knows. */
  const placeOf = (state: string) => `${key}.${state}`

  return {
    leave: async ({ returnTo, prompt, parameters }: SignInOptions): Promise<void> => {
      const { location } = requirePage(browser)
      // Safe cast: browsers leave it out on pages without https.
      if (!(globalThis.crypto as Partial<Crypto>).subtle)
        throw new SignInError('insecure_page', 'Signing in needs a page with https, or one of localhost.')
      const { state, ...secrets } = randomTexts()
      const remembered: Pending = {
        ...secrets,
        redirectUri: new URL(redirectUri, location.href).href,
        returnTo: pathIn(returnTo ?? location.href, location.href),
      }
      const more = { ...parameters, scope, ...(prompt && { prompt }) }
      const url = await provider.signInUrl(state, remembered, more)
      inTab((pending) => pending.setItem(placeOf(state), JSON.stringify(remembered)))
      location.assign(url)
    },

    /** The tokens of the sign-in whose answer is in the address; `undefined` when there is none. */
    arrive: async (): Promise<Returned | undefined> => {
      const { location, history } = requirePage(browser)
      const url = atAddress(location.href, redirectUri)
      const answer = url?.searchParams
      const state = answer?.get('state')
      if (!url || !answer || typeof state !== 'string' || !(answer.has('code') || answer.has('error'))) return undefined
      const given = new URLSearchParams(answer)
      // First of all: neither a reload nor the history nor a Referer shows the code again.
      for (const name of answerParameters) answer.delete(name)
      history.replaceState(history.state, '', url.pathname + url.search + url.hash)
      const known = inTab((pending) => {
        const text = pending.getItem(placeOf(state))
        pending.removeItem(placeOf(state))
        return pendingIn(text)
      })
      if (!known)
        throw new SignInError('unknown_state', 'This tab did not ask for this sign-in, or the sign-in has ended.')
      return { tokens: await requests.exchange(given, state, known), returnTo: known.returnTo }
    },
  }
}

/** Anything else in its place counts as nothing. */
function pendingIn(text: string | null): Pending | undefined {
  try {
    // Safe cast: only `leave` writes it, and what others wrote is tested.
    const pending = JSON.parse(text ?? '') as Pending | null
    const isWhole = ['verifier', 'nonce', 'redirectUri', 'returnTo'].every(
      // Safe cast: the members of any value may be tested.
      (name) => typeof (pending as Record<string, unknown> | null)?.[name] === 'string',
    )
    return pending && isWhole ? pending : undefined
  } catch {
    return undefined
  }
}

/** The path of an address of this origin. Any other would lead people away. */
function pathIn(address: string, href: string): string {
  const url = new URL(address, href)
  if (url.origin !== new URL(href).origin) throw new Error('returnTo must be an address of this page’s own origin.')
  return url.pathname + url.search + url.hash
}
