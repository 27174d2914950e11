// One refresh of the token for any number of 401s at the same time, and the signal of a token function.
import { describe, expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Received } from '../testing/server.ts'
import { FrontdeskError, type TokenSource } from './index.ts'

type Context = Parameters<TokenSource>[0]
const ok = { status: 200, body: aCase }

/** A server that accepts one token. */
const accepting = (accepted: () => string) =>
  startServer(({ headers }: Received) => (headers.authorization === `Bearer ${accepted()}` ? ok : problem(401)))

const soon = (ms = 20) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A promise, and the function that resolves it. */
function gateOf() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((resolved) => (resolve = resolved))
  return { promise, resolve: () => resolve() }
}

describe('one refresh', () => {
  test('serves any number of parallel 401s, of every kind of call', async () => {
    await using server = await accepting(() => 'fresh')
    const asked: Context[] = []
    let current = 'stale'
    const token = async (context: Context) => {
      asked.push(context)
      if (context.rejected === undefined) return current
      await soon()
      return (current = 'fresh')
    }
    const { cases, request } = impatient(server.url, { token })
    const calls = Array.from({ length: 50 }, (_, index) =>
      index % 2 ? cases.get('c') : request('GET', '/cases/{caseId}', { path: { caseId: 'c' } }),
    )
    expect(await Promise.all(calls)).toHaveLength(50)
    expect(asked.filter(({ rejected }) => rejected !== undefined)).toHaveLength(1)
  })

  test('serves a 401 that comes after it is over, and a call that began while it went on', async () => {
    const held: (() => void)[] = []
    let current = 'stale'
    let refreshes = 0
    const gate = gateOf()
    const fetch = async (_: string, init: RequestInit) => {
      const isStale = String(new Headers(init.headers).get('authorization')).includes('stale')
      if (isStale) await new Promise<void>((resolve) => held.push(resolve))
      return Promise.resolve(Response.json(isStale ? {} : aCase, { status: isStale ? 401 : 200 }))
    }
    const token = async ({ rejected }: Context) => {
      if (rejected === undefined) return current
      refreshes++
      await gate.promise
      return (current = 'fresh')
    }
    const { cases } = impatient('http://frontdesk.test', { token, fetch })
    const first = cases.get('a')
    const late = cases.get('b')
    await expect.poll(() => held).toHaveLength(2)
    held[0]?.()
    await expect.poll(() => refreshes).toBe(1)
    const meanwhile = cases.get('c')
    await expect.poll(() => held).toHaveLength(3)
    gate.resolve()
    await first
    held[1]?.()
    held[2]?.()
    await Promise.all([late, meanwhile])
    expect(refreshes).toBe(1)
  })

  test('is no memory: a later 401 asks again, also for the same token', async () => {
    let accepted = 'b'
    await using server = await accepting(() => accepted)
    let refreshes = 0
    const token = ({ rejected }: Context) => (rejected === undefined ? 'a' : (refreshes++, accepted))
    const { cases } = impatient(server.url, { token })
    await cases.get('c')
    accepted = 'c'
    await cases.get('c')
    expect(refreshes).toBe(2)
  })

  test('that fails is the failure of all, and of no later call', async () => {
    await using server = await accepting(() => 'fresh')
    let refreshes = 0
    const token = async ({ rejected }: Context) => {
      if (rejected === undefined) return 'stale'
      await soon()
      if (++refreshes === 1) throw new Error('signed out')
      return 'fresh'
    }
    const { cases } = impatient(server.url, { token })
    const failures = await Promise.all([failure(cases.get('a')), failure(cases.get('b'))])
    for (const error of failures) {
      expect(error).toBeInstanceOf(FrontdeskError)
      expect((error as Error).message).toBe('getCase got no token: signed out')
    }
    expect(await cases.get('c')).toEqual(aCase)
    expect(refreshes).toBe(2)
  })
})

describe('the signal', () => {
  test('of the first question fires with the call', async () => {
    const controller = new AbortController()
    let signal: AbortSignal | undefined
    const token = (context: Context) => {
      signal = context.signal
      return new Promise<string>(() => undefined)
    }
    const call = impatient('http://frontdesk.test', { token }).cases.get('c', { signal: controller.signal })
    controller.abort('enough')
    expect(await failure(call)).toBe('enough')
    expect([signal?.aborted, signal?.reason]).toEqual([true, 'enough'])
  })

  test('of a refresh fires when no call waits for it any more, not before', async () => {
    await using server = await accepting(() => 'fresh')
    let refresh: AbortSignal | undefined
    const gate = gateOf()
    const token = async ({ rejected, signal }: Context) => {
      if (rejected === undefined) return 'stale'
      refresh = signal
      await gate.promise
      signal.throwIfAborted()
      return 'fresh'
    }
    const { cases } = impatient(server.url, { token })
    const controller = new AbortController()
    const leaving = failure(cases.get('a', { signal: controller.signal }))
    const staying = cases.get('b')
    await expect.poll(() => server.received).toHaveLength(2)
    await expect.poll(() => refresh).toBeDefined()
    await soon()
    controller.abort('enough')
    expect(await leaving).toBe('enough')
    expect(refresh?.aborted).toBe(false)
    gate.resolve()
    expect(await staying).toEqual(aCase)
  })

  test('of a refresh for one call fires when its time is over', async () => {
    await using server = await startServer([problem(401)])
    let refresh: AbortSignal | undefined
    const token = ({ rejected, signal }: Context) => {
      if (rejected === undefined) return 'stale'
      refresh = signal
      return new Promise<string>(() => undefined)
    }
    const { cases } = impatient(server.url, { token })
    expect(await failure(cases.get('c', { timeout: 200 }))).toMatchObject({ name: 'TimeoutError' })
    expect(refresh?.aborted).toBe(true)
  })

  test.each<[string, (signal: AbortSignal) => Promise<string>]>([
    [
      'ends with it',
      (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended')))),
    ],
    ['never ends', () => new Promise(() => undefined)],
  ])(
    'of a refresh that nobody waits for any more has fired: the next 401 begins another, when it %s',
    async (_, hang) => {
      let answerLate: () => void = () => undefined
      const isLate = new Promise<void>((resolve) => (answerLate = resolve))
      const refreshes: AbortSignal[] = []
      const fetch = async (url: string, { headers }: { headers: Record<string, string> }) => {
        const isStale = headers.authorization === 'Bearer stale'
        if (isStale && url.endsWith('/late')) await isLate
        return Response.json(isStale ? {} : aCase, { status: isStale ? 401 : 200 })
      }
      const token = ({ rejected, signal }: Context) => {
        if (rejected === undefined) return 'stale'
        return refreshes.push(signal) === 1 ? hang(signal) : 'fresh'
      }
      const { cases } = impatient('http://frontdesk.test', { token, fetch, maxRetries: 0, attemptTimeout: 1000 })
      const late = cases.get('late')
      const controller = new AbortController()
      const left = failure(cases.get('a', { signal: controller.signal }))
      await expect.poll(() => refreshes).toHaveLength(1)
      controller.abort('enough')
      expect(await left).toBe('enough')
      await soon()
      answerLate()
      expect(await late).toEqual(aCase)
      expect(await cases.get('next')).toEqual(aCase)
      expect(refreshes.map(({ aborted }) => aborted)).toEqual([true, false, false])
    },
  )
})
