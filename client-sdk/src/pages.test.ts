// Lists: await gives the first page, iteration gives every item, and no request is needless.
import { expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { NotFoundError, type Case } from './index.ts'

const page = (ids: string[], nextCursor?: string): Reaction => ({
  status: 200,
  headers: { 'x-request-id': 'r-1' },
  body: { cases: ids.map((caseId): Case => ({ ...aCase, caseId })), ...(nextCursor !== undefined && { nextCursor }) },
})
const threePages: Reaction[] = [page(['a', 'b'], 'one'), page([], 'two'), page(['c'])]

test('iterated it is every item, also beyond an empty page, with filter and limit on each page', async () => {
  await using server = await startServer(threePages)
  const found: string[] = []
  for await (const { caseId } of impatient(server.url).cases.list({ status: 'open', limit: 2 })) found.push(caseId)
  expect(found).toEqual(['a', 'b', 'c'])
  expect(server.received.map(({ url }) => url)).toEqual([
    '/cases?status=open&limit=2',
    '/cases?status=open&limit=2&cursor=one',
    '/cases?status=open&limit=2&cursor=two',
  ])
})

test('awaited it is the first page, asked for once', async () => {
  await using server = await startServer(threePages)
  const list = impatient(server.url).cases.list()
  expect(server.received).toHaveLength(0)
  const { cases, nextCursor } = await list
  expect([cases.length, nextCursor]).toEqual([2, 'one'])
  const { data, requestId } = await list.withResponse()
  expect([data.nextCursor, requestId]).toEqual(['one', 'r-1'])
  expect(server.received).toHaveLength(1)
})

test('pages() gives every page, and an iteration that stops sends no more requests', async () => {
  await using server = await startServer(threePages)
  const sizes: number[] = []
  for await (const { cases } of impatient(server.url).cases.list().pages()) sizes.push(cases.length)
  expect(sizes).toEqual([2, 0, 1])
  await using other = await startServer(threePages)
  for await (const { caseId } of impatient(other.url).cases.list()) if (caseId === 'b') break
  expect(other.received).toHaveLength(1)
})

test('toArray has all, or no more than max', async () => {
  await using server = await startServer(() => page(['a', 'b'], 'again'))
  const list = () => impatient(server.url).cases.list()
  expect(await list().toArray({ max: 3 })).toHaveLength(3)
  expect(server.received).toHaveLength(2)
  expect(await list().toArray({ max: 2 })).toHaveLength(2)
  expect(server.received).toHaveLength(3)
  expect(await list().toArray({ max: 0 })).toEqual([])
  expect(server.received).toHaveLength(3)
  await using finite = await startServer(threePages)
  expect(await impatient(finite.url).cases.list().toArray()).toHaveLength(3)
})

test('toArray asks for no more items than are still wanted, unless the caller set limit', async () => {
  const full = Array.from({ length: 25 }, (_, index) => `${index}`)
  await using server = await startServer((_, index) => page(index === 0 ? full : ['a', 'b', 'c', 'd', 'e'], 'more'))
  const { cases } = impatient(server.url)
  let seen = 0
  const asked = () => server.received.slice(seen, (seen = server.received.length)).map(({ url }) => url)
  expect(await cases.list({ status: 'open' }).toArray({ max: 30 })).toHaveLength(30)
  expect(asked()).toEqual(['/cases?status=open', '/cases?status=open&cursor=more&limit=5'])
  await cases.list({ cursor: 'here' }).toArray({ max: 1 })
  expect(asked()).toEqual(['/cases?cursor=here&limit=1'])
  await cases.list({ limit: 5 }).toArray({ max: 2 })
  await cases.list().toArray({ max: 5 })
  expect(asked()).toEqual(['/cases?limit=5', '/cases?limit=5'])
  await cases.list({ limit: 5 }).toArray({ max: 7 })
  expect(asked()).toEqual(['/cases?limit=5', '/cases?limit=5&cursor=more'])
})

test('a page that fails for good ends the iteration with its error; a passing failure is repeated', async () => {
  await using server = await startServer([page(['a'], 'one'), problem(503), page(['b'], 'two'), problem(404)])
  const found: string[] = []
  const iteration = async () => {
    for await (const { caseId } of impatient(server.url).cases.list()) found.push(caseId)
  }
  expect(await failure(iteration())).toBeInstanceOf(NotFoundError)
  expect(found).toEqual(['a', 'b'])
})

test('it has catch and finally, as a promise has', async () => {
  await using server = await startServer([problem(404)])
  let settled = 0
  const list = impatient(server.url).cases.list()
  const caught = await list.catch((error: unknown) => error)
  expect(caught).toBeInstanceOf(NotFoundError)
  await failure(list.finally(() => settled++))
  expect(settled).toBe(1)
})

test('a failure is forgotten: awaited again it is asked for again', async () => {
  await using server = await startServer([problem(404), problem(404), page(['a'])])
  const list = impatient(server.url).cases.list()
  expect(await failure(list)).toBeInstanceOf(NotFoundError)
  expect(await failure(list.withResponse())).toBeInstanceOf(NotFoundError)
  expect((await list.withResponse()).data.cases).toHaveLength(1)
  expect((await list).cases).toHaveLength(1)
  expect(server.received).toHaveLength(3)
})

test('each iteration begins with a first page of its own', async () => {
  await using server = await startServer([page(['a']), page(['a', 'b'])])
  const list = impatient(server.url).cases.list()
  expect(await list.toArray()).toHaveLength(1)
  expect(await list.toArray()).toHaveLength(2)
})
