// The header that names the SDK and its platform: everywhere but in browsers.
import { afterEach, describe, expect, test } from 'vitest'
import { header } from '../../generated/client-sdk/about.ts'
import manifest from '../package.json' with { type: 'json' }
import { aCase, impatient } from '../testing/impatient.ts'
import { startServer } from '../testing/server.ts'

const { navigator: own } = globalThis
const ownDescriptor = Object.getOwnPropertyDescriptor(globalThis, 'navigator') ?? {}
const as = (navigator: object | undefined) =>
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true })
afterEach(() => Object.defineProperty(globalThis, 'navigator', ownDescriptor))

/** The header of a call and of a request. */
async function sent(headers?: Record<string, string>) {
  await using server = await startServer([{ status: 200, body: aCase }])
  const { cases, request } = impatient(server.url, { headers })
  await cases.get('c')
  await request('GET', '/cases')
  const [one, other] = server.received.map((received) => received.headers[header])
  expect(one).toBe(other)
  return one
}

describe('x-frontdesk-client', () => {
  test('names the package’s version, and this Node', async () => {
    expect(await sent()).toBe(`frontdesk-client-sdk/${manifest.version} ${own.userAgent}`)
    expect(own.userAgent).toMatch(/^Node\.js\/\d+/)
  })

  test.each<[string, object | undefined, string]>([
    ['Node 20', undefined, `Node.js/${process.versions.node}`],
    ['Deno', { userAgent: 'Deno/2.9.6' }, 'Deno/2.9.6'],
    ['Bun', { userAgent: 'Bun/1.4.5' }, 'Bun/1.4.5'],
    ['workerd', { userAgent: 'Cloudflare-Workers' }, 'Cloudflare-Workers'],
    ['React Native', { product: 'ReactNative' }, 'ReactNative'],
  ])('names %s', async (_, navigator, name) => {
    as(navigator)
    expect(await sent()).toBe(`frontdesk-client-sdk/${manifest.version} ${name}`)
  })

  test.each<[string, object]>([
    ['a browser', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36' }],
    ['jsdom', { userAgent: 'Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/31.0.1' }],
    ['a platform without a name', {}],
  ])('is not sent by %s', async (_, navigator) => {
    as(navigator)
    expect(await sent()).toBeUndefined()
  })

  test('can be another one by the option headers', async () => {
    expect(await sent({ [header.toUpperCase()]: 'my-app/2.0.0' })).toBe('my-app/2.0.0')
  })
})
