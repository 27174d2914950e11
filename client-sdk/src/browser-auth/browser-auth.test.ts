// Signing in from a page, against the emulator of Cognito: the redirect, the tokens, their renewal, the sign-out.
import { setTimeout as wait } from 'node:timers/promises'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { scopes } from '../../../generated/names.ts'
import { issuerAt, userClientId } from '../../../local-cloud/emulators/cognito/index.ts'
import { startTestPool } from '../../../local-cloud/emulators/cognito/test-pool.ts'
import { failure, home, refreshTokenIn, tokenOf, useSignIns } from '../../testing/sign-ins.ts'
import { createTab } from '../../testing/tab.ts'
import { startQuotingProvider } from '../../testing/quoting-provider.ts'
import type { Session } from './session.ts'
import { claimsIn } from './user.ts'

const signIns = useSignIns()
const { authIn, choose, signIn, signedIn } = signIns

describe('a sign-in', () => {
  test('leads to the provider with PKCE, a state and a nonce, and comes back with the person', async () => {
    const tab = createTab('http://localhost:5173/cases?status=open#top')
    const auth = authIn(tab)
    expect([auth.user(), await tokenOf(auth)]).toEqual([undefined, undefined])
    await auth.signIn({ parameters: { lang: 'fr', state: 'mine' } })
    const asked = new URL(tab.location.href)
    expect(asked.origin + asked.pathname).toBe(`${signIns.pool.url}/oauth2/authorize`)
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: userClientId,
      redirect_uri: home,
      code_challenge_method: 'S256',
      scope: ['openid', 'email', ...scopes].join(' '),
      lang: 'fr',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.searchParams.get(name)).toMatch(/^[\w-]{43}$/)
    }
    await choose(tab, 'alice')
    tab.location.href += '&mine=1#part'
    const returned = await auth.handleRedirect()
    expect(returned).toMatchObject({ returnTo: '/cases?status=open#top', user: { email: 'alice@example.com' } })
    // The code has left the address bar. What is not of the sign-in stays.
    expect(tab.location.href).toBe(`${home}?mine=1#part`)
    const token = (await tokenOf(auth)) ?? ''
    expect(claimsIn(token)).toMatchObject({
      token_use: 'access',
      scope: expect.stringContaining(scopes[0] ?? '') as string,
    })
    expect(auth.user()).toMatchObject({ token_use: 'id', sub: returned?.user.sub })
    expect(auth.user()).toBe(auth.user())
    // Nothing of the sign-in is left behind.
    expect(tab.sessionStorage.kept.size).toBe(1)
  })

  test('gives the ID token, other scopes and an own path to those who ask', async () => {
    const tab = createTab(home)
    const auth = authIn(tab, { use: 'id', scopes: ['profile'] })
    await auth.signIn({ returnTo: '/cases', prompt: 'login' })
    const { searchParams } = new URL(tab.location.href)
    expect([searchParams.get('scope'), searchParams.get('prompt')]).toEqual(['openid profile', 'login'])
    await choose(tab, 'bob')
    expect(await auth.handleRedirect()).toMatchObject({ returnTo: '/cases' })
    expect(claimsIn((await tokenOf(auth)) ?? '')).toMatchObject({ token_use: 'id' })
    await expect(auth.signIn({ returnTo: 'https://elsewhere.example/' })).rejects.toThrow('own origin')
  })

  test('is handled once, however often a framework starts the page', async () => {
    const tab = createTab(home)
    const auth = authIn(tab)
    await auth.signIn()
    await choose(tab, 'alice')
    const [first, second] = await Promise.all([auth.handleRedirect(), auth.handleRedirect()])
    expect(first?.user.sub).toBeDefined()
    expect(second).toBe(first)
  })

  test.each([
    ['a page that was opened in another way', home],
    ['another page of the same front end', 'http://localhost:5173/other?code=1&state=2'],
    ['a code without a state', `${home}?code=1`],
  ])('leaves %s alone', async (_, href) => {
    const tab = createTab(href)
    expect(await authIn(tab).handleRedirect()).toBeUndefined()
    expect(tab.location.href).toBe(href)
  })
})

describe('a sign-in that fails', () => {
  test.each([
    ['a foreign state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43)), 'unknown_state'],
    ['a foreign refusal', (url: URL) => (url.search = '?error=access_denied&state=theirs'), 'unknown_state'],
    ['a code of somebody else', (url: URL) => url.searchParams.set('code', crypto.randomUUID()), 'invalid_grant'],
    ['a second state', (url: URL) => url.searchParams.append('state', 'x'), 'invalid_answer'],
    ['a code that is empty', (url: URL) => url.searchParams.set('code', ''), 'invalid_answer'],
    [
      'an issuer that is not the pool',
      (url: URL) => url.searchParams.set('iss', 'https://other.example'),
      'invalid_answer',
    ],
  ])('by %s keeps whoever was signed in before, and takes the answer out of the address', async (_, tamper, code) => {
    const { tab, token } = await signedIn()
    const auth = authIn(tab)
    await auth.signIn()
    await choose(tab, 'mallory')
    const url = new URL(tab.location.href)
    tamper(url)
    tab.location.href = url.href
    expect((await failure(auth.handleRedirect())).code).toBe(code)
    expect(tab.location.href).toBe(home)
    expect([await tokenOf(auth), auth.user()?.email]).toEqual([token, 'alice@example.com'])
  })

  test('because the person or the provider refuses tells the reason', async () => {
    const tab = createTab(home)
    const auth = authIn(tab)
    await auth.signIn()
    const state = new URL(tab.location.href).searchParams.get('state') ?? ''
    tab.location.href = `${home}?error=access_denied&error_description=No+consent&state=${state}`
    expect(await failure(auth.handleRedirect())).toMatchObject({ code: 'access_denied', message: 'No consent' })
    expect([tab.location.href, auth.user()]).toEqual([home, undefined])
  })

  test('because nobody is asked and nobody is known gives login_required', async () => {
    const tab = createTab(home)
    const auth = authIn(tab)
    await auth.signIn({ prompt: 'none' })
    const response = await fetch(tab.location.href, { redirect: 'manual' })
    tab.location.href = response.headers.get('location') ?? ''
    expect((await failure(auth.handleRedirect())).code).toBe('login_required')
  })

  test('because its address is used a second time is an unknown state', async () => {
    const tab = createTab(home)
    const auth = authIn(tab)
    await auth.signIn()
    await choose(tab, 'alice')
    const { href } = tab.location
    await auth.handleRedirect()
    tab.location.href = href
    expect((await failure(authIn(tab).handleRedirect())).code).toBe('unknown_state')
    // Another tab did not ask for it.
    expect((await failure(authIn(createTab(href)).handleRedirect())).code).toBe('unknown_state')
    expect(auth.user()).toBeDefined()
  })

  test('because of another nonce, or a verifier that is not its own, keeps no token', async () => {
    for (const [member, code] of [
      ['nonce', 'invalid_answer'],
      ['verifier', 'invalid_grant'],
    ] as const) {
      const tab = createTab(home)
      const auth = authIn(tab)
      await auth.signIn()
      await choose(tab, 'alice')
      for (const [key, text] of tab.sessionStorage.kept) {
        const pending = JSON.parse(text) as Record<string, string>
        tab.sessionStorage.setItem(key, JSON.stringify({ ...pending, [member]: 'x'.repeat(43) }))
      }
      const error = await failure(auth.handleRedirect())
      expect([error.code, auth.user(), tab.sessionStorage.kept.size]).toEqual([code, undefined, 0])
      // A log that shows everything of the error shows no token.
      expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/eyJ|[\w-]{43}/)
    }
  })

  test.each(['{', 'null', '7', '[]', '{}', '{"verifier":7}'])(
    'because the storage has %s in the place of what the tab remembers is an unknown state',
    async (text) => {
      const tab = createTab(home)
      const auth = authIn(tab)
      await auth.signIn()
      await choose(tab, 'alice')
      for (const key of tab.sessionStorage.kept.keys()) tab.sessionStorage.setItem(key, text)
      expect((await failure(auth.handleRedirect())).code).toBe('unknown_state')
      expect([auth.user(), tab.sessionStorage.kept.size]).toEqual([undefined, 0])
    },
  )

  test('with a reason that quotes the request shows neither code nor token', async () => {
    await using provider = await startQuotingProvider()
    const tab = createTab(home)
    const auth = authIn(tab, { issuer: provider.url })
    await auth.signIn()
    const state = new URL(tab.location.href).searchParams.get('state') ?? ''
    tab.location.href = `${home}?code=secret-code&state=${state}`
    const error = await failure(auth.handleRedirect())
    expect(error.code).toBe('invalid_grant')
    expect(error.message).toMatch(/^I got .*grant_type=authorization_code/)
    expect(inspect(error, { showHidden: true })).not.toMatch(/secret-code|[\w-]{43}/)
    // A renewal sends the refresh token.
    const signedInTab = await signedIn()
    for (const [key, text] of signedInTab.tab.sessionStorage.kept) tab.sessionStorage.setItem(key, text)
    provider.answer = { error: 'invalid_client' }
    const { refreshToken = '' } = JSON.parse([...tab.sessionStorage.kept.values()].join('')) as Partial<Session>
    const late = await failure(tokenOf(auth, signedInTab.token))
    expect(late.message).toMatch(/^I got .*grant_type=refresh_token/)
    expect(late.message).not.toContain(refreshToken.slice(0, 40))
  })

  test('because there is no provider says so, and the next attempt asks again', async () => {
    const tab = createTab(home)
    const wrong = authIn(tab, { issuer: 'http://localhost:9/pool' })
    expect(await failure(wrong.signIn())).toMatchObject({ code: 'unreachable' })
    expect((await failure(authIn(tab, { issuer: `${signIns.pool.url}/unknown` }).signIn())).code).toBe('invalid_answer')
    // Without TLS only this machine may answer.
    expect((await failure(authIn(tab, { issuer: 'http://provider.example/pool' }).signIn())).code).toBe(
      'invalid_answer',
    )
    expect(tab.location.href).toBe(home)
  })
})

describe('a renewal', () => {
  test('comes before the token expires, and keeps the next refresh token', async () => {
    const { tab, auth, token } = await signedIn({ renewBefore: 4000 })
    const seen = [token]
    for (let n = 0; n < 3; n++) {
      seen.push((await tokenOf(auth)) ?? '')
      // The grace period of the old refresh token is over.
      signIns.pool.advance(20_000)
    }
    expect(new Set(seen).size).toBe(4)
    expect(auth.user()?.email).toBe('alice@example.com')
    expect([...tab.sessionStorage.kept.values()].join()).not.toContain(token)
  })

  test('serves all calls whose token was rejected', async () => {
    const { auth, token } = await signedIn()
    const tokens = await Promise.all(Array.from({ length: 10 }, () => tokenOf(auth, token)))
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]).not.toBe(token)
    // A call that still holds the first one gets the new one, without another renewal.
    expect(await tokenOf(auth, token)).toBe(tokens[0])
  })

  test('that is refused ends the sign-in, and says so', async () => {
    const { tab, auth, token } = await signedIn()
    const changes: unknown[] = []
    auth.onChange((user) => changes.push(user))
    await signIns.pool.post('/oauth2/revoke', { client_id: userClientId, token: refreshTokenIn(tab) })
    expect(await tokenOf(auth, token)).toBeUndefined()
    await wait(0)
    expect([auth.user(), changes, tab.sessionStorage.kept.size]).toEqual([undefined, [undefined], 0])
  })

  test('goes on when the call that asked for it was aborted', async () => {
    const { auth, token } = await signedIn()
    const controller = new AbortController()
    const aborted = Promise.resolve(auth.token({ rejected: token, signal: controller.signal }))
    controller.abort(new Error('gone'))
    await expect(aborted).rejects.toThrow('gone')
    const next = await tokenOf(auth, token)
    expect([typeof next, next === token]).toEqual(['string', false])
  })

  test('without an answer keeps the sign-in, and the token while it is valid', async () => {
    const away = await startTestPool()
    const tab = createTab(home)
    const auth = authIn(tab, { issuer: issuerAt(away.url), renewBefore: 4000 })
    await auth.signIn()
    const query = Object.fromEntries(new URL(tab.location.href).searchParams)
    tab.location.href = (await away.choose('alice', query)).headers.get('location') ?? ''
    await auth.handleRedirect()
    await away.close()
    const token = await tokenOf(auth)
    expect(claimsIn(token ?? '')).toMatchObject({ token_use: 'access' })
    expect((await failure(tokenOf(auth, token))).code).toBe('unreachable')
    expect(auth.user()?.email).toBe('alice@example.com')
  })

  test('of another person’s token ends the sign-in', async () => {
    const { tab, auth, token } = await signedIn()
    const other = createTab(home)
    await signIn(other, authIn(other), 'mallory')
    for (const [key, text] of tab.sessionStorage.kept)
      tab.sessionStorage.setItem(key, text.replace(refreshTokenIn(tab), refreshTokenIn(other)))
    expect([await tokenOf(auth, token), auth.user()]).toEqual([undefined, undefined])
  })
})

describe('a sign-out', () => {
  test('forgets the tokens, revokes the refresh token and leads to the provider’s own', async () => {
    const { tab, auth } = await signedIn()
    const refreshToken = refreshTokenIn(tab)
    await auth.signOut({ returnTo: '/bye' })
    const url = new URL(tab.location.href)
    expect(url.origin + url.pathname).toBe(`${signIns.pool.url}/logout`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: userClientId,
      logout_uri: 'http://localhost:5173/bye',
    })
    expect([auth.user(), tab.sessionStorage.kept.size]).toEqual([undefined, 0])
    const again = { grant_type: 'refresh_token', client_id: userClientId, refresh_token: refreshToken }
    expect(await signIns.pool.post('/oauth2/token', again)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
    // The provider leads back.
    const response = await fetch(url, { redirect: 'manual' })
    expect(response.headers.get('location')).toBe('http://localhost:5173/bye')
  })

  test('stays, although a renewal was under way', async () => {
    const { tab, auth, token } = await signedIn()
    const renewing = tokenOf(auth, token)
    await auth.signOut()
    expect([await renewing, auth.user(), tab.sessionStorage.kept.size]).toEqual([undefined, undefined, 0])
  })
})
