// The log: levels, one line for each attempt, loggers of the caller, the variable, and no secret in any of them.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer } from '../testing/server.ts'
import { NotFoundError, type ClientOptions, type Logger } from './index.ts'
import { observe } from './observe.ts'

const ok = { status: 200, headers: { 'x-request-id': 'r-0' }, body: aCase }
const levels = ['error', 'info', 'debug'] as const
const original = { error: console.error, info: console.info, debug: console.debug }
let printed: [level: string, line: string][]

beforeEach(() => {
  printed = []
  for (const level of levels)
    console[level] = (...words: unknown[]) => void printed.push([level, words.map(String).join(' ')])
})
afterEach(() => {
  Object.assign(console, original)
  delete process.env.FRONTDESK_LOG
})

const logging = (baseUrl: string, options: Partial<ClientOptions> = {}) => impatient(baseUrl, { observe, ...options })
const lines = () => printed.map(([, line]) => line)

describe('a level', () => {
  test.each<[ClientOptions['log'], string[]]>([
    ['off', []],
    [undefined, []],
    ['error', ['error']],
    ['info', ['info', 'info', 'error']],
    ['debug', ['debug', 'debug', 'error']],
  ])('%s prints a line for each attempt that it is about', async (log, expected) => {
    await using server = await startServer([ok, problem(503), problem(404)])
    const { cases } = logging(server.url, { log })
    await cases.get('c')
    await failure(cases.get('c'))
    expect(printed.map(([level]) => level)).toEqual(expected)
  })

  test('info says what was asked, what came of it, and when it is asked again', async () => {
    await using server = await startServer([ok, problem(503), 'disconnect', problem(404, 'Not found')])
    const { cases } = logging(server.url, { log: 'info' })
    await cases.get('c-1')
    await failure(cases.get('c-1'))
    const asked = 'getCase GET /cases/{caseId}: attempt'
    expect(lines()).toEqual([
      expect.stringMatching(/^getCase GET \/cases\/\{caseId\}: attempt 1, 200 after \d+ ms \(request r-0\)$/),
      expect.stringMatching(/: attempt 1, 503 after \d+ ms \(request r-1\) again in \d+ ms – getCase failed: 503 /),
      expect.stringMatching(/: attempt 2, after \d+ ms again in \d+ ms – getCase got no usable answer: /),
      expect.stringMatching(/: attempt 3, 404 after \d+ ms \(request r-1\) – getCase failed: 404 Not found it is\.$/),
    ])
    expect(lines().every((line) => line.startsWith(asked))).toBe(true)
  })

  test('debug shows the address, and the headers by their names alone', async () => {
    await using server = await startServer([{ status: 200, body: { cases: [] } }])
    const headers = { 'x-internal': 'wordsNobodyMayRead' }
    await logging(server.url, { log: 'debug' }).cases.list({ status: 'open' }, { headers })
    expect(lines()).toEqual([expect.stringContaining(`listCases GET ${server.url}/cases?status=open: `)])
    expect(lines()[0]).toMatch(/\[.*x-internal.*\]/)
    expect(lines()[0]).not.toContain('wordsNobodyMayRead')
  })
})

test('each attempt has one line, whatever becomes of it', async () => {
  const gone = problem(404)
  await using server = await startServer([problem(401), ok, problem(503), gone, problem(503), { status: 200 }])
  const token = ({ rejected }: { rejected: string | undefined }) => (rejected ? 'fresh' : 'stale')
  const { cases, customers } = logging(server.url, { log: 'info', token })
  await cases.get('c')
  expect(lines()).toHaveLength(1)
  // The answer of the first attempt was lost: the customer is gone, and the call succeeds.
  await customers.delete('c')
  expect(
    lines()
      .slice(1)
      .map((line) => /attempt \d, \d+/.exec(line)?.[0]),
  ).toEqual(['attempt 1, 503', 'attempt 2, 404'])
  // A cut-off answer is no answer.
  await failure(cases.get('c', { maxRetries: 1 }))
  expect(lines()).toHaveLength(5)
  await failure(cases.get('c', { timeout: NaN }))
  expect(lines()[5]).toMatch(/not sent, after \d+ ms – timeout must be/)
})

test('an abort is no error', async () => {
  await using server = await startServer(['silence'])
  const controller = new AbortController()
  const call = logging(server.url, { log: 'info' }).cases.get('c', { signal: controller.signal })
  setTimeout(() => controller.abort(), 5)
  await failure(call)
  expect(printed).toEqual([['info', expect.stringContaining('aborted') as string]])
})

describe('a logger', () => {
  /** It keeps its `this`, as those of many libraries do. */
  class Kept implements Logger {
    lines: [string, string, object][] = []
    error(line: string, facts: object) {
      this.lines.push(['error', line, facts])
    }
    info(line: string, facts: object) {
      this.lines.push(['info', line, facts])
    }
  }

  test('is told of each attempt, with its facts', async () => {
    await using server = await startServer([ok, problem(404)])
    const log = new Kept()
    const { cases } = logging(server.url, { log })
    await cases.get('c')
    await failure(cases.get('c'))
    expect(log.lines.map(([level]) => level)).toEqual(['info', 'error'])
    const facts = {
      operationId: 'getCase',
      method: 'GET',
      path: '/cases/{caseId}',
      url: `${server.url}/cases/c`,
      attempt: 1,
    }
    expect(log.lines[0]?.[2]).toMatchObject({ ...facts, status: 200, requestId: 'r-0' })
    expect(log.lines[1]?.[2]).toMatchObject({ ...facts, status: 404, error: expect.stringContaining('404') as string })
    expect(printed).toEqual([])
  })

  test('is told of the errors of hooks', async () => {
    await using server = await startServer([ok])
    const log = new Kept()
    const onRequest = () => Promise.reject(new Error('broken'))
    await logging(server.url, { log, onRequest }).cases.get('c')
    expect(log.lines[0]?.slice(0, 2)).toEqual(['error', 'onRequest failed: broken'])
  })

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('full')
      },
    ],
    ['rejects', () => Promise.reject(new Error('full'))],
  ])('that %s changes nothing', async (_, log) => {
    await using server = await startServer([ok, problem(404)])
    const { cases } = logging(server.url, { log: { info: log, error: log } })
    expect(await cases.get('c')).toEqual(aCase)
    expect(await failure(cases.get('c'))).toBeInstanceOf(NotFoundError)
  })
})

describe('the variable FRONTDESK_LOG', () => {
  test.each([
    ['info', 1],
    ['DEBUG', 1],
    [' error ', 0],
    ['off', 0],
    ['', 0],
  ])('%j is the level where the client has none', async (level, count) => {
    await using server = await startServer([ok])
    process.env.FRONTDESK_LOG = level
    await logging(server.url).cases.get('c')
    expect(lines()).toHaveLength(count)
  })

  test('does not overrule the option', async () => {
    await using server = await startServer([ok])
    process.env.FRONTDESK_LOG = 'debug'
    await logging(server.url, { log: 'off' }).cases.get('c')
    expect(lines()).toEqual([])
  })

  test('that is no level is reported once, and fails no call', async () => {
    await using server = await startServer([ok])
    process.env.FRONTDESK_LOG = 'loud'
    const { cases } = logging(server.url)
    expect(await cases.get('c')).toEqual(aCase)
    await cases.get('c')
    expect(lines()).toEqual(['FRONTDESK_LOG must be off, error, info, debug'])
  })
})

describe('no line and no fact has', () => {
  const secret = 's3cret-words-of-nobody'

  test.each(['info', 'debug'] as const)('a token, a key, a presigned URL or a password, at %s', async (log) => {
    const upload = { key: 'k', headers: { 'x-amz-token': secret }, expiresAt: '2999-01-01T00:00:00Z' }
    await using server = await startServer(({ method, url, headers }) => {
      if (method === 'PUT' && url.startsWith('/k')) return problem(503, secret)
      if (url.includes('upload'))
        return {
          status: 200,
          body: { ...upload, uploadUrl: `http://${headers.host ?? ''}/k?X-Amz-Signature=${secret}` },
        }
      return problem(503, `${headers.authorization ?? ''} ${String(headers['x-api-key'])}`)
    })
    const facts: object[] = []
    const keep = (level: 'debug' | 'error') => (line: string, known: object) =>
      void (console[level](line), facts.push(known))
    const options = { token: secret, apiKey: secret, maxRetries: 1 }
    for (const settings of [{ log }, { log: { info: keep('debug'), error: keep('error') } }]) {
      const { cases, request } = logging(server.url, { ...options, ...settings })
      await failure(cases.get('c'))
      await failure(cases.upload('c', new Blob(['x'])))
      await failure(request('GET', '/cases', { query: { access_token: secret, sig_key: secret } as object }))
    }
    expect(lines().length).toBeGreaterThan(10)
    expect(lines().join() + JSON.stringify(facts)).not.toContain(secret)
    // The level `debug` shows the address of the file, without its query. A logger gets the lines of `info`.
    const starts = lines().flatMap((line) => /upload PUT\S*(?: \S+)?: attempt/.exec(line) ?? [])
    const own = log === 'debug' ? `upload PUT ${server.url}/k: attempt` : 'upload PUT: attempt'
    expect(starts).toEqual([own, own, 'upload PUT: attempt', 'upload PUT: attempt'])
  })

  test.each<[string, Error]>([
    ['a URL with its query', new Error(`no route to https://storage.test/k?signature=${secret}`)],
    ['a password of a proxy', new Error(`connect ECONNREFUSED http://proxy:${secret}@proxy.test:8080`)],
    ['the token', new Error(`wrong header ${secret}`)],
  ])('what the fetch of the caller tells: %s', async (_, thrown) => {
    const fetch = () => Promise.reject(thrown)
    await failure(logging('http://frontdesk.test', { log: 'debug', token: secret, fetch }).cases.get('c'))
    expect(lines()).toHaveLength(3)
    expect(lines().join()).not.toContain(secret)
  })

  test.each<[string, (quoted: string) => Partial<ClientOptions>, (signal: AbortSignal) => object]>([
    ['an error of a hook', (quoted) => ({ onRequest: () => Promise.reject(new Error(quoted)) }), () => ({})],
    [
      'the cause of such an error',
      (quoted) => ({ onResponse: () => Promise.reject(new Error('x', { cause: new Error(quoted) })) }),
      () => ({}),
    ],
    ['the id of a request', () => ({}), () => ({})],
    ['the reason of an abort', () => ({ attemptTimeout: 60_000 }), (signal) => ({ signal })],
  ])('a credential that is quoted by %s', async (what, settings, more) => {
    const isAborted = what.startsWith('the reason')
    await using server = await startServer(({ headers }) => {
      if (isAborted) {
        controller.abort(new Error(`${headers.authorization ?? ''} is enough`))
        return 'silence'
      }
      return { ...ok, headers: { 'x-request-id': `of ${headers.authorization ?? ''}` } }
    })
    const controller = new AbortController()
    const facts: object[] = []
    const keep = (line: string, known: object) => void (console.info(line), facts.push(known))
    const options = { token: secret, log: { error: keep, info: keep }, ...settings(`Bearer ${secret} is wrong`) }
    const call = logging(server.url, options).cases.get('c', more(controller.signal))
    await (isAborted ? failure(call) : call)
    await vi.waitFor(() => expect(lines()).toHaveLength(what.includes('error') ? 2 : 1))
    expect(lines().join()).toContain('Bearer …')
    expect(lines().join() + JSON.stringify(facts)).not.toContain(secret)
  })

  test.each(['code', 'sig', 'X-Amz-Signature', 'sessionId', 'client_secret', 'passphrase', 'id_token_hint'])(
    'the value of the parameter %s',
    async (name) => {
      await using server = await startServer([{ status: 200, body: { cases: [] } }])
      const { request } = logging(server.url, { log: 'debug' })
      await request('GET', '/cases', { query: { [name]: secret, limit: 7 } })
      expect(lines().join()).toMatch(/limit=7/)
      expect(lines().join()).not.toContain(secret)
    },
  )

  test('a line break or a control sign', async () => {
    await using server = await startServer([problem(404, 'two\r\nlines \u001b[31mred\u2028')])
    await failure(logging(server.url, { log: 'info' }).cases.get('c'))
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).not.toMatch(/[\u0000-\u001f\u2028]/)
  })
})
