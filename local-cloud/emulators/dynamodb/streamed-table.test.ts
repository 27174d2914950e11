import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startDynamoDB, tableNames } from './index.ts'
import { credentials, region } from '../../environment.ts'
import { startPipe } from '../eventbridge/pipe.ts'
import { openStream, type TableStream } from './stream.ts'
import { startStreamedTable } from './streamed-table.ts'

const TableName = tableNames.CUSTOMERS_TABLE ?? ''

let directory: string
let dynamodb: Awaited<ReturnType<typeof startDynamoDB>>
let stream: TableStream
let table: Awaited<ReturnType<typeof startStreamedTable>>
let client: DynamoDBClient

const open = async (upstream = dynamodb.url) => {
  stream = openStream({ file: join(directory, 'stream.jsonl'), region })
  table = await startStreamedTable({ upstream, region, tableName: TableName, partitionKey: 'id', stream })
  client = new DynamoDBClient({ endpoint: table.url, region, credentials, maxAttempts: 1 })
}
/** For the files on disk, closing is the same as being killed: neither writes anything. */
const close = async () => {
  stream.close()
  await table.close()
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'frontdesk-'))
  dynamodb = await startDynamoDB()
  await open()
})
afterEach(async () => {
  await close()
  await dynamodb.close()
  await rm(directory, { recursive: true })
})

const put = (id: string, more: Partial<PutItemCommandInput> = {}) =>
  client.send(new PutItemCommand({ TableName, Item: { id: { S: id } }, ...more }))
const putNew = (id: string) => put(id, { ConditionExpression: 'attribute_not_exists(id)' })
const remove = (id: string) => client.send(new DeleteItemCommand({ TableName, Key: { id: { S: id } } }))
const isThere = async (id: string) =>
  (await client.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))).Item !== undefined

/** Takes all records off the stream, as `INSERT c-1`. */
const take = () => {
  const taken: string[] = []
  for (let record = stream.oldest(); record; record = stream.oldest()) {
    taken.push(`${record.eventName} ${record.dynamodb.Keys.id?.S ?? ''}`)
    stream.acknowledge(record)
  }
  return taken
}

test('each change gives one record, in the order of the changes', async () => {
  await put('c-1')
  await put('c-2')
  await put('c-1', { Item: { id: { S: 'c-1' }, name: { S: 'Ada' } } })
  await remove('c-1')
  expect(take()).toEqual(['INSERT c-1', 'INSERT c-2', 'MODIFY c-1', 'REMOVE c-1'])
})

test('a write that changes nothing gives none', async () => {
  await putNew('c-1')
  await expect(putNew('c-1')).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' })
  await put('c-1')
  await remove('c-2')
  await expect(put('')).rejects.toMatchObject({ name: 'ValidationException' })
  expect(take()).toEqual(['INSERT c-1'])
})

test('an update that creates the item is an insert', async () => {
  await client.send(new UpdateItemCommand({ TableName, Key: { id: { S: 'c-1' } } }))
  expect(take()).toEqual(['INSERT c-1'])
})

test('of parallel puts on condition that the item is new, one gives a record', async () => {
  await Promise.allSettled(Array.from({ length: 20 }, () => putNew('c-1')))
  expect(take()).toEqual(['INSERT c-1'])
})

test('a write past the stream is refused, and other tables are left alone', async () => {
  const write = (table: string, id: string) =>
    client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: [{ PutRequest: { Item: { [id]: { S: 'x' } } } }] } }),
    )
  await expect(write(TableName, 'id')).rejects.toMatchObject({ name: 'ValidationException' })
  expect(await isThere('x')).toBe(false)
  await write(tableNames.CASES_TABLE ?? '', 'caseId')
  expect(take()).toEqual([])
})

test('records that nobody has taken are there after a restart, and those taken are not', async () => {
  await put('c-1')
  expect(take()).toEqual(['INSERT c-1'])
  await put('c-2')
  await remove('c-2')
  // Twice, because the second start reads what the first has written to disk.
  for (let restarts = 0; restarts < 2; restarts++) {
    await close()
    await open()
  }
  await put('c-3')
  expect(take()).toEqual(['INSERT c-2', 'REMOVE c-2', 'INSERT c-3'])
  await close()
  await open()
  expect(take()).toEqual([])
})

/** A DynamoDB that fails before or after the write is made, together with the emulator in front of it. */
async function dyingUpstream(when: 'before' | 'after') {
  let dead = false
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { 'x-amz-target': target, authorization, 'x-amz-date': date } = request.headers
      const isWrite = String(target).endsWith('PutItem')
      dead ||= isWrite && when === 'before'
      if (dead) return response.destroy()
      const headers = {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': String(target),
        authorization: String(authorization),
        'x-amz-date': String(date),
      }
      const answer = await fetch(dynamodb.url, { method: 'POST', headers, body })
      dead ||= isWrite
      if (dead) return response.destroy()
      return response.writeHead(answer.status).end(await answer.text())
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

test.each([
  ['after', true, ['INSERT c-1']],
  ['before', false, []],
] as const)(
  'killed %s the write was made, it says at the next start what the write did',
  async (when, made, records) => {
    await close()
    const upstream = await dyingUpstream(when)
    await open(upstream.url)
    await expect(put('c-1')).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } })
    await close()
    upstream.close()

    await open()
    expect(await isThere('c-1')).toBe(made)
    expect(take()).toEqual(records)
  },
)

const pipe = {
  filter: { eventName: ['INSERT'] },
  target: { source: 'test', detailType: 'Created', inputTemplate: '{"id": <$.dynamodb.Keys.id.S>}' },
}

test('the pipe publishes inserts alone, shaped by its template', async () => {
  const published: unknown[] = []
  const { close: stop } = startPipe({ stream, pipe, put: (entry) => published.push(entry), windowSeconds: 0 })
  await put('a "quoted" id')
  await remove('a "quoted" id')
  await vi.waitFor(() => expect(stream.oldest()).toBeUndefined())
  expect(published).toEqual([{ source: 'test', detailType: 'Created', detail: { id: 'a "quoted" id' } }])
  stop()
})

test('a record is delivered again when the bus refused it, or when a kill came before it was acknowledged', async () => {
  const published: string[] = []
  let refusals = 1
  const refuseOnce = (entry: { detail: object }) => {
    if (refusals-- > 0) throw new Error('The bus is busy.')
    published.push(JSON.stringify(entry.detail))
  }
  vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
  const first = startPipe({ stream, pipe, put: refuseOnce, windowSeconds: 0 })
  await put('c-1')
  await vi.waitFor(() => expect(published).toEqual(['{"id":"c-1"}']), { timeout: 5000 })
  first.close()

  const killed = startPipe({
    stream,
    pipe,
    put: (entry) => {
      published.push(JSON.stringify(entry.detail))
      stream.close()
    },
    windowSeconds: 0,
  })
  await put('c-2')
  await vi.waitFor(() => expect(published).toHaveLength(2))
  killed.close()
  await table.close()

  await open()
  const next = startPipe({ stream, pipe, put: refuseOnce, windowSeconds: 0 })
  await vi.waitFor(() => expect(published).toEqual(['{"id":"c-1"}', '{"id":"c-2"}', '{"id":"c-2"}']))
  next.close()
})
