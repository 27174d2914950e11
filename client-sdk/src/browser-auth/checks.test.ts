// Wrong options of a sign-in are refused when it is made, by their names.
import { describe, expect, test } from 'vitest'
import { createStorage, createTab } from '../../testing/tab.ts'
import { createAuth } from './auth.ts'
import { createBrowserAuth, type BrowserAuthOptions } from './index.ts'

const authWith = (own: Partial<BrowserAuthOptions>) =>
  createAuth(
    { issuer: 'http://localhost:4020/pool', clientId: 'page', ...own },
    createTab('http://localhost:5173/').browser,
  )

describe('a wrong option is refused at once', () => {
  test.each<[object, string]>([
    [{ issuer: undefined }, 'issuer must be an http or https URL'],
    [{ issuer: 'eu-central-1_abc' }, 'issuer must be'],
    [{ clientId: '' }, 'clientId must be'],
    [{ issuer: 'http://user:s3cret@localhost/pool' }, 'without password and query'],
    [{ issuer: 'https://localhost/pool?x=1' }, 'issuer must be'],
    [{ issuer: 'ftp://localhost/pool' }, 'issuer must be'],
    [{ issuer: ['https://localhost/pool'] }, 'issuer must be'],
    [{ clientID: 'x' }, 'clientID is no option. The options are issuer, clientId, redirectUri'],
    [{ constructor: 'x' }, 'constructor is no option'],
    [
      { storage: 'localStorage' },
      'storage must be session, local, memory or an object with getItem, setItem and removeItem',
    ],
    [{ storage: null }, 'storage must be'],
    [{ storage: { getItem: () => null } }, 'storage must be'],
    [{ storage: { setItem: () => undefined } }, 'storage must be'],
    [{ storage: { ...createStorage(), removeItem: undefined } }, 'storage must be'],
    [{ use: 'ID' }, 'use must be access or id'],
    [{ scopes: 'openid email' }, 'scopes must be a list'],
    ...[Number.NaN, null, '60', [], Infinity, -1].map((renewBefore): [object, string] => [
      { renewBefore },
      'renewBefore must be a number from 0 on',
    ]),
  ])('%j', (own, words) => {
    const make = () => authWith(own)
    expect(make).toThrow(words)
    expect(make).not.toThrow('s3cret')
  })

  test.each([undefined, null, {}])('and %j in place of all of them', (none) => {
    // Safe cast: not every caller has a compiler.
    expect(() => createBrowserAuth(none as unknown as BrowserAuthOptions)).toThrow('issuer must be')
  })

  test.each(['http://[::1]:4020/x', 'http://localhost', 'HTTPS://provider.example/pool/'])('but not %s', (issuer) => {
    expect(authWith({ issuer }).user()).toBeUndefined()
  })

  test('and one that is undefined is none', () => {
    const none = {
      redirectUri: undefined,
      scopes: undefined,
      storage: undefined,
      use: undefined,
      renewBefore: undefined,
    }
    expect(authWith(none).user()).toBeUndefined()
  })
})
