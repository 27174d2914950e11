// The pool's endpoints that a browser visits: authorize, login and logout.
import { randomBytes } from 'node:crypto'
import { errorPage, signInPage } from '../../pages/sign-in.ts'
import { readAuthorization, type Outcome } from './authorize.ts'
import { clients, isRegistered } from './clients.ts'
import type { Codes, SignIn } from './codes.ts'
import type { Answer } from './routes.ts'
import type { createSessions } from './sessions.ts'

type Visit = { query: URLSearchParams; cookies: string | undefined }
type Options = {
  codes: Codes
  sessions: ReturnType<typeof createSessions>
  callbackUrls: readonly string[]
  /** The names that the page offers. */
  users: () => readonly string[]
  now: () => number
}
type Asked = Extract<Outcome, { authorization: unknown }>

/** As for `npm run token`. */
const userForm = /^\S{1,128}$/

const html = (status: number, policy: string, body: string): Answer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; ${policy}`,
    // Without an origin in the request, the browser's own form would look like another site's.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  },
  body,
})

const moved = (location: string, cookie?: string): Answer => ({
  status: 302,
  headers: { location, 'cache-control': 'no-store', ...(cookie !== undefined && { 'set-cookie': cookie }) },
  body: '',
})

function refusedPage(reason: string): Answer {
  const nonce = randomBytes(16).toString('base64')
  return html(400, `style-src 'nonce-${nonce}'; form-action 'none'`, errorPage({ reason, nonce }))
}

export function createSignIn({ codes, sessions, callbackUrls, users, now }: Options) {
  const withCode = ({ authorization, redirect }: Asked, signIn: SignIn, cookie?: string) =>
    moved(redirect({ code: codes.issue({ ...authorization, signIn }) }), cookie)

  /** The answer of `ask`, when the request is one that a client may make. */
  const outcomeOf = (query: URLSearchParams, ask: (asked: Asked) => Answer): Answer => {
    const outcome = readAuthorization(query, callbackUrls)
    if ('page' in outcome) return refusedPage(outcome.page)
    return 'location' in outcome ? moved(outcome.location) : ask(outcome)
  }

  const page = (query: URLSearchParams, { authorization }: Asked, wrong?: string): Answer => {
    const nonce = randomBytes(16).toString('base64')
    const { client, redirectUri, scope } = authorization
    // The browser also checks where the answer to the form redirects to.
    const policy = `style-src 'nonce-${nonce}'; form-action 'self' ${sourceOf(redirectUri)}`
    const action = `/login?${query.toString()}`
    const shown = { action, client: client.id, redirectUri, scopes: scope.split(' '), users: users(), nonce, wrong }
    return html(wrong === undefined ? 200 : 400, policy, signInPage(shown))
  }

  return {
    authorize: ({ query, cookies }: Visit) =>
      outcomeOf(query, (asked) => {
        const session = ['', 'none'].includes(asked.prompt) ? sessions.find(cookies) : undefined
        if (session) return withCode(asked, session)
        if (asked.prompt === 'none') return moved(asked.redirect({ error: 'login_required' }))
        return moved(`/login?${query.toString()}`)
      }),

    login: ({ query }: Visit) => outcomeOf(query, (asked) => page(query, asked)),

    choose: ({ query }: Visit, form: URLSearchParams) =>
      outcomeOf(query, (asked) => {
        const user = form.get('username')?.trim() ?? ''
        if (!userForm.test(user)) return page(query, asked, 'A name has 1 to 128 characters and no spaces.')
        const signIn = { user, at: now() }
        return withCode(asked, signIn, sessions.begin(signIn))
      }),

    /** Leads to `logout_uri`, or to the sign-in for `redirect_uri`. */
    logout: ({ query, cookies }: Visit): Answer => {
      const [client, uri] = [clients.get(query.get('client_id') ?? ''), query.get('logout_uri')]
      if (!client) return refusedPage('invalid_client: client_id must name an app client of the pool.')
      if (uri !== null && isRegistered(uri, callbackUrls)) return moved(uri, sessions.end(cookies))
      if (uri !== null) return refusedPage(`redirect_mismatch: "${uri}" is not registered as a logout_uri.`)
      if (query.has('redirect_uri')) return moved(`/oauth2/authorize?${query.toString()}`, sessions.end(cookies))
      return refusedPage('invalid_request: the logout needs logout_uri or redirect_uri.')
    },
  }
}

/** The redirect's origin as a source of a policy; an app's own scheme has none. */
function sourceOf(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri)
  return origin === 'null' ? protocol : origin
}
