// What a hostile service cannot make the SDK do: iterate or ask without end, come back at once, or send three times as much.
import { afterEach, describe, expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { defaults } from './options.ts'
import { leastWait } from './retry.ts'
import {
  ConnectionError,
  createClient,
  createFrontdesk,
  FrontdeskError,
  RateLimitError,
  type ClientOptions,
} from './index.ts'

const ok = { status: 200, body: aCase }
const { random } = Math
afterEach(() => (Math.random = random))

describe('a cursor that', () => {
  const page = (nextCursor: unknown): Reaction => ({ status: 200, body: { cases: [aCase], nextCursor } })
  test.each<[string, unknown[], number]>([
    ['repeats at once', ['a', 'a'], 2],
    ['repeats after others', ['a', 'b', 'c', 'a'], 4],
    ['repeats the one that the caller gave', ['given'], 1],
    ['is null', [null], 1],
    ['is a number', [7], 1],
    ['is an object', [{}], 1],
  ])('%s ends every iteration with an error', async (_, cursors, requests) => {
    const forms = [
      (cases: ReturnType<typeof impatient>['cases']) => cases.list({ cursor: 'given' }).toArray(),
      async (cases: ReturnType<typeof impatient>['cases']) => {
        for await (const item of cases.list({ cursor: 'given' })) void item
      },
      async (cases: ReturnType<typeof impatient>['cases']) => {
        for await (const item of cases.list({ cursor: 'given' }).pages()) void item
      },
    ]
    for (const form of forms) {
      await using server = await startServer(cursors.map(page))
      const error = await failure(form(impatient(server.url).cases))
      expect(error).toBeInstanceOf(ConnectionError)
      expect(error).toMatchObject({ operation: 'listCases', message: expect.stringMatching(/^listCases /) as string })
      expect(server.received).toHaveLength(requests)
    }
  })
})

describe('a least wait', () => {
  /** The time between the requests of a call whose chance is always the least. */
  async function gaps(reactions: Reaction[], call: (frontdesk: ReturnType<typeof impatient>) => PromiseLike<unknown>) {
    Math.random = () => 0
    await using server = await startServer(reactions)
    await Promise.resolve(call(impatient(server.url, { baseDelay: 100, maxDelay: 1000 }))).catch(() => undefined)
    const at = server.received.map((request) => request.at)
    return at.slice(1).map((time, index) => time - (at[index] ?? 0))
  }
  const now: Reaction = { ...problem(429), headers: { 'retry-after': '0' } }
  const past: Reaction = { ...problem(503), headers: { 'retry-after': new Date(0).toUTCString() } }

  test('follows Retry-After: 0, and doubles', async () => {
    const [first = 0, second = 0] = await gaps([now, now, ok], ({ cases }) => cases.get('c'))
    expect(first).toBeGreaterThanOrEqual(49)
    expect(second).toBeGreaterThanOrEqual(99)
    const [date = 0] = await gaps(
      [{ ...past, headers: { 'retry-after': new Date(Date.now() + 500).toUTCString() } }, ok],
      ({ cases }) => cases.get('c'),
    )
    expect(date).toBeGreaterThanOrEqual(0)
  })

  test('follows Retry-After: 0 of a state that goes on', async () => {
    const running: Reaction = {
      status: 200,
      headers: { 'retry-after': '0' },
      body: { executionId: 'e', status: 'running' },
    }
    const done: Reaction = { status: 200, body: { executionId: 'e', status: 'succeeded' } }
    const [, first = 0, second = 0] = await gaps(
      [{ status: 202, body: { executionId: 'e' } }, running, running, done],
      ({ workflow }) => workflow.submitAndWait({ id: 'c' }),
    )
    expect(first).toBeGreaterThanOrEqual(49)
    expect(second).toBeGreaterThanOrEqual(49)
  })

  test('follows a conflict, and doubles', async () => {
    const read: Reaction = { ...ok, headers: { etag: '"1"' } }
    const [, first = 0, , second = 0] = await gaps([read, problem(412), read, problem(412), read, ok], ({ cases }) =>
      cases.updateWith('c', () => ({ status: 'closed' })),
    )
    expect(first).toBeGreaterThanOrEqual(49)
    expect(second).toBeGreaterThanOrEqual(99)
  })

  test('has jitter: clients that met the same answer come back at different times', () => {
    const policy = { ...defaults, baseDelay: 100 }
    const waits = [0, 0.5, 1].map((part) => {
      Math.random = () => part
      return [leastWait(policy, 0), leastWait(policy, 1), leastWait(policy, 20)]
    })
    expect(waits).toEqual([
      [50, 100, 4000],
      [75, 150, 6000],
      [100, 200, 8000],
    ])
  })

  test('ends with the caller’s abort', async () => {
    await using server = await startServer([{ ...ok, headers: { etag: '"1"' } }, problem(412)])
    const controller = new AbortController()
    const change = impatient(server.url, { baseDelay: 60_000, maxDelay: 60_000 }).cases.updateWith(
      'c',
      () => ({ status: 'closed' }),
      { signal: controller.signal },
    )
    const end = failure(change)
    await expect.poll(() => server.received).toHaveLength(2)
    controller.abort('enough')
    expect(await end).toBe('enough')
    expect(server.received).toHaveLength(2)
  })
})

describe('the budget of repeats', () => {
  test.each([429, 503])('keeps a storm of %is from tripling the load', async (status) => {
    await using server = await startServer([problem(status)])
    const { cases } = impatient(server.url, { baseDelay: 1, maxDelay: 2 })
    const failures = await Promise.all(Array.from({ length: 300 }, () => failure(cases.get('c'))))
    expect(failures.every((error) => error instanceof FrontdeskError)).toBe(true)
    // 100 repeats, as in the AWS SDKs: a budget of 500, of which each takes 5.
    expect(server.received.length).toBe(400)
    await failure(cases.get('c'))
    expect(server.received.length).toBe(401)
  })

  test('is shared by all kinds of calls of a client, and not by two clients', async () => {
    await using server = await startServer([problem(429)])
    const one = impatient(server.url, { baseDelay: 1, maxDelay: 1, maxRetries: 200 })
    expect(await failure(one.cases.get('c'))).toBeInstanceOf(RateLimitError)
    expect(server.received).toHaveLength(101)
    for (const call of [
      () => one.request('GET', '/status'),
      () => one.cases.list().toArray(),
      () => one.cases.upload('c', new Blob(['x'])),
      () => one.workflow.submitAndWait({ id: 'c' }),
    ])
      await failure(call())
    expect(server.received).toHaveLength(105)
    await failure(impatient(server.url, { maxRetries: 1 }).cases.get('c'))
    expect(server.received).toHaveLength(107)
  })

  test('grows again with every success', async () => {
    let status = 429
    await using server = await startServer(() => (status === 200 ? ok : problem(status)))
    const { cases } = impatient(server.url, { baseDelay: 1, maxDelay: 1, maxRetries: 200 })
    await failure(cases.get('c'))
    status = 200
    for (let count = 0; count < 5; count++) await cases.get('c')
    status = 429
    const before = server.received.length
    await failure(cases.get('c'))
    expect(server.received.length - before).toBe(2)
  })
})

describe('an option', () => {
  const made = (options: object) => () =>
    createFrontdesk({ baseUrl: 'https://frontdesk.test', ...options } as ClientOptions)

  test.each([
    ['retries', 'maxRetries'],
    ['maxRetry', 'maxRetries'],
    ['max_retries', 'maxRetries'],
    ['timeoutMs', 'timeout'],
    ['timout', 'timeout'],
    ['attemptTimout', 'attemptTimeout'],
    ['baseURL', 'baseUrl'],
    ['url', 'baseUrl'],
    ['apikey', 'apiKey'],
    ['api_key', 'apiKey'],
    ['header', 'headers'],
    ['authToken', 'token'],
    ['getToken', 'token'],
    ['fetcher', 'fetch'],
    ['scope', 'cacheScope'],
    ['delay', 'maxDelay'],
  ])('%s is unknown, and %s is named', (name, nearest) => {
    expect(made({ [name]: 'secret' })).toThrow(FrontdeskError)
    expect(made({ [name]: 'secret' })).toThrow(new RegExp(`^${name} is no option.*\\b${nearest}\\b`))
    expect(made({ [name]: 'secret' })).not.toThrow('secret')
    expect(() => createClient({ baseUrl: 'https://frontdesk.test', [name]: 1 } as ClientOptions)).toThrow(nearest)
    expect(made({ [name]: undefined })).not.toThrow()
  })

  test.each(['attemptTimeout', 'timeout', 'maxRetries', 'baseDelay', 'maxDelay'])(
    '%s that is no number is refused',
    (name) => {
      for (const value of [NaN, -1, '3', null, {}, [], true, 3n])
        expect(made({ [name]: value })).toThrow(`${name} must be a number`)
      for (const value of [0, 1, Infinity]) expect(made({ [name]: value })).not.toThrow()
    },
  )

  test.each([undefined, null, 7, 'https://frontdesk.test', []])(
    'and %j in place of all options is refused',
    (options) => {
      expect(() => createFrontdesk(options as never)).toThrow(FrontdeskError)
    },
  )

  test('token with the word Bearer is refused, and the message says so without the token', () => {
    for (const token of ['Bearer secret', 'bearer secret', ' secret secret ']) {
      expect(made({ token })).toThrow(/^token must be .* without the word Bearer$/)
    }
    expect(made({ token: Promise.resolve('secret') })).toThrow('token must be')
  })

  test.each([
    'https://user:secret@frontdesk.test',
    'https://secret@frontdesk.test',
    'user:secret@frontdesk.test',
    'https://frontdesk.test/?key=secret',
    'https://frontdesk.test/#secret',
    'ftp://user:sec@ret@frontdesk.test',
  ])('baseUrl %s is refused, and its password is not shown', (baseUrl) => {
    expect(made({ baseUrl })).toThrow(/^baseUrl must be/)
    expect(made({ baseUrl })).not.toThrow(/secret|sec@ret/)
  })

  test('of a call that is unknown or no number is refused before anything is sent', async () => {
    await using server = await startServer([ok])
    const { cases, workflow, request } = impatient(server.url)
    const wrong = (options: object) => options as never
    const calls: [string, () => PromiseLike<unknown>][] = [
      ['maxRetries', () => cases.get('c', wrong({ retries: 3 }))],
      ['idempotencyKey', () => cases.create({ description: 'x' }, wrong({ idempotencykey: 'k' }))],
      ['maxRetries', () => request('GET', '/status', wrong({ retries: 3 }))],
      ['maxRetries', () => cases.upload('c', new Blob(['x']), wrong({ retries: 3 }))],
      ['maxConflicts', () => cases.updateWith('c', () => ({}), wrong({ maxConflicts: NaN }))],
      ['max', () => cases.list().toArray(wrong({ max: NaN }))],
      ['max', () => cases.list().toArray(wrong({ limit: 3 }))],
      ['timeout', () => workflow.submitAndWait({ id: 'c' }, wrong({ timeout: NaN }))],
      ['attemptTimeout', () => cases.list({}, wrong({ attemptTimeout: NaN }))],
    ]
    for (const [named, call] of calls) {
      const error = await failure(call())
      expect(error).toBeInstanceOf(FrontdeskError)
      expect((error as Error).message).toContain(named)
    }
    expect(server.received).toHaveLength(0)
  })
})
