// The time of an attempt, the time of the whole call, and the caller's signal.
import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer } from '../testing/server.ts'
import { ProblemError, TimeoutError } from './index.ts'
import { isPassing, retryAfter, within, withRetries } from './retry.ts'
import { defaults } from './options.ts'

describe('a server that is silent', () => {
  test('is asked again after attemptTimeout', async () => {
    await using server = await startServer(['silence', { status: 200, body: aCase }])
    expect(await impatient(server.url, { attemptTimeout: 100 }).cases.get('c')).toEqual(aCase)
  })

  test('is left after timeout, however many attempts are left', async () => {
    await using server = await startServer(['silence'])
    const started = performance.now()
    const call = impatient(server.url, { attemptTimeout: 80, maxRetries: 100 }).cases.get('c', { timeout: 300 })
    expect(await failure(call)).toBeInstanceOf(TimeoutError)
    expect(performance.now() - started).toBeLessThan(1500)
    expect(server.received.length).toBeGreaterThan(1)
  })

  test('also when it is silent within its answer', async () => {
    await using server = await startServer([{ status: 200, headers: { 'content-length': '1000' }, body: '{' }])
    const call = impatient(server.url, { maxRetries: 0, attemptTimeout: 100 }).cases.get('c')
    const error = await failure(call)
    expect(error).toBeInstanceOf(TimeoutError)
    expect((error as Error).message).toBe('getCase was not done within 100 ms')
  })
})

describe('an abort', () => {
  const { random } = Math
  afterEach(() => (Math.random = random))

  test('before, on the way and while waiting rejects with the signal’s reason', async () => {
    await using server = await startServer(['silence', problem(503)])
    // A wait of 30 s: a random one is now and then shorter than this test.
    Math.random = () => 0.5
    const frontdesk = impatient(server.url, { baseDelay: 60_000, maxDelay: 60_000 })
    expect(await failure(frontdesk.cases.get('c', { signal: AbortSignal.abort('before') }))).toBe('before')
    expect(server.received).toHaveLength(0)
    const silent = frontdesk.cases.get('c', { signal: AbortSignal.timeout(50) })
    expect(await failure(silent)).toMatchObject({
      name: 'TimeoutError',
      message: expect.stringContaining('timeout') as string,
    })
    const controller = new AbortController()
    const waiting = frontdesk.cases.get('c', { signal: controller.signal })
    setTimeout(() => controller.abort(), 100)
    expect(await failure(waiting)).toMatchObject({ name: 'AbortError' })
    expect(server.received).toHaveLength(2)
  })

  test('with null as its reason rejects with null', async () => {
    await using server = await startServer(['silence'])
    const controller = new AbortController()
    const call = failure(impatient(server.url).cases.get('c', { signal: controller.signal }))
    controller.abort(null)
    expect(await call).toBeNull()
    expect(await failure(impatient(server.url).cases.list({}, { signal: controller.signal }))).toBeNull()
  })

  test('ends the request itself, and leaves no listener on the signal', async () => {
    let aborted = false
    const fetch = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_, reject) => {
        signal?.addEventListener('abort', () => {
          aborted = true
          reject(new Error('aborted'))
        })
      })
    const controller = new AbortController()
    const call = impatient('http://frontdesk.test', { fetch }).cases.get('c', { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 20)
    expect(getEventListeners(controller.signal, 'abort').length).toBeGreaterThan(0)
    expect(await failure(call)).toMatchObject({ message: 'enough' })
    expect(aborted).toBe(true)
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  })
})

test('a fetch that minds no signal does not keep the call from ending', async () => {
  const fetch = () => new Promise<Response>(() => undefined)
  const frontdesk = impatient('http://frontdesk.test', { fetch, attemptTimeout: 30, timeout: 100 })
  expect(await failure(frontdesk.cases.get('c'))).toBeInstanceOf(TimeoutError)
})

describe('waits', () => {
  const { random } = Math
  afterEach(() => (Math.random = random))

  /** The waits between the attempts when chance gives this part of each delay. */
  const waitsWith = async (part: number) => {
    Math.random = () => part
    const at: number[] = []
    const policy = { ...defaults, maxRetries: 5, baseDelay: 20, maxDelay: 80, budget: { spent: 0 } }
    const work = () => {
      at.push(performance.now())
      return Promise.reject(new TimeoutError('x'))
    }
    await failure(withRetries(policy, work, isPassing))
    return at.slice(1).map((time, index) => time - (at[index] ?? 0))
  }

  test('double up to maxDelay', async () => {
    const waits = await waitsWith(1)
    for (const [index, floor] of [20, 40, 80, 80, 80].entries()) expect(waits[index]).toBeGreaterThanOrEqual(floor - 2)
    // A busy machine makes a wait longer, but not all three.
    expect(Math.min(...waits.slice(2))).toBeLessThan(160)
  })

  test('are any part of that, down to nothing', async () => {
    const waits = await waitsWith(0)
    expect(waits).toHaveLength(5)
    expect(Math.min(...waits)).toBeLessThan(15)
  })
})

test('Retry-After is seconds or a date; anything else is none', () => {
  const ms = (value: string) => retryAfter(new Headers({ 'retry-after': value }))
  expect([ms('0'), ms('7'), ms(''), ms('soon'), ms('-1'), ms(new Date(0).toUTCString())]).toEqual([
    0,
    7000,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(ms(new Date(Date.now() + 5000).toUTCString())).toBeGreaterThan(3900)
  // No date of HTTP, but the year in it is no number of seconds.
  expect(ms(new Date(Date.now() + 5000).toISOString())).toBeGreaterThan(3900)
  expect(ms(new Date(Date.now() + 5000).toISOString())).toBeLessThanOrEqual(5000)
  expect([ms('100ms'), ms('0x10'), ms('1e3'), ms('5s'), ms('2026-01-01')]).toEqual(Array(5).fill(undefined))
  expect(ms('12/31/2026')).not.toBe(12_000)
  // A fetch joins several headers, and some keep the spaces at the end.
  const get = (value: string) => ({ get: () => value })
  expect([ms('3, 60'), ms('2.5'), retryAfter(get('4 ')), retryAfter(get(' 5'))]).toEqual([3000, 2000, 4000, 5000])
})

test('a time beyond what timers hold is for ever, not at once', async () => {
  const work = () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), 20))
  expect(await within(2 ** 40, undefined, work)).toBe('done')
})

test('a problem without a passing status is not repeated', () => {
  const error = new ProblemError({ status: 500, headers: new Headers(), body: '', operation: undefined })
  expect(isPassing(error)).toBe(false)
})

test.each([
  ['may not be repeated', false, 1],
  ['may be repeated', true, 4],
])('work whose failure %s', async (_, mayRepeat, attempts) => {
  let made = 0
  const policy = { ...defaults, maxRetries: 3, baseDelay: 1, budget: { spent: 0 } }
  const work = () => {
    made++
    return Promise.reject(new TimeoutError('x'))
  }
  expect(await failure(withRetries(policy, work, () => mayRepeat))).toMatchObject({ message: 'x', attempts })
  expect(made).toBe(attempts)
})

test('a wait beyond what timers hold is not over at once', async () => {
  const signal = AbortSignal.timeout(50)
  expect(await failure(within(2 ** 31, signal))).toBe(signal.reason)
  // Nor is a limit that is none.
  const never = () => new Promise<never>(() => undefined)
  const limit = AbortSignal.timeout(50)
  expect(await failure(within(Infinity, limit, never))).toBe(limit.reason)
})

test('work that never settles leaves no timer and no listener once it is stopped', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
  const never = () => new Promise<never>(() => undefined)
  const controller = new AbortController()
  expect(await failure(within(10, controller.signal, never))).toBeInstanceOf(TimeoutError)
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  const before = timers()
  const waiting = within(60_000, controller.signal, never)
  expect(timers()).toBe(before + 1)
  controller.abort('enough')
  expect(await failure(waiting)).toBe('enough')
  expect(timers()).toBe(before)
})
