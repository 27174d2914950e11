// The workflow: submissions, repeats, executions by event, and deleted customers.
import { DynamoDBClient, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { apiKeyId, bodyOf, json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import type { TaskName } from '../workflow/definition.ts'
import { detailType, source } from '../../generated/events/customer-created.ts'

let door: FrontDoor
/** Functions that tests run before a task function. */
const before: Partial<Record<TaskName, () => Promise<void> | void>> = {}

beforeAll(async () => {
  door = await openFrontDoor(
    {},
    {
      replaceTasks: (tasks) => ({
        validateExists: async (event) => (await before.validateExists?.(), tasks.validateExists(event)),
        insertId: async (event) => (await before.insertId?.(), tasks.insertId(event)),
        logEvent: async (event) => (await before.logEvent?.(), tasks.logEvent(event)),
      }),
    },
  )
})
afterEach(() => {
  for (const name of Object.keys(before)) Reflect.deleteProperty(before, name)
})
afterAll(() => door.close())

const customer = () => `c-${randomUUID()}`

const submit = async (id: string, key?: string, caller = apiKeyId) => {
  const headers = key === undefined ? {} : { 'idempotency-key': key }
  const {
    status,
    headers: answered,
    body,
  } = await door.send('POST', '/workflow/submit', {
    ...json({ id }, headers),
    apiKeyId: caller,
  })
  const submission = JSON.parse(body ?? '{}') as { executionId: string; status: string }
  return { status, headers: answered, executionId: submission.executionId, execution: submission.status }
}

const read = async (executionId: string) => {
  const response = await door.send('GET', `/workflow/executions/${executionId}`, { apiKeyId })
  return { response, execution: bodyOf(response) }
}

/** Only patience: no test is about this time. Many tests at a time must leave the executions something of the core. */
const patience = { timeout: 20_000, interval: 50 }

const ended = async (executionId: string) =>
  vi.waitFor(async () => {
    const { response, execution } = await read(executionId)
    expect(execution.status).not.toBe('running')
    expect(response.headers).not.toHaveProperty('Retry-After')
    return execution
  }, patience)

/** The executions about a customer, newest first, with their inputs and their ends. */
const executionsOf = (id: string) =>
  door.events
    .executions(1000)
    .map(({ name, input, path, ended }) => ({
      name,
      path,
      ended,
      input: JSON.parse(input) as { id: string; trigger?: string },
    }))
    .filter(({ input }) => input.id === id)

const startedByEvent = (id: string) =>
  vi.waitFor(() => {
    const execution = executionsOf(id).find(({ input }) => input.trigger === 'customer_created')
    if (!execution?.ended) throw new Error('The event has not arrived.')
    return execution
  }, patience)

const put = (id: string) => door.send('PUT', `/customers/${id}`, { apiKeyId })
const exists = async (id: string) => bodyOf(await door.send('GET', `/customers/${id}`, { apiKeyId })).exists

/** A promise and its functions. */
const gate = () => Promise.withResolvers<undefined>()

test('a new id is inserted; the same id again exists already', async () => {
  const id = customer()
  const first = await submit(id)
  expect(first).toMatchObject({
    status: 202,
    execution: 'running',
    headers: { Location: `/workflow/executions/${first.executionId}` },
  })
  expect(await ended(first.executionId)).toMatchObject({ status: 'succeeded', outcome: 'inserted' })
  expect(await exists(id)).toBe(true)

  const second = await submit(id)
  expect(second.executionId).not.toBe(first.executionId)
  expect(await ended(second.executionId)).toMatchObject({ status: 'succeeded', outcome: 'already_exists' })
})

test('a running execution says when to ask again, and a stopped one when it stopped', async () => {
  const { promise, resolve } = gate()
  before.validateExists = () => promise
  const { executionId } = await submit(customer())
  const { response, execution } = await read(executionId)
  expect(response.headers).toMatchObject({ 'Retry-After': '1' })
  expect(execution).toEqual({ executionId, status: 'running', startedAt: expect.any(String) as string })
  resolve(undefined)
  const { startedAt, stoppedAt } = await ended(executionId)
  expect(Date.parse(String(stoppedAt))).toBeGreaterThanOrEqual(Date.parse(String(startedAt)))
})

test.each([
  ['unknown', randomUUID()],
  ['too long', 'x'.repeat(81)],
  ['not a name', 'a:b'],
  ['an ARN', 'arn:aws:states:us-east-1:000000000000:execution:frontdesk-customer-workflow:x'],
  ['a path', 'a%2Fb'],
])('an execution id that is %s is a 404', async (_what, executionId) => {
  expect((await read(executionId)).response.status).toBe(404)
})

test('with an Idempotency-Key a repeat finds the execution, while it runs and afterwards', async () => {
  const { promise, resolve } = gate()
  before.validateExists = () => promise
  const [id, key] = [customer(), randomUUID()]
  const first = await submit(id, key)
  expect(first.headers).not.toHaveProperty('Idempotent-Replayed')

  const { executionId } = first
  const whileRunning = await submit(id, key)
  const replayed = {
    status: 202,
    executionId,
    headers: { 'Idempotent-Replayed': 'true', Location: `/workflow/executions/${executionId}` },
  }
  expect(whileRunning).toMatchObject({ ...replayed, execution: 'running' })
  expect((await submit(customer(), key)).status).toBe(422)

  resolve(undefined)
  await ended(executionId)
  const afterwards = await submit(id, key)
  expect(afterwards).toMatchObject({ ...replayed, execution: 'succeeded' })
  expect((await submit(customer(), key)).status).toBe(422)
  expect((await submit(id, key, 'another-api-key')).executionId).not.toBe(executionId)
  expect(executionsOf(id).filter(({ name }) => name === executionId)).toHaveLength(1)
})

test('of parallel submits under one Idempotency-Key exactly one is not a repeat', async () => {
  const [id, key] = [customer(), randomUUID()]
  const submits = await Promise.all(Array.from({ length: 10 }, () => submit(id, key)))
  expect(new Set(submits.map(({ executionId }) => executionId)).size).toBe(1)
  expect(submits.filter(({ headers }) => !('Idempotent-Replayed' in headers))).toHaveLength(1)
})

test('20 parallel submits of one new id insert it once', async () => {
  const id = customer()
  const { promise, resolve } = gate()
  let waiting = 0
  // All executions see that the customer does not exist, before the first of them inserts the customer.
  before.insertId = () => (++waiting === 20 && resolve(undefined), promise)
  const submits = await Promise.all(Array.from({ length: 20 }, () => submit(id)))
  // With fewer executions the others would wait for ever.
  expect(submits.filter(({ status }) => status === 202)).toHaveLength(20)
  const outcomes = await Promise.all(submits.map(async ({ executionId }) => (await ended(executionId)).outcome))
  expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'already_exists')).toHaveLength(19)
  await startedByEvent(id)
  expect(executionsOf(id)).toHaveLength(21)
})

test('a new customer starts an execution by its event', async () => {
  const id = customer()
  expect((await put(id)).status).toBe(201)
  expect(await startedByEvent(id)).toMatchObject({
    path: ['ValidateExists', 'Choice', 'LogEvent'],
    ended: { status: 'SUCCEEDED', output: '{"outcome":"already_exists"}' },
  })
  expect((await put(id)).status).toBe(200)
  expect(executionsOf(id)).toHaveLength(1)
})

test('a customer that the workflow inserts starts it once more, and there it ends', async () => {
  const id = customer()
  const { executionId } = await submit(id)
  await startedByEvent(id)
  // Time for executions that must not come.
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(executionsOf(id).map(({ name, path }) => [name === executionId, path.at(-1)])).toEqual([
    [false, 'LogEvent'],
    [true, 'InsertId'],
  ])
})

test('an event that is delivered after the customer was deleted leaves it deleted', async () => {
  const id = customer()
  const { promise, resolve } = gate()
  before.validateExists = () => promise
  await put(id)
  await door.send('DELETE', `/customers/${id}`, { apiKeyId })
  resolve(undefined)
  const { name, path } = await startedByEvent(id)
  expect(path).toEqual(['ValidateExists', 'Choice', 'LogEvent'])
  expect(await ended(name)).toMatchObject({ status: 'succeeded', outcome: 'gone' })
  expect(await exists(id)).toBe(false)

  // The stream keeps its order: an event for the deletion would have arrived before this event.
  const later = customer()
  await put(later)
  await startedByEvent(later)
  expect(executionsOf(id)).toHaveLength(1)
})

test('an event that is delivered twice changes nothing', async () => {
  const dynamodb = new DynamoDBClient({})
  const TableName = process.env.CUSTOMERS_TABLE
  const stored = async (id: string) =>
    (await dynamodb.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))).Item
  const count = async () => (await dynamodb.send(new ScanCommand({ TableName, Select: 'COUNT' }))).Count
  const id = customer()
  await put(id)
  await startedByEvent(id)
  const was = [await stored(id), await count()]

  door.events.bus.put({ source, detailType, detail: { id } })
  door.events.bus.put({ source, detailType, detail: { id } })
  await vi.waitFor(() => expect(executionsOf(id).filter((execution) => execution.ended)).toHaveLength(3))
  expect(executionsOf(id).map((execution) => execution.ended)).toEqual(
    Array.from({ length: 3 }, () => ({ status: 'SUCCEEDED', output: '{"outcome":"already_exists"}' })),
  )
  expect([await stored(id), await count()]).toEqual(was)
})

test('a task that fails twice and then works ends well', async () => {
  let calls = 0
  before.insertId = () => {
    if (++calls <= 2) throw new Error('The table does not answer.')
  }
  const { executionId } = await submit(customer())
  expect(await ended(executionId)).toMatchObject({ status: 'succeeded', outcome: 'inserted' })
  expect(calls).toBe(3)
})

test.each(['validateExists', 'insertId', 'logEvent'] as const)(
  'when %s always fails the execution has failed, with a reason and in the metric',
  async (task) => {
    const id = customer()
    if (task === 'logEvent') {
      await put(id)
      await startedByEvent(id)
    }
    let calls = 0
    before[task] = () => {
      calls++
      throw new TypeError('The table does not answer.')
    }
    const failures = () => door.events.metrics.filter(({ name }) => name === 'ExecutionsFailed').length
    const failed = failures()
    const { executionId } = await submit(id)
    const execution = await ended(executionId)
    expect(execution).toMatchObject({ status: 'failed' })
    expect(execution).not.toHaveProperty('outcome')
    expect(calls).toBe(4)
    const [{ path, ended: end } = {}] = executionsOf(id)
    expect(path?.at(-1)).toBe('Failed')
    expect(end).toMatchObject({ status: 'FAILED', error: 'TypeError' })
    expect(end).toHaveProperty('cause', expect.stringContaining('The table does not answer.'))
    expect(failures()).toBe(failed + 1)
  },
)

test('a caller without an API key starts nothing', async () => {
  const id = customer()
  expect((await door.send('POST', '/workflow/submit', json({ id }))).status).toBe(403)
  expect((await door.send('POST', '/workflow/submit', { ...json({ id: 'not an id' }), apiKeyId })).status).toBe(400)
  expect(executionsOf(id)).toHaveLength(0)
})
