// Attempts and credentials against real servers: which calls are repeated, and which headers they send.
import { describe, expect, test } from 'vitest'
import { aCase, failure, impatient, impatientClient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { ConnectionError, NotFoundError, PreconditionFailedError, RateLimitError, ServerError } from './index.ts'

const ok = { status: 200, body: aCase }
const created: Reaction = { status: 201, body: aCase }

describe('what is repeated', () => {
  const passing: [string, Reaction][] = [
    ['a dropped connection', 'disconnect'],
    ...[408, 429, 502, 503, 504].map((status): [string, Reaction] => [String(status), problem(status)]),
    ['an answer that breaks off', { status: 200, headers: { 'content-length': '1000' }, body: '{"caseId":' }],
    ['an answer that is no JSON', { status: 200, body: '<html>sign in</html>' }],
  ]
  test.each(passing)('a GET after %s', async (_, reaction) => {
    await using server = await startServer([reaction, ok])
    expect(await impatient(server.url, { attemptTimeout: 300 }).cases.get('c')).toEqual(aCase)
    expect(server.received).toHaveLength(2)
  })

  test('PUT and DELETE too', async () => {
    await using server = await startServer((request, index) =>
      index % 2 === 0 ? problem(503) : request.method === 'PUT' ? ok : { status: 204 },
    )
    const frontdesk = impatient(server.url)
    expect(await frontdesk.cases.update('c', { status: 'closed' })).toEqual(aCase)
    await frontdesk.customers.delete('c')
    expect(server.received.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE', 'DELETE'])
  })

  test('a creation, with one Idempotency-Key over its attempts and another for the next call', async () => {
    await using server = await startServer([problem(503), 'disconnect', created])
    const frontdesk = impatient(server.url)
    await frontdesk.cases.create({ description: 'x' })
    await frontdesk.cases.create({ description: 'x' })
    await frontdesk.cases.create({ description: 'x' }, { idempotencyKey: 'mine' })
    const keys = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(5)
    expect(keys[0]).toMatch(/^[\x20-\x7e]{16,255}$/)
    expect(new Set(keys.slice(0, 3)).size).toBe(1)
    expect(new Set(keys).size).toBe(3)
    expect(keys[4]).toBe('mine')
  })

  test('a creation whose content is its key, without an Idempotency-Key', async () => {
    await using server = await startServer([problem(504), created])
    const create = { method: 'POST', path: '/items', repeat: () => undefined }
    expect(await impatientClient(server.url).send(create, { body: aCase })).toEqual(aCase)
    expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual([undefined, undefined])
  })
})

describe('what is not repeated', () => {
  test.each(['POST', 'PATCH'])('a %s without a key; with a key it is', async (method) => {
    await using server = await startServer([problem(503), problem(503), ok])
    const client = impatientClient(server.url)
    expect(await failure(client.send({ method, path: '/items' }, { body: {} }))).toMatchObject({ status: 503 })
    expect(server.received).toHaveLength(1)
    expect(await client.send({ method, path: '/items' }, { body: {} }, { idempotencyKey: 'mine' })).toEqual(aCase)
    expect(server.received).toHaveLength(3)
  })

  test.each([429, 503])('a POST that the contract does not make safe, after %i', async (status) => {
    await using server = await startServer([problem(status, 'Busy', {}), ok])
    expect(await failure(impatient(server.url).chat({ message: 'hi' }))).toMatchObject({ status })
    expect(server.received).toHaveLength(1)
  })

  test.each([400, 403, 404, 409, 500])('an answer of %i', async (status) => {
    await using server = await startServer([problem(status)])
    expect(await failure(impatient(server.url).cases.get('c'))).toMatchObject({ status })
    expect(server.received).toHaveLength(1)
  })
})

describe('the number of repeats', () => {
  test('is that of the call, else that of the client, else two', async () => {
    await using server = await startServer([problem(503)])
    expect(await failure(impatient(server.url).cases.get('c'))).toBeInstanceOf(ServerError)
    expect(server.received).toHaveLength(3)
    const once = impatient(server.url, { maxRetries: 1 })
    await failure(once.cases.get('c'))
    expect(server.received).toHaveLength(5)
    await failure(once.cases.get('c', { maxRetries: 0 }))
    expect(server.received).toHaveLength(6)
    await failure(once.cases.get('c', { maxRetries: undefined }))
    expect(server.received).toHaveLength(8)
  })

  test('is the same for request(): of a GET, and of a POST with a key', async () => {
    await using server = await startServer((_, index) => (index % 2 === 0 ? problem(503) : ok))
    const frontdesk = impatient(server.url)
    await frontdesk.request('GET', '/cases/{caseId}', { path: { caseId: 'a b/c' } })
    expect(server.received[1]?.url).toBe('/cases/a%20b%2Fc')
    const body = { description: 'x' }
    await frontdesk.request('POST', '/cases', { body, idempotencyKey: 'k' })
    expect(await failure(frontdesk.request('POST', '/cases', { body }))).toMatchObject({ status: 503 })
    expect(server.received).toHaveLength(5)
  })
})

describe('waiting', () => {
  test('as long as Retry-After says, in seconds or as a date', async () => {
    const inTwoSeconds = new Date(Date.now() + 2000).toUTCString()
    await using server = await startServer([
      { ...problem(429), headers: { 'retry-after': '1' } },
      { ...problem(503), headers: { 'retry-after': inTwoSeconds } },
      ok,
    ])
    await impatient(server.url).cases.get('c')
    const [first, second, third] = server.received.map(({ at }) => at)
    expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(995)
    // A date has whole seconds, and the first wait took one of the two seconds.
    expect(Number(third) - Number(second)).toBeLessThan(1500)
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(inTwoSeconds))
  })

  test('not at all when Retry-After is beyond the time in all', async () => {
    await using server = await startServer([{ ...problem(429), headers: { 'retry-after': '3600' } }])
    const started = performance.now()
    const error = await failure(impatient(server.url).cases.get('c'))
    expect(error).toBeInstanceOf(RateLimitError)
    expect((error as RateLimitError).headers.get('retry-after')).toBe('3600')
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('an answer that was lost', () => {
  test.each(['disconnect' as const, problem(502), problem(504)])(
    'makes a 412 of the repeat an unknown outcome, and no false conflict',
    async (lost) => {
      await using server = await startServer([lost, problem(412)])
      const error = await failure(impatient(server.url).cases.update('c', { status: 'closed' }, { ifMatch: '"1"' }))
      expect(error).toBeInstanceOf(ConnectionError)
      expect((error as Error).cause).toBeInstanceOf(PreconditionFailedError)
      expect(error).toMatchObject({ operation: 'updateCase', attempts: 2 })
      expect(server.received.map(({ headers }) => headers['if-match'])).toEqual(['"1"', '"1"'])
    },
  )

  test('is none after a 429, which was refused before anything was done', async () => {
    await using server = await startServer([problem(429), problem(412)])
    const update = impatient(server.url).cases.update('c', { status: 'closed' }, { ifMatch: '"1"' })
    expect(await failure(update)).toBeInstanceOf(PreconditionFailedError)
  })

  test('makes a 404 of a repeated DELETE a success, but not that of a first DELETE', async () => {
    await using server = await startServer(['disconnect', problem(404)])
    const frontdesk = impatient(server.url)
    await frontdesk.customers.delete('c')
    expect(await failure(frontdesk.customers.delete('c'))).toBeInstanceOf(NotFoundError)
  })

  test('makes a 404 of a repeated conditional DELETE an unknown outcome', async () => {
    await using server = await startServer(['disconnect', problem(404)])
    const error = await failure(
      impatientClient(server.url).send({ method: 'DELETE', path: '/items/1' }, {}, { ifMatch: '"1"' }),
    )
    expect(error).toBeInstanceOf(ConnectionError)
    expect((error as Error).cause).toBeInstanceOf(NotFoundError)
  })
})

describe('credentials', () => {
  test('go to the operations that ask for them, and to no other', async () => {
    await using server = await startServer([ok])
    const frontdesk = impatient(server.url)
    await frontdesk.cases.get('c')
    await frontdesk.customers.get('c-1')
    await frontdesk.system.getOpenApi()
    const sent = server.received.map(({ headers }) => [headers.authorization, headers['x-api-key']])
    expect(sent).toEqual([
      ['Bearer a-token', undefined],
      [undefined, 'a-key'],
      [undefined, undefined],
    ])
  })

  test('a token function is asked at each call, and once more after a 401, with the token that was refused', async () => {
    await using server = await startServer([problem(401), ok, ok])
    const asked: (string | undefined)[] = []
    const token = async ({ rejected }: { rejected: string | undefined }) =>
      `token-${await Promise.resolve(asked.push(rejected))}`
    const frontdesk = impatient(server.url, { token, maxRetries: 0 })
    await frontdesk.cases.create({ description: 'x' })
    await frontdesk.cases.get('c')
    expect(asked).toEqual([undefined, 'token-1', undefined])
    const sent = server.received.map(({ headers }) => headers.authorization)
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-3'])
    const keys = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toBe(keys[1])
  })

  test('a second 401 is the answer, and so is the first 401 when the token is a string', async () => {
    await using server = await startServer([problem(401)])
    expect(await failure(impatient(server.url, { token: () => 't' }).cases.get('c'))).toMatchObject({ status: 401 })
    expect(server.received).toHaveLength(2)
    expect(await failure(impatient(server.url).cases.get('c'))).toMatchObject({ status: 401 })
    expect(server.received).toHaveLength(3)
  })
})

test('a redirect is refused: it would carry the key elsewhere', async () => {
  await using elsewhere = await startServer([ok])
  await using server = await startServer([{ status: 307, headers: { location: elsewhere.url } }])
  const error = await failure(impatient(server.url).customers.put('c-1'))
  expect(String(error)).toContain('redirect')
  expect([server.received.length, elsewhere.received.length]).toEqual([1, 0])
})

test('the headers and the fetch of the caller are used', async () => {
  await using server = await startServer([ok])
  const seen: string[] = []
  const fetch = (url: string, init: RequestInit) => {
    seen.push(url)
    return globalThis.fetch(url, init)
  }
  const frontdesk = impatient(`${server.url}/`, { fetch, headers: { 'x-one': '1', 'x-two': '2' } })
  await frontdesk.cases.get('c', { headers: { 'x-two': 'two' } })
  expect(seen).toEqual([`${server.url}/cases/c`])
  expect(server.received[0]?.headers).toMatchObject({ 'x-one': '1', 'x-two': 'two' })
})

test('withResponse gives status, headers and request id, and 304 as undefined', async () => {
  await using server = await startServer([
    { ...ok, headers: { etag: '"1"', 'x-request-id': 'r-7' } },
    { status: 304, headers: { etag: '"1"' } },
  ])
  const frontdesk = impatient(server.url)
  const { data, status, headers, requestId } = await frontdesk.cases.get('c').withResponse()
  expect([data, status, headers.get('etag'), requestId]).toEqual([aCase, 200, '"1"', 'r-7'])
  const again = await frontdesk.cases.get('c', { ifNoneMatch: '"1"' }).withResponse()
  expect([again.data, again.status]).toEqual([undefined, 304])
  expect(server.received[1]?.headers['if-none-match']).toBe('"1"')
})

test('a failure that is looked at by withResponse alone is not unhandled beside it', async () => {
  await using server = await startServer([problem(404)])
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  expect(await failure(impatient(server.url).cases.get('c').withResponse())).toBeInstanceOf(NotFoundError)
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})
