// The tokens of a person who is signed in: several tabs, duplicated ones, and storages that are blocked, full or wrong.
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { issuerAt, userClientId } from '../../../local-cloud/emulators/cognito/index.ts'
import { failure, home, tokenOf, useSignIns } from '../../testing/sign-ins.ts'
import { createOrigin, createStorage, createTab, type Tab } from '../../testing/tab.ts'
import { createBrowserAuth } from './index.ts'

const signIns = useSignIns()
const { authIn, choose, signIn, signedIn } = signIns

describe('several tabs', () => {
  test('of one storage renew once, learn of a sign-in and of a sign-out', async () => {
    const origin = createOrigin()
    const [one, two] = [createTab(home, origin), createTab(home, origin)]
    const [first, second] = [authIn(one, { storage: 'local' }), authIn(two, { storage: 'local' })]
    const changes: (string | undefined)[] = []
    const stop = second.onChange((user) => changes.push(user?.email))
    await signIn(one, first)
    await wait(0)
    expect([changes, second.user()?.email]).toEqual([['alice@example.com'], 'alice@example.com'])
    const token = await tokenOf(second)
    signIns.pool.advance(20_000)
    const tokens = await Promise.all([first, second, first, second].map((auth) => tokenOf(auth, token)))
    expect([new Set(tokens).size, tokens[0] === token]).toEqual([1, false])
    // A renewal is no change of the person.
    expect(changes).toHaveLength(1)
    await first.signOut()
    await wait(0)
    expect([changes.at(-1), second.user(), origin.local.kept.size]).toEqual([undefined, undefined, 0])
    stop()
    one.location.href = home
    await signIn(one, authIn(one, { storage: 'local' }))
    await wait(0)
    expect(changes).toHaveLength(2)
  })

  test('that find a renewal of another tab a moment later do not renew again', async () => {
    const origin = createOrigin(100)
    const [one, two] = [createTab(home, origin), createTab(home, origin)]
    const [first, second] = [authIn(one, { storage: 'local' }), authIn(two, { storage: 'local' })]
    await signIn(one, first)
    await wait(150)
    const token = await tokenOf(second)
    signIns.pool.advance(20_000)
    const renewed = await tokenOf(first, token)
    expect([renewed === token, await tokenOf(second, token)]).toEqual([false, renewed])
    expect(second.user()?.email).toBe('alice@example.com')
  })

  test('that were duplicated do not use up each other’s refresh token', async () => {
    const { tab, auth, token } = await signedIn()
    const twin = tab.duplicate()
    const copy = authIn(twin)
    expect(await tokenOf(copy)).toBe(token)
    const renewed = await tokenOf(auth, token)
    await wait(50)
    // The old refresh token is worth nothing any more.
    signIns.pool.advance(20_000)
    expect(await tokenOf(copy, token)).toBe(renewed)
    const again = await tokenOf(copy, renewed)
    await wait(50)
    expect(await tokenOf(auth)).toBe(again)
    await auth.signOut()
    await wait(50)
    expect(copy.user()).toBeUndefined()
    // A sign-in of its own is another one.
    const { auth: stranger } = await signedIn()
    twin.location.href = home
    await signIn(twin, authIn(twin))
    await authIn(twin).signOut()
    await wait(50)
    expect(stranger.user()).toBeDefined()
  })
})

describe('the tokens are kept', () => {
  test('in a function that is a storage', async () => {
    const storage = Object.assign(() => undefined, createStorage())
    await signedIn({ storage })
    expect(authIn(createTab(home), { storage }).user()?.email).toBe('alice@example.com')
  })

  test('in memory alone, or in a storage of the caller', async () => {
    const { tab, auth } = await signedIn({ storage: 'memory' })
    expect([auth.user()?.email, tab.sessionStorage.kept.size]).toEqual(['alice@example.com', 0])
    expect(authIn(tab, { storage: 'memory' }).user()).toBeUndefined()
    const own = createStorage()
    const { tab: other } = await signedIn({ storage: own })
    expect([own.kept.size, other.sessionStorage.kept.size]).toEqual([1, 0])
    expect(authIn(createTab(home), { storage: own }).user()?.email).toBe('alice@example.com')
  })

  test.each([
    ...['', 'null', '{}', '[]', 'not JSON', '{"accessToken":1}'],
    '{"accessToken":"a","idToken":"no token","refreshToken":"r"}',
    '{"accessToken":"a","idToken":"a.bm8ganNvbg.c","refreshToken":"r"}',
  ])('where %j counts as nobody', async (text) => {
    const { tab } = await signedIn()
    for (const key of tab.sessionStorage.kept.keys()) tab.sessionStorage.setItem(key, text)
    const auth = authIn(tab)
    expect([auth.user(), await tokenOf(auth)]).toEqual([undefined, undefined])
  })

  describe('where the browser', () => {
    test.each(kinds)('has blocked its storages: nobody is signed in, with storage %s', async (storage) => {
      const tab = createTab(home)
      const auth = authIn({ ...tab, browser: blocked(tab.browser) }, { storage })
      const stop = auth.onChange(() => undefined)
      expect([auth.user(), await tokenOf(auth), await auth.handleRedirect()]).toEqual([undefined, undefined, undefined])
      expect((await failure(auth.signIn())).code).toBe('no_storage')
      expect(tab.location.href).toBe(home)
      tab.location.href = `${home}?code=c&state=s`
      const later = authIn({ ...tab, browser: blocked(tab.browser) }, { storage })
      expect((await failure(later.handleRedirect())).code).toBe('no_storage')
      expect(tab.location.href).toBe(home)
      await auth.signOut()
      expect(tab.location.href).toContain('/logout')
      stop()
    })

    test.each(kinds)(
      'keeps nothing: the sign-in lives in the page and is renewed, with storage %s',
      async (storage) => {
        const tab = createTab(home)
        const auth = authIn(tab, { storage })
        await auth.signIn()
        await choose(tab, 'alice')
        // From here on the storages are full, and the locks are refused.
        const full = { ...createStorage(tab.sessionStorage.kept), setItem: refuse }
        Object.assign(tab.browser, {
          sessionStorage: full,
          localStorage: full,
          navigator: { locks: { request: refuse } },
        })
        expect((await auth.handleRedirect())?.user.email).toBe('alice@example.com')
        const token = await tokenOf(auth)
        const renewed = await tokenOf(auth, token)
        expect([auth.user()?.email, await tokenOf(auth)]).toEqual(['alice@example.com', renewed])
        expect(renewed).not.toBe(token)
        await auth.signOut()
        expect(auth.user()).toBeUndefined()
      },
    )
  })

  test.each(['session', 'local'] as const)('%s, and a full one has nobody that was there before', async (storage) => {
    const origin = createOrigin()
    const { tab, auth } = await signedIn({ storage }, origin)
    await auth.signIn()
    await choose(tab, 'mallory')
    const { sessionStorage, localStorage } = tab.browser
    Object.assign(tab.browser, {
      sessionStorage: { ...sessionStorage, setItem: refuse },
      localStorage: { ...localStorage, setItem: refuse },
    })
    const next = authIn(tab, { storage })
    expect((await next.handleRedirect())?.user.email).toBe('mallory@example.com')
    expect(next.user()?.email).toBe('mallory@example.com')
    // A reload.
    expect([authIn(tab, { storage }).user(), tab.sessionStorage.kept.size, origin.local.kept.size]).toEqual([
      undefined,
      0,
      0,
    ])
  })

  test('for nobody on a server, where no page can be left', async () => {
    const auth = createBrowserAuth({ issuer: issuerAt(signIns.pool.url), clientId: userClientId })
    const stop = auth.onChange(() => undefined)
    expect([auth.user(), await tokenOf(auth)]).toEqual([undefined, undefined])
    stop()
    await expect(auth.signIn()).rejects.toThrow('Only a page in a browser')
  })
})

const kinds = ['session', 'local', 'memory'] as const
function refuse(): never {
  throw new DOMException('Access is denied for this document.', 'SecurityError')
}
/** A browser whose storages throw when they are looked at, as in a frame of a sandbox. */
const blocked = ({ sessionStorage: _, localStorage: __, ...rest }: Tab['browser']): Tab['browser'] =>
  Object.defineProperties({ ...rest }, { sessionStorage: { get: refuse }, localStorage: { get: refuse } })
