// The options for TanStack Query, in a real QueryClient against a real server.
import {
  experimental_streamedQuery,
  InfiniteQueryObserver,
  MutationObserver,
  QueryClient,
  QueryObserver,
} from '@tanstack/react-query'
import { expect, expectTypeOf, test } from 'vitest'
import * as options from '../../generated/client-sdk/react-query.ts'
import { problemStatuses } from '../../generated/client-sdk/problem-statuses.ts'
import { done, frame, startEvents } from '../testing/event-server.ts'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer } from '../testing/server.ts'
import type { Case, CaseList, ChatEvent } from './index.ts'

test('a query is kept under a key that knows its data', async () => {
  await using server = await startServer([{ status: 200, body: aCase }])
  const client = new QueryClient()
  const query = options.getCaseQueryOptions(impatient(server.url), 'c')
  expect(await client.query(query)).toEqual(aCase)
  const cached = client.getQueryData(query.queryKey)
  expectTypeOf(cached).toEqualTypeOf<Case | undefined>()
  expect(cached).toEqual(aCase)
  expect(query.queryKey).toEqual(['frontdesk', server.url, 'getCase', 'c'])
})

test('an infinite query goes page by page to the last', async () => {
  await using server = await startServer([
    { status: 200, body: { cases: [aCase], nextCursor: 'next' } },
    { status: 200, body: { cases: [] } },
  ])
  const client = new QueryClient()
  const observer = new InfiniteQueryObserver(
    client,
    options.listCasesInfiniteQueryOptions(impatient(server.url), { limit: 1 }),
  )
  const stop = observer.subscribe(() => undefined)
  await observer.fetchNextPage()
  const { data, hasNextPage } = await observer.fetchNextPage()
  stop()
  expectTypeOf(data?.pages).toEqualTypeOf<CaseList[] | undefined>()
  expect(data?.pages.map(({ cases }) => cases.length)).toEqual([1, 0])
  expect(hasNextPage).toBe(false)
  expect(server.received.map(({ url }) => url)).toEqual(['/cases?limit=1', '/cases?limit=1&cursor=next'])
})

test('a stream fills the cache event by event, and an answer that is there is not asked for again', async () => {
  const stream = [{ type: 'text', text: 'One' }, done]
  await using server = await startEvents(({ response }) => response.end(stream.map(frame).join('')))
  const client = new QueryClient()
  const { streamFn, ...query } = options.chatStreamStreamedQueryOptions(impatient(server.url), { message: 'Hi' })
  const whole = { ...query, queryFn: experimental_streamedQuery({ streamFn }) }
  const observer = new QueryObserver(client, whole)
  const lengths = new Set<number>()
  const stop = observer.subscribe(({ data }) => lengths.add(data?.length ?? 0))
  await expect.poll(() => observer.getCurrentResult().fetchStatus).toBe('idle')
  const { data } = observer.getCurrentResult()
  expectTypeOf(data).toEqualTypeOf<Exclude<ChatEvent, { type: 'error' }>[] | undefined>()
  expect(data).toEqual(stream)
  expect(lengths.has(2)).toBe(true)
  stop()
  expect(await client.query(whole)).toEqual(stream)
  expect(server.asked).toHaveLength(1)
  expect(client.getQueryData(query.queryKey)).toEqual(stream)
})

test('a stream that fails is an error of the query, and leaving it ends the request', async () => {
  await using failing = await startServer([problem(429)])
  const client = new QueryClient()
  const queryOf = (url: string) => {
    const { streamFn, ...query } = options.chatStreamStreamedQueryOptions(impatient(url), { message: 'Hi' })
    return { ...query, queryFn: experimental_streamedQuery({ streamFn }) }
  }
  expect(await failure(client.query(queryOf(failing.url)))).toMatchObject({ status: 429 })
  expect(failing.received).toHaveLength(1)
  await using server = await startEvents(({ response }) => response.write(frame({ type: 'text' })))
  const query = queryOf(server.url)
  const observer = new QueryObserver(client, query)
  const stop = observer.subscribe(() => undefined)
  await expect.poll(() => server.asked.length).toBe(1)
  await client.cancelQueries({ queryKey: query.queryKey })
  stop()
  await server.asked[0]?.left
})

test('a mutation sends its variable, with ids and condition where there are some', async () => {
  await using server = await startServer([
    { status: 201, body: aCase },
    { status: 200, body: aCase },
  ])
  const client = new QueryClient()
  const frontdesk = impatient(server.url)
  const create = new MutationObserver(client, options.createCaseMutationOptions(frontdesk))
  expect(await create.mutate({ description: 'x' })).toEqual(aCase)
  const update = new MutationObserver(client, options.updateCaseMutationOptions(frontdesk))
  await update.mutate({ caseId: 'c', body: { status: 'closed' }, ifMatch: '"1"' })
  expect(server.received.map(({ method, url, headers }) => [method, url, headers['if-match']])).toEqual([
    ['POST', '/cases', undefined],
    ['PUT', '/cases/c', '"1"'],
  ])
})

test('a failure is repeated by the SDK alone, and an unmounted query aborts its request', async () => {
  await using server = await startServer([problem(404), 'silence'])
  const client = new QueryClient()
  expect(await failure(client.query(options.getCaseQueryOptions(impatient(server.url), 'c')))).toMatchObject({
    status: 404,
  })
  expect(server.received).toHaveLength(1)
  const query = options.getCaseQueryOptions(impatient(server.url), 'd')
  const fetching = failure(client.query(query))
  await client.cancelQueries(query)
  expect(String(await fetching)).toContain('CancelledError')
})

test('every operation has its options', () => {
  const names = Object.keys(problemStatuses)
  const missing = names.filter(
    (name) => !['Query', 'Mutation', 'StreamedQuery'].some((kind) => `${name}${kind}Options` in options),
  )
  expect(names.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})

test('two clients in one cache share no key: by their base URLs, or by their scopes', async () => {
  await using one = await startServer([{ status: 200, body: { ...aCase, description: 'one' } }])
  await using two = await startServer([{ status: 200, body: { ...aCase, description: 'two' } }])
  const client = new QueryClient()
  const clients = [
    impatient(one.url),
    impatient(two.url),
    impatient(one.url, { cacheScope: 'alice' }),
    impatient(one.url, { cacheScope: 'bob' }),
  ]
  const keys = clients.flatMap((frontdesk) => [
    options.getCaseQueryOptions(frontdesk, 'c').queryKey,
    options.listCasesQueryOptions(frontdesk).queryKey,
    options.listCasesInfiniteQueryOptions(frontdesk).queryKey,
    options.createCaseMutationOptions(frontdesk).mutationKey,
  ])
  expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(16)
  for (const frontdesk of clients) await client.query(options.getCaseQueryOptions(frontdesk, 'c'))
  expect([one.received.length, two.received.length]).toEqual([3, 1])
  // All of one client.
  await client.invalidateQueries({ queryKey: ['frontdesk', 'alice'] })
  expect(client.getQueryState(options.getCaseQueryOptions(clients[2] as never, 'c').queryKey)?.isInvalidated).toBe(true)
  expect(client.getQueryState(options.getCaseQueryOptions(clients[3] as never, 'c').queryKey)?.isInvalidated).toBe(
    false,
  )
})

test.each([
  ['at once', ['a', 'a'], 2, true],
  ['later', ['a', 'b', 'a'], 3, false],
])('an infinite query whose cursor repeats %s goes no further', async (_, cursors, requests, fails) => {
  await using server = await startServer(
    cursors.map((nextCursor) => ({ status: 200, body: { cases: [aCase], nextCursor } })),
  )
  const observer = new InfiniteQueryObserver(
    new QueryClient(),
    options.listCasesInfiniteQueryOptions(impatient(server.url, { maxRetries: 0 })),
  )
  const stop = observer.subscribe(() => undefined)
  for (let count = 0; count < 5; count++) await observer.fetchNextPage()
  const { error, hasNextPage } = observer.getCurrentResult()
  stop()
  const words = 'listCases got no usable answer: no new cursor'
  if (fails) expect(error).toMatchObject({ name: 'ConnectionError', message: words, operation: 'listCases' })
  else expect([hasNextPage, server.received.length]).toEqual([false, requests])
})

test('a repeated creation has the key of its first attempt, and another mutate of the same values has another key', async () => {
  await using server = await startServer([problem(500), problem(500), { status: 201, body: aCase }])
  const client = new QueryClient()
  const frontdesk = impatient(server.url, { maxRetries: 0 })
  const create = { ...options.createCaseMutationOptions(frontdesk), retry: 2, retryDelay: 1 }
  const input = { description: 'x' }
  await new MutationObserver(client, create).mutate(input)
  await new MutationObserver(client, create).mutate(input)
  const keys = server.received.map(({ headers }) => headers['idempotency-key'])
  expect(keys).toHaveLength(4)
  expect(keys[0]).toMatch(/./)
  expect(new Set(keys.slice(0, 3)).size).toBe(1)
  expect(keys[3]).not.toBe(keys[0])
})

test('an observer that mutates twice at the same time sends two keys', async () => {
  await using server = await startServer([{ status: 201, body: aCase }])
  const observer = new MutationObserver(new QueryClient(), options.createCaseMutationOptions(impatient(server.url)))
  await Promise.all([observer.mutate({ description: 'x' }), observer.mutate({ description: 'x' })])
  expect(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(2)
})
