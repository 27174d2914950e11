// withOptions: another client with options on top, which shares the token refresh and the budget where they are the same.
import { describe, expect, test } from 'vitest'
import { aCase, failure, impatient, impatientClient } from '../testing/impatient.ts'
import { problem, startServer, type Received } from '../testing/server.ts'
import { cases as casesOf, FrontdeskError, TimeoutError, type TokenSource } from './index.ts'
import { observe } from './observe.ts'

type Context = Parameters<TokenSource>[0]
const ok = { status: 200, body: aCase }

describe('withOptions', () => {
  test('gives a client with these options, and leaves the first one as it is', async () => {
    await using server = await startServer([ok])
    const first = impatient(server.url, { headers: { 'x-one': '1', 'x-two': '2' } })
    const second = first.withOptions({ apiKey: 'another-key', headers: { 'X-Two': 'two' } })
    const third = second.withOptions({ headers: { 'x-three': '3' } })
    for (const { request } of [first, second, third]) await request('GET', '/cases')
    const sent = server.received.map(({ headers }) =>
      ['x-one', 'x-two', 'x-three', 'x-api-key'].map((name) => headers[name]),
    )
    expect(sent).toEqual([
      ['1', '2', undefined, 'a-key'],
      ['1', 'two', undefined, 'another-key'],
      ['1', 'two', '3', 'another-key'],
    ])
  })

  test('is a member of the client without resources too', async () => {
    await using server = await startServer(['silence'])
    const client = impatientClient(server.url).withOptions({ attemptTimeout: 5, maxRetries: 0 })
    expect(await failure(casesOf(client).get('c'))).toBeInstanceOf(TimeoutError)
  })

  test.each<[string, object, string]>([
    ['an unknown option', { retries: 3 }, 'retries is no option. Is it maxRetries?'],
    ['a number that is none', { timeout: NaN }, 'timeout must be a number'],
    ['a wrong address', { baseUrl: 'ftp://frontdesk.test' }, 'baseUrl must be'],
    ['a wrong token', { token: 'Bearer secret' }, 'token must be'],
    ['a wrong header', { headers: { 'x-one': 'a\nb' } }, 'x-one is an invalid header'],
    ['an option of a call', { signal: new AbortController().signal }, 'signal is no option'],
    ['a hook that is none', { observe, onRetry: 7 }, 'onRetry must be a function'],
  ])('refuses %s', (_, options, said) => {
    const first = impatient('https://frontdesk.test')
    expect(() => first.withOptions(options)).toThrow(FrontdeskError)
    expect(() => first.withOptions(options)).toThrow(said)
  })

  test('leaves what is undefined as it is', async () => {
    await using server = await startServer([ok])
    await impatient(server.url).withOptions({ token: undefined, baseUrl: undefined, headers: undefined }).cases.get('c')
    expect(server.received[0]?.headers.authorization).toBe('Bearer a-token')
  })

  test('takes hooks, in the place of those of the first client', async () => {
    await using server = await startServer([ok])
    const told: string[] = []
    const hook = (name: string) => () => void told.push(name)
    const first = impatient(server.url, { observe, onRequest: hook('first'), onResponse: hook('first') })
    await first.withOptions({ onRequest: hook('second') }).cases.get('c')
    const third = impatient(server.url).withOptions({ observe, onRequest: hook('third') })
    await third.cases.get('c', { onRequest: hook('call') })
    expect(told).toEqual(['second', 'first', 'third', 'call'])
  })
})

describe('the token refresh', () => {
  const refreshes = async (second: (token: TokenSource) => object) => {
    await using server = await startServer(({ headers }: Received) =>
      headers.authorization === 'Bearer fresh' ? ok : problem(401),
    )
    let count = 0
    const token: TokenSource = async ({ rejected }) => {
      if (rejected === undefined) return 'stale'
      count++
      await new Promise((resolve) => setTimeout(resolve, 20))
      return 'fresh'
    }
    const first = impatient(server.url, { token })
    const other = first.withOptions(second(token))
    await Promise.all([first, other, other, first].map(({ cases }) => cases.get('c')))
    return count
  }

  test.each<[string, object]>([
    ['other times', { timeout: 5_000 }],
    ['nothing', {}],
  ])('is shared with a client of %s', async (_, options) => {
    expect(await refreshes(() => options)).toBe(1)
  })

  test('is shared where the same function is given again', async () => {
    expect(await refreshes((token) => ({ token }))).toBe(1)
  })

  test('is that of the client alone where it has another token', async () => {
    expect(await refreshes((token) => ({ token: (context: Context) => token(context) }))).toBe(2)
    expect(await refreshes(() => ({ token: 'fresh' }))).toBe(1)
    const { received } = await twoTokens()
    expect(received).toEqual(['Bearer one', 'Bearer two', 'Bearer one'])
  })

  async function twoTokens() {
    await using server = await startServer([ok])
    const first = impatient(server.url, { token: 'one' })
    const second = first.withOptions({ token: () => 'two' })
    for (const { cases } of [first, second, first]) await cases.get('c')
    return { received: server.received.map(({ headers }) => headers.authorization) }
  }
})

describe('the budget of repeats', () => {
  const fast = { baseDelay: 0, maxDelay: 0, maxRetries: 200 }

  test('is shared with a client of the same service', async () => {
    await using server = await startServer([problem(503)])
    const first = impatient(server.url, fast)
    await failure(first.cases.get('c'))
    const spent = server.received.length
    await failure(first.withOptions({ maxRetries: 2, token: 'another' }).cases.get('c'))
    expect([spent, server.received.length]).toEqual([101, 102])
  })

  test('is another one for another service', async () => {
    await using server = await startServer([problem(503)])
    await using other = await startServer([problem(503)])
    const first = impatient(server.url, fast)
    await failure(first.cases.get('c'))
    await failure(first.withOptions({ baseUrl: other.url, maxRetries: 2 }).cases.get('c'))
    expect(other.received).toHaveLength(3)
  })
})

test('a cache knows which client it is: the scope is that of the address, or the given one', () => {
  const first = impatient('https://one.test')
  expect(first.withOptions({ timeout: 1 }).cacheScope).toBe('https://one.test')
  expect(first.withOptions({ baseUrl: 'https://two.test' }).cacheScope).toBe('https://two.test')
  expect(first.withOptions({ cacheScope: 'alice' }).withOptions({ baseUrl: 'https://two.test' }).cacheScope).toBe(
    'alice',
  )
})
