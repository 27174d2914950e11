// A write whose answer is lost: the SDK repeats it, and the API answers as if nothing had been lost. There is one change.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { awsCallsOf } from '../testing/aws-calls.ts'
import type { HttpResponse } from './http/message.ts'
import { operations, type ContractOperation } from '../testing/contract-operations.ts'
import { bodyOf, json } from '../testing/front-door.ts'
import { createGoodRequests, unknownPath, type Changes, type GoodRequests } from '../testing/good-requests.ts'
import { openLossy, type Fate, type LossyDoor } from '../testing/lossy-door.ts'
import { everythingStored } from '../testing/stored.ts'

let lossy: LossyDoor
let good: GoodRequests
// The SDK retries less and less, so each test has a client of its own.
beforeEach(async () => {
  lossy = await openLossy()
  good = createGoodRequests(lossy.door)
})
afterEach(() => lossy.close())

const operationOf = (operationId: string): ContractOperation => {
  const [operation] = operations.filter((candidate) => candidate.operationId === operationId)
  if (!operation) throw new Error(`There is no ${operationId}.`)
  return operation
}

/** Ids, times and random parts differ between two equal requests. */
const comparable = (text: string) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/"requestHash":\{"S":"[^"]+"\}/g, '<hash>')
    .replace(/"incarnation":\{"S":"[^"]+"\}/g, '<incarnation>')
    .replace(/"[0-9a-z]{16}-(\d+)"/g, '<etag $1>')
    .replace(/\bnew-\d+\b/g, '<new>')

const answerOf = ({ status, headers, body = '' }: HttpResponse) => {
  const { 'X-Request-Id': _, ...kept } = headers
  return { status, headers: comparable(JSON.stringify(kept).replaceAll('\\"', '"')), body: comparable(body) }
}

/** Sends a request, and returns its answer, the changes of what is stored, and the attempts to write. */
async function outcomeOf(request: () => Promise<HttpResponse>, fates: Fate[] = []) {
  const before = await everythingStored()
  lossy.take()
  lossy.meet(...fates)
  const answer = answerOf(await request())
  const attempts = lossy.take()
  const after = await everythingStored()
  const changes = {
    removed: before.filter((line) => !after.includes(line)).map(comparable),
    added: after.filter((line) => !before.includes(line)).map(comparable),
  }
  return { answer, changes, attempts }
}

/** A request that makes its own item first, so that it can be sent again and again. */
type Scenario = () => Promise<() => Promise<HttpResponse>>

let newNames = 1000

const fresh =
  (operation: ContractOperation, changes: Changes = {}): Scenario =>
  async () => {
    const path = operation.creates
      ? operation.path.replace(/\{[^}]+\}/, () => `new-${(newNames += 1)}`)
      : await good.freshPath(operation)
    return () => good.send(operation, { path, ...changes })
  }

const ifMatch =
  (operationId: string): Scenario =>
  async () => {
    const operation = operationOf(operationId)
    const path = await good.freshPath(operation)
    const { headers } = await good.send(operationOf(operationId.replace(/^update|^delete/, 'get')), { path })
    // The list has the next version too: the repetition of an update must not match it.
    const next = headers.ETag?.replace(/-1"$/, '-2"') ?? ''
    return () => good.send(operation, { path, headers: { 'if-match': `${headers.ETag ?? ''}, ${next}` } })
  }

const writing = operations.filter(({ operationId }) => /^(create|update|delete|put)/.test(operationId))

const scenarios: [name: string, scenario: Scenario][] = [
  ...writing.map((operation): [string, Scenario] => [operation.operationId, fresh(operation)]),
  ...['updateCase', 'updateEvent', 'updateProduct', 'deleteEvent', 'deleteProduct'].map((id): [string, Scenario] => [
    `${id} with If-Match`,
    ifMatch(id),
  ]),
  ...['createCase', 'createEvent'].map((id): [string, Scenario] => [
    `${id} with Idempotency-Key`,
    async () => {
      const headers = { 'idempotency-key': randomUUID() }
      return () => good.send(operationOf(id), { path: operationOf(id).path, headers })
    },
  ]),
]

const losses: Fate[][] = [
  ['lose the answer'],
  ['lose the answer', 'lose the answer'],
  ['fail after the write'],
  ['lose the request'],
  ['throttle', 'lose the answer'],
]

test('every operation that writes to DynamoDB is here', async () => {
  for (const operation of operations) {
    const path = operation.path.includes('{') ? await good.freshPath(operation) : operation.path
    const { calls } = await awsCallsOf(() => good.send(operation, { path }))
    const writes = calls.some((call) => /^(Put|Update|Delete)Item$/.test(call))
    expect([operation.operationId, writes]).toEqual([operation.operationId, writing.includes(operation)])
  }
})

test.each(scenarios)('%s: the same answer and one change, whatever is lost', async (_, scenario) => {
  const { attempts, ...usual } = await outcomeOf(await scenario())
  expect(attempts).toHaveLength(1)
  expect(Math.max(usual.changes.added.length, usual.changes.removed.length)).toBe(1)
  for (const fates of losses) {
    const { attempts, ...outcome } = await outcomeOf(await scenario(), fates)
    expect({ fates, ...outcome }).toEqual({ fates, ...usual })
    expect(attempts).toHaveLength(fates.length + 1)
  }
})

const stale = { headers: { 'if-match': '"stale-1"' } }
const refusals: [name: string, status: number, scenario: Scenario][] = [
  ...['updateCase', 'updateEvent', 'updateProduct', 'deleteEvent', 'deleteProduct'].flatMap(
    (id): [string, number, Scenario][] => [
      [`${id} with another ETag`, 412, fresh(operationOf(id), stale)],
      [
        `${id} of an unknown item`,
        404,
        () => Promise.resolve(() => good.send(operationOf(id), { path: unknownPath(operationOf(id)) })),
      ],
    ],
  ),
  [
    'createProduct over another product',
    409,
    async () => {
      const body = good.bodyFor(operationOf('createProduct'))
      await good.send(operationOf('createProduct'), { body })
      return () => good.send(operationOf('createProduct'), { body: { ...body, stock: 77 } })
    },
  ],
]

test.each(refusals)('%s: %i, whatever is lost or throttled', async (name, status, scenario) => {
  for (const fates of [...losses, ['throttle'] as Fate[]]) {
    const loses = fates.some((fate) => fate !== 'throttle')
    // After a lost answer nobody can tell a deletion that was carried out from one that found nothing.
    const expected = loses && name.startsWith('delete') && status === 404 ? 204 : status
    const { answer, changes } = await outcomeOf(await scenario(), fates)
    expect({ fates, status: answer.status, changes }).toEqual({
      fates,
      status: expected,
      changes: { removed: [], added: [] },
    })
  }
})

test('a repeated creation whose answer is lost is still a replay', async () => {
  const operation = operationOf('createEvent')
  const headers = { 'idempotency-key': randomUUID() }
  const first = await good.send(operation, { path: operation.path, headers })
  lossy.meet('lose the answer')
  const second = await good.send(operation, { path: operation.path, headers })
  expect(second.headers['Idempotent-Replayed']).toBe('true')
  expect(bodyOf(second)).toEqual(bodyOf(first))
})

test('a customer who exists is still 200 when the answer is lost', async () => {
  const put = () => lossy.door.send('PUT', '/customers/present', { apiKeyId: 'key' })
  expect((await put()).status).toBe(201)
  lossy.meet('lose the answer')
  expect((await put()).status).toBe(200)
})

test('an item that somebody changes before the repetition was still created by this request', async () => {
  const authorization = `Bearer ${lossy.door.idToken()}`
  const body = { ...good.bodyFor(operationOf('createProduct')), productId: 'changed-at-once' }
  lossy.afterLoss(() => lossy.door.send('PUT', '/products/changed-at-once', json({ stock: 5 }, { authorization })))
  lossy.meet('lose the answer')
  const answer = await lossy.door.send('POST', '/products', json(body, { authorization }))
  expect(answer).toMatchObject({ status: 201, headers: { ETag: expect.stringMatching(/-1"$/) as string } })
  expect(answer.headers['Idempotent-Replayed']).toBeUndefined()
})

test('the name of a write is in no answer', async () => {
  const operation = operationOf('updateEvent')
  const path = await good.freshPath(operation)
  const answers = [await good.send(operation, { path }), await good.send(operationOf('getEvent'), { path })]
  const list = await good.send(operationOf('listEvents'), { query: '?limit=100' })
  expect((await everythingStored()).filter((line) => line.includes('lastWrite'))).not.toEqual([])
  for (const { body } of [...answers, list]) expect(body).not.toContain('lastWrite')
})
