// The headers that an answer has as members: etag, location, retryAfter and replayed, at run time and for the compiler.
import { describe, expect, expectTypeOf, test } from 'vitest'
import { aCase, impatient } from '../testing/impatient.ts'
import { startServer } from '../testing/server.ts'
import type { Answer, Frontdesk } from './index.ts'

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
    const { cases, request, workflow } = impatient(server.url)
    for (const answer of [
      await cases.get('c').withResponse(),
      await request('GET', '/cases/{caseId}', { path: { caseId: 'c' } }).withResponse(),
      await workflow.getExecution('e').withResponse(),
    ])
      expect(answer).toMatchObject({ ...expected, status: 200, requestId: sent['x-request-id'] })
  })

  test('a wait of a Retry-After that is a date', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString()
    await using server = await startServer([{ status: 200, headers: { 'retry-after': date }, body }])
    const { retryAfter } = await impatient(server.url).workflow.getExecution('e').withResponse()
    expect(retryAfter).toBeGreaterThan(50_000)
    expect(retryAfter).toBeLessThanOrEqual(60_000)
  })

  test('the same where a page, a 304 or a lost answer of a DELETE gives it', async () => {
    await using server = await startServer([
      { status: 200, headers, body: { cases: [] } },
      { status: 304, headers },
      'disconnect',
      { status: 404, headers },
    ])
    const { cases, customers } = impatient(server.url)
    expect(await cases.list().withResponse()).toMatchObject({ requestId: 'r' })
    expect(await cases.get('c', { ifNoneMatch: '"1"' }).withResponse()).toMatchObject({ status: 304, etag: '"1"' })
    expect(await customers.delete('c').withResponse()).toMatchObject({ status: 204, requestId: 'r' })
  })
})

test('the compiler knows those that the operation documents', () => {
  type Of<Call> = Call extends { withResponse(): Promise<infer Whole> } ? Whole : never
  type Cases = Frontdesk['cases']
  type Told<Whole> = Exclude<keyof Whole, keyof Answer<unknown>>
  expectTypeOf<Told<Of<ReturnType<Cases['create']>>>>().toEqualTypeOf<'etag' | 'location' | 'replayed'>()
  expectTypeOf<Told<Of<ReturnType<Cases['get']>>>>().toEqualTypeOf<'etag'>()
  expectTypeOf<Told<Of<ReturnType<Cases['list']>>>>().toEqualTypeOf<never>()
  expectTypeOf<Told<Of<ReturnType<Frontdesk['chat']>>>>().toEqualTypeOf<never>()
  expectTypeOf<Told<Of<ReturnType<Frontdesk['customers']['delete']>>>>().toEqualTypeOf<never>()
  type Execution = Of<ReturnType<Frontdesk['workflow']['getExecution']>>
  expectTypeOf<Told<Execution>>().toEqualTypeOf<'retryAfter'>()
  expectTypeOf<Execution['retryAfter']>().toEqualTypeOf<number | undefined>()
  const { request } = impatient('https://frontdesk.test', { fetch: () => new Promise(() => undefined) })
  const requests = {
    create: request('POST', '/cases', { body: { description: 'x' } }),
    list: request('GET', '/cases'),
    ask: request('GET', '/workflow/executions/{executionId}', { path: { executionId: 'e' } }),
  }
  expect(requests.list).toBeInstanceOf(Promise)
  type Requests = typeof requests
  expectTypeOf<Told<Of<Requests['create']>>>().toEqualTypeOf<'etag' | 'location' | 'replayed'>()
  expectTypeOf<Told<Of<Requests['list']>>>().toEqualTypeOf<never>()
  expectTypeOf<Told<Of<Requests['ask']>>>().toEqualTypeOf<'retryAfter'>()
})
