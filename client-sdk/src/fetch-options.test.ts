// More options of fetch: those of the client and of a call, for every kind of request, and those that are refused.
import { describe, expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { createClient, createFrontdesk, FrontdeskError, type ClientOptions, type FetchOptions } from './index.ts'

/** A fetch that keeps what it is given, and answers as the service does. */
function recorder() {
  const sent: Record<string, unknown>[] = []
  const fetch: ClientOptions['fetch'] = (url, init) => {
    sent.push({ url, ...init })
    const target = { key: 'k', uploadUrl: 'https://storage.test/k', headers: {}, expiresAt: '2999-01-01T00:00:00Z' }
    return Promise.resolve(url.includes('storage') ? new Response() : Response.json({ ...aCase, ...target, cases: [] }))
  }
  return { sent, fetch }
}

const dispatcher = { a: 'dispatcher' }

describe('options of fetch', () => {
  test('of the client reach every request, with what the SDK itself sets', async () => {
    const { sent, fetch } = recorder()
    const fetchOptions: FetchOptions = { dispatcher, credentials: 'include', cache: 'no-store' }
    const { cases, request } = impatient('https://frontdesk.test', { fetch, fetchOptions })
    await cases.get('c')
    await cases.list().toArray()
    await cases.updateWith('c', () => ({ status: 'closed' })).catch(() => undefined)
    await request('GET', '/cases')
    expect(sent.length).toBeGreaterThan(3)
    for (const init of sent) {
      expect(init).toMatchObject({ ...fetchOptions, method: 'GET', redirect: 'manual', body: null })
      expect(init.signal).toBeInstanceOf(AbortSignal)
      expect(init.headers).toHaveProperty('authorization')
    }
  })

  test('of a call overrule those of the client one by one', async () => {
    const { sent, fetch } = recorder()
    const { cases } = impatient('https://frontdesk.test', { fetch, fetchOptions: { dispatcher, cache: 'no-store' } })
    await cases.get('c', { fetchOptions: { cache: 'reload', keepalive: true } })
    await cases.get('c')
    expect(sent[0]).toMatchObject({ dispatcher, cache: 'reload', keepalive: true })
    expect(sent[1]).toMatchObject({ dispatcher, cache: 'no-store' })
    expect(sent[1]).not.toHaveProperty('keepalive')
  })

  test('reach the storage too, without credentials', async () => {
    const { sent, fetch } = recorder()
    const { cases } = impatient('https://frontdesk.test', {
      fetch,
      fetchOptions: { dispatcher, credentials: 'include' },
    })
    await cases.upload('c', new Blob(['x']), { fetchOptions: { cache: 'no-store' } })
    expect(sent[0]).toMatchObject({ dispatcher, credentials: 'include', cache: 'no-store' })
    expect(sent[1]).toMatchObject({ method: 'PUT', dispatcher, credentials: undefined, cache: 'no-store' })
  })
})

describe.each(['method', 'body', 'headers', 'signal', 'redirect'])('%s is refused', (name) => {
  const fetchOptions = { [name]: 'x', cache: 'no-store' } as unknown as FetchOptions
  const reason = `fetchOptions takes no ${name}`

  test('by the client', () => {
    const options = { baseUrl: 'https://frontdesk.test', fetchOptions }
    for (const create of [createFrontdesk, createClient]) {
      expect(() => create(options)).toThrow(FrontdeskError)
      expect(() => create(options)).toThrow(reason)
    }
    expect(() => createClient({ baseUrl: 'https://frontdesk.test' }).withOptions({ fetchOptions })).toThrow(reason)
  })

  test('by a call, which sends nothing', async () => {
    const { sent, fetch } = recorder()
    const { cases, request } = impatient('https://frontdesk.test', { fetch })
    for (const call of [
      cases.get('c', { fetchOptions }),
      cases.list({}, { fetchOptions }),
      cases.upload('c', new Blob(['x']), { fetchOptions }),
      request('GET', '/cases', { fetchOptions }),
    ])
      expect(await failure(call)).toMatchObject({
        name: 'FrontdeskError',
        message: expect.stringContaining(reason) as string,
      })
    expect(sent).toEqual([])
  })
})
