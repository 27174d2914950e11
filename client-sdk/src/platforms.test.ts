// Platforms that lack something: no Request, no Response, no streams, no crypto, a signal that knows no reason.
import { afterEach, describe, expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer } from '../testing/server.ts'
import { createFrontdesk, FrontdeskError, NotFoundError } from './index.ts'

const ok = { status: 200, body: aCase }
const { fetch, ReadableStream } = globalThis
const kept = new Map<object, [string, PropertyDescriptor][]>()

function without(owner: object, ...names: string[]) {
  for (const name of names) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name)
    if (!descriptor) continue
    kept.set(owner, [...(kept.get(owner) ?? []), [name, descriptor]])
    Reflect.deleteProperty(owner, name)
  }
}
afterEach(() => {
  for (const [owner, members] of kept)
    for (const [name, descriptor] of members) Object.defineProperty(owner, name, descriptor)
  kept.clear()
})

test('a fetch that knows no Request, and answers with a response of its own', async () => {
  without(globalThis, 'Request', 'Response', 'fetch')
  await using server = await startServer([ok, problem(404), { status: 204 }])
  const own = async (url: string, init: RequestInit) => {
    expect(typeof url).toBe('string')
    const { ok, status, headers, ...response } = await fetch(url, init).then(async (it) => ({
      ok: it.ok,
      status: it.status,
      headers: { get: (name: string) => it.headers.get(name) },
      content: await it.text(),
    }))
    return { ok, status, headers, text: () => Promise.resolve(response.content) }
  }
  const frontdesk = impatient(server.url, { fetch: own })
  expect(await frontdesk.cases.get('c', { headers: { 'x-one': '1' } })).toEqual(aCase)
  expect(await failure(frontdesk.cases.get('c'))).toBeInstanceOf(NotFoundError)
  await frontdesk.customers.delete('c')
  expect(server.received[0]?.headers['x-one']).toBe('1')
})

test.each<[string, unknown]>([
  ['parsed JSON, as ofetch gives', { caseId: 'c' }],
  ['undefined', undefined],
  ['a text', 'x'],
])('a fetch that gives %s is a FrontdeskError, no TypeError', async (_, answer) => {
  const own = () => Promise.resolve(answer as Response)
  expect(
    await failure(impatient('http://frontdesk.test', { fetch: own, maxRetries: 0 }).cases.get('c')),
  ).toBeInstanceOf(FrontdeskError)
})

describe('React Native', () => {
  /** Its fetch follows redirects whatever it is told, and says where it ended, with or without `redirected`. */
  const native = (tells: boolean) => async (url: string, init: RequestInit) => {
    expect(init.body ?? '').not.toBeInstanceOf(ReadableStream)
    const response = await fetch(url, { ...init, redirect: 'follow' })
    const { ok, status, headers } = response
    const text = () => response.text()
    return { ok, status, headers, text, url: response.url, ...(tells && { redirected: response.redirected }) }
  }

  test.each([true, false])(
    'works without AbortSignal.throwIfAborted, any and timeout, and crypto.randomUUID',
    async (tells) => {
      await using server = await startServer(({ method, url }) =>
        url.startsWith('/file')
          ? { status: 200 }
          : url.includes('/upload')
            ? {
                status: 200,
                body: { key: 'k', uploadUrl: `${server.url}/file`, headers: {}, expiresAt: '2999-01-01T00:00:00Z' },
              }
            : { status: method === 'POST' ? 201 : 200, body: aCase },
      )
      without(AbortSignal.prototype, 'throwIfAborted')
      without(AbortSignal, 'any', 'timeout')
      without(Crypto.prototype, 'randomUUID')
      const frontdesk = createFrontdesk({ baseUrl: server.url, fetch: native(tells) as never, token: () => 'a-token' })
      expect(await frontdesk.cases.create({ description: 'x' })).toEqual(aCase)
      const told: number[] = []
      await frontdesk.cases.upload('c', new Blob(['abc']), { onProgress: ({ loaded }) => told.push(loaded) })
      expect(told).toEqual([0, 3])
    },
  )

  test.each([true, false])('refuses a redirect that its fetch has followed', async (tells) => {
    await using elsewhere = await startServer([ok])
    await using server = await startServer([{ status: 307, headers: { location: `${elsewhere.url}/x` } }])
    const error = await failure(impatient(server.url, { fetch: native(tells) }).cases.get('c'))
    expect(error).toBeInstanceOf(FrontdeskError)
    expect((error as Error).message).toContain('redirect')
  })

  test('takes an address that its fetch writes in another way for no redirect', async () => {
    await using server = await startServer([{ status: 200, body: { cases: [] } }])
    const list = impatient(server.url, { fetch: native(false) }).cases.list({ cursor: "it's (a) *test*!~" })
    expect((await list).cases).toEqual([])
    expect(server.received[0]?.url).toContain('%27')
  })

  test('rejects with an AbortError when its signal knows no reason', async () => {
    await using server = await startServer(['silence'])
    const controller = new AbortController()
    Object.defineProperty(controller.signal, 'reason', { value: undefined })
    const call = failure(impatient(server.url).cases.get('c', { signal: controller.signal }))
    controller.abort()
    expect(await call).toMatchObject({ name: 'AbortError' })
    const upload = failure(impatient(server.url).cases.upload('c', new Blob(['x']), { signal: controller.signal }))
    expect(await upload).toMatchObject({ name: 'AbortError' })
  })

  test('makes keys without crypto', async () => {
    await using server = await startServer([{ status: 201, body: aCase }])
    without(globalThis, 'crypto')
    await impatient(server.url).cases.create({ description: 'x' })
    await impatient(server.url).cases.create({ description: 'x' })
    const [one, two] = server.received.map(({ headers }) => String(headers['idempotency-key']))
    expect(one).toMatch(/^[\x20-\x7e]{16,255}$/)
    expect(two).not.toBe(one)
  })
})
