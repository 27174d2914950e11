// A store on disk that is damaged, or whose lists and items disagree, is put right at the start.
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import db from 'dynalite/db/index.js'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { credentials, region } from '../../environment.ts'
import { indexPrefix, itemPrefix } from './atomic-writes.ts'
import { startDynamoDB, tableNames } from './index.ts'

const TableName = tableNames.CASES_TABLE ?? ''
let directory: string

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'frontdesk-')), 'store')
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(async () => {
  vi.mocked(console.error).mockRestore()
  await rm(join(directory, '..'), { recursive: true })
})

const said = () => vi.mocked(console.error).mock.calls.map(([text]) => String(text))

async function withTables<T>(act: (client: DynamoDBClient) => Promise<T>): Promise<T> {
  const dynamodb = await startDynamoDB({ directory })
  const client = new DynamoDBClient({ endpoint: dynamodb.url, region, credentials, maxAttempts: 1 })
  try {
    return await act(client)
  } finally {
    client.destroy()
    await dynamodb.close()
  }
}

const itemOf = (id: string, status: string) => ({
  caseId: { S: id },
  listKey: { S: 'all' },
  filterKey: { S: status },
  sortKey: { S: id },
})
const put = (client: DynamoDBClient, id: string, status = 'open') =>
  client.send(new PutItemCommand({ TableName, Item: itemOf(id, status) }))

/** Ids in the list of all and in one list by status, and of the items themselves. */
const seen = async (client: DynamoDBClient, ids: string[]) => {
  const query = async (IndexName: string, key: string, value: string) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        ...{ TableName, IndexName, KeyConditionExpression: '#k = :v' },
        ...{ ExpressionAttributeNames: { '#k': key }, ExpressionAttributeValues: { ':v': { S: value } } },
      }),
    )
    return Items.map(({ caseId }) => caseId?.S)
  }
  const items = await Promise.all(
    ids.map(async (id) => (await client.send(new GetItemCommand({ TableName, Key: { caseId: { S: id } } }))).Item),
  )
  return {
    all: await query('all', 'listKey', 'all'),
    open: await query('byStatus', 'filterKey', 'open'),
    items: items.flatMap((item) => item?.caseId?.S ?? []),
  }
}

test('entries without an item, of another version, and missing ones are put right', async () => {
  await withTables((client) => put(client, 'a'))
  const { db: level } = db.create({ path: directory })
  await level.open()
  const keys: string[] = []
  const whole = { gte: indexPrefix(TableName, 'all'), lt: `${indexPrefix(TableName, 'all')}\u007f` }
  for await (const [key] of level.iterator(whole)) keys.push(key)
  const [key = ''] = keys
  await level.batch([
    { type: 'put', key: `${key}0`, value: itemOf('ghost', 'open') },
    { type: 'put', key: `${indexPrefix(TableName, 'byStatus')}0`, value: itemOf('ghost', 'open') },
    { type: 'del', key },
  ])
  await level.close()
  expect(await withTables((client) => seen(client, ['a', 'ghost']))).toEqual({ all: ['a'], open: ['a'], items: ['a'] })
})

test('an item and its entries are written at once: put, update and delete', async () => {
  const batches: string[][] = []
  const { create } = db
  const spy = vi.spyOn(db, 'create').mockImplementation((options) => {
    const store = create(options)
    store.db.on('write', (operations) =>
      batches.push(operations.map(({ type, key }) => `${type} ${key.split('~')[0] ?? ''}`)),
    )
    return store
  })
  try {
    await withTables(async (client) => {
      batches.length = 0
      await put(client, 'a')
      const Key = { caseId: { S: 'a' } }
      await client.send(
        new UpdateItemCommand({
          ...{ TableName, Key, UpdateExpression: 'SET filterKey = :s' },
          ExpressionAttributeValues: { ':s': { S: 'closed' } },
        }),
      )
      expect(await seen(client, ['a'])).toEqual({ all: ['a'], open: [], items: ['a'] })
      await client.send(new DeleteItemCommand({ TableName, Key }))
      expect(await seen(client, ['a'])).toEqual({ all: [], open: [], items: [] })
    })
  } finally {
    spy.mockRestore()
  }
  const item = `item-${TableName}`
  // The table becomes active at some moment.
  expect(batches.filter(([first]) => first !== 'put table')).toEqual([
    ['put index-global', 'put index-global', `put ${item}`],
    ['del index-global', 'put index-global', 'put index-global', `put ${item}`],
    ['del index-global', 'del index-global', `del ${item}`],
  ])
})

const filesLike = async (pattern: RegExp) =>
  (await readdir(directory)).filter((name) => pattern.test(name)).map((name) => join(directory, name))

test.each([
  ['CURRENT is missing', /^CURRENT$/, (file: string) => rm(file), /CURRENT is missing/],
  ['CURRENT is empty', /^CURRENT$/, (file: string) => writeFile(file, ''), /store is damaged \(CURRENT/],
  ['CURRENT is garbage', /^CURRENT$/, (file: string) => writeFile(file, 'x'.repeat(100)), /store is damaged/],
  ['the manifest is missing', /^MANIFEST/, (file: string) => rm(file), /MANIFEST-\d+ is missing/],
  ['the manifest is empty', /^MANIFEST/, (file: string) => writeFile(file, ''), /store is damaged/],
  ['the manifest is garbage', /^MANIFEST/, (file: string) => writeFile(file, 'x'.repeat(5000)), /store is damaged/],
])('%s: the tables are rebuilt, and one line says so', async (_, pattern, damage, line) => {
  await withTables(async (client) => {
    for (const id of ['a', 'b', 'c']) await put(client, id)
  })
  // The second start writes the log of the first into a table.
  await withTables((client) => put(client, 'd'))
  for (const file of await filesLike(pattern)) await damage(file)
  const ids = ['a', 'b', 'c', 'd']
  expect(await withTables((client) => seen(client, ids))).toEqual({ all: ids, open: ids, items: ids })
  expect(said()).toEqual([expect.stringMatching(line)])
  expect(said()[0]).toMatch(/^[^\n]+ remove \S+store to begin again\.$/)
  await withTables((client) => put(client, 'e'))
  expect(said()).toHaveLength(1)
})

test('a table file that is lost: what is left agrees, and one line says so', async () => {
  await withTables(async (client) => {
    for (const id of ['a', 'b', 'c']) await put(client, id)
  })
  await withTables((client) => put(client, 'd'))
  const [table = ''] = await filesLike(/\.ldb$/)
  await rm(table)
  const { all, open, items } = await withTables((client) => seen(client, ['a', 'b', 'c', 'd']))
  expect(open).toEqual(all)
  expect(items).toEqual(all)
  expect(said()).toEqual([expect.stringContaining(table)])
})

test('a folder where a file must be cannot be rebuilt, and the error says what to do', async () => {
  await withTables((client) => put(client, 'a'))
  await rm(join(directory, 'CURRENT'))
  await mkdir(join(directory, 'CURRENT'))
  await expect(startDynamoDB({ directory })).rejects.toThrow()
})

test('items are kept under the keys that the repair reads', async () => {
  await withTables((client) => put(client, 'a'))
  const { db: level } = db.create({ path: directory })
  await level.open()
  const items: unknown[] = []
  const range = { gte: itemPrefix(TableName), lt: `${itemPrefix(TableName)}\u007f` }
  for await (const [, item] of level.iterator(range)) items.push(item)
  await level.close()
  expect(items).toEqual([itemOf('a', 'open')])
})

test('a list that ends early, and one that ends, keep no snapshot of the store', async () => {
  const open = new Set<object>()
  let opened = 0
  const { create } = db
  Object.assign(db, {
    create: (options) => {
      const store = create(options)
      const { values } = store.db
      store.db.values = (range) => {
        const iterator = values.call(store.db, range)
        const { close } = iterator
        open.add(iterator)
        opened += 1
        return Object.assign(iterator, { close: () => close.call(iterator).then(() => void open.delete(iterator)) })
      }
      return store
    },
  } satisfies Partial<typeof db>)
  try {
    await withTables(async (client) => {
      for (const id of ['a', 'b', 'c']) await put(client, id)
      for (const Limit of [1, 3, undefined]) await client.send(new ScanCommand({ TableName, Limit }))
      await vi.waitFor(() => expect(open.size).toBe(0))
      expect(opened).toBe(3)
    })
  } finally {
    Object.assign(db, { create })
  }
})
