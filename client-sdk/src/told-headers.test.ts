// The headers that an answer has as members: etag, location, retryAfter and replayed, at run time and for the compiler.
import { describe, expect, expectTypeOf, test } from 'vitest'
import { aCase, impatient } from '../testing/impatient.ts'
import { startServer } from '../testing/server.ts'
import type { Answer } from './index.ts'

const body = { ...aCase, executionId: 'e', status: 'running' }
const headers = {
  etag: '"1"',
  location: '/cases/c',
  'retry-after': '2',
  'idempotent-replayed': 'true',
  'x-request-id': 'r',
}

describe('an answer has', () => {
  test.each<[string, Record<string, string>, object]>([
    ['every header that came', headers, { etag: '"1"', location: '/cases/c', retryAfter: 2000, replayed: true }],
    ['no header that did not', {}, { etag: undefined, location: undefined, retryAfter: undefined, replayed: false }],
    ['no wait of a broken Retry-After', { 'retry-after': 'soon' }, { retryAfter: undefined }],
    ['no wait of a time that is over', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, { retryAfter: undefined }],
    ['no replay that is denied', { 'idempotent-replayed': 'false' }, { replayed: false }],
  ])('%s', async (_, sent, expected) => {
    await using server = await startServer([{ status: 200, headers: sent, body }])
    const { cases, request } = impatient(server.url)
    for (const answer of [
      await cases.get('c').withResponse(),
      await request('GET', '/cases/{caseId}', { path: { caseId: 'c' } }).withResponse(),
    ])
      expect(answer).toMatchObject({ ...expected, status: 200, requestId: sent['x-request-id'] })
  })

  test('a wait as the operation of another resource says', async () => {
    await using server = await startServer([{ status: 200, headers, body }])
    const { workflow } = impatient(server.url)
    expect(await workflow.getExecution('e').withResponse()).toMatchObject({ retryAfter: 2000, requestId: 'r' })
  })

  test('a wait of a Retry-After that is a date', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString()
    await using server = await startServer([{ status: 200, headers: { 'retry-after': date }, body }])
    const answer = await impatient(server.url).cases.get('c').withResponse()
    // The contract does not document it here.
    const { retryAfter } = answer as unknown as { retryAfter: number }
    expect(retryAfter).toBeGreaterThan(50_000)
    expect(retryAfter).toBeLessThanOrEqual(60_000)
  })

  test('the same where a page or a 304 gives it', async () => {
    await using server = await startServer([
      { status: 200, headers, body: { cases: [] } },
      { status: 304, headers },
    ])
    const { cases } = impatient(server.url)
    expect(await cases.list().withResponse()).toMatchObject({ requestId: 'r' })
    expect(await cases.get('c', { ifNoneMatch: '"1"' }).withResponse()).toMatchObject({ status: 304, etag: '"1"' })
  })

  test('the same where the answer of a DELETE was lost', async () => {
    await using server = await startServer(['disconnect', { status: 404, headers }])
    const { customers } = impatient(server.url)
    expect(await customers.delete('c').withResponse()).toMatchObject({ status: 204, requestId: 'r' })
  })
})

type Of<Call> = Call extends { withResponse(): Promise<infer Whole> } ? Whole : never
type Told<Whole> = Exclude<keyof Whole, keyof Answer<unknown>>
const silent = () =>
  impatient('https://frontdesk.test', {
    fetch: () => new Promise(() => undefined),
    attemptTimeout: Infinity,
    timeout: Infinity,
  })

test('the compiler knows those that the operation documents', () => {
  const { cases, request } = silent()
  expect(cases).toBeTypeOf('object')
  expectTypeOf<Told<Of<ReturnType<typeof cases.create>>>>().toEqualTypeOf<'etag' | 'location' | 'replayed'>()
  expectTypeOf<Told<Of<ReturnType<typeof cases.get>>>>().toEqualTypeOf<'etag'>()
  expectTypeOf<Told<Of<ReturnType<typeof cases.list>>>>().toEqualTypeOf<never>()
  const create = request('POST', '/cases', { body: { description: 'x' } })
  const list = request('GET', '/cases')
  expect([create, list].every((call) => call instanceof Promise)).toBe(true)
  expectTypeOf<Told<Of<typeof create>>>().toEqualTypeOf<'etag' | 'location' | 'replayed'>()
  expectTypeOf<Told<Of<typeof list>>>().toEqualTypeOf<never>()
})

test('and those of other resources: none, or the wait', () => {
  const { chat, customers, workflow, request } = silent()
  expect([chat, customers, workflow].every(Boolean)).toBe(true)
  expectTypeOf<Told<Of<ReturnType<typeof chat>>>>().toEqualTypeOf<never>()
  expectTypeOf<Told<Of<ReturnType<typeof customers.delete>>>>().toEqualTypeOf<never>()
  type Execution = Of<ReturnType<typeof workflow.getExecution>>
  expectTypeOf<Told<Execution>>().toEqualTypeOf<'retryAfter'>()
  expectTypeOf<Execution['retryAfter']>().toEqualTypeOf<number | undefined>()
  const ask = request('GET', '/workflow/executions/{executionId}', { path: { executionId: 'e' } })
  expect(ask).toBeInstanceOf(Promise)
  expectTypeOf<Told<Of<typeof ask>>>().toEqualTypeOf<'retryAfter'>()
})
