// A migration over a table of the DynamoDB emulator: at a pace, resumable, and without losing what others write meanwhile.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startDynamoDB, tableNames } from '../../local-cloud/emulators/dynamodb/index.ts'
import { loadProducts, productIdAt } from '../../testing/load-products.ts'
import { nothingYet, openCheckpoint } from './checkpoint.ts'
import { openMigratedTable, type MigratedTable } from './migrated-table.ts'
import { changeOf, migrationIn, type Item, type Migration } from './migration.ts'
import { createPace } from './pace.ts'
import { migrate } from './run.ts'

const items = 90
const pageSize = 20
const TableName = tableNames.PRODUCTS_TABLE ?? ''
const shout: Migration = {
  change: ({ productName }) => (productName === 'n' ? { set: { productName: 'N!' }, remove: ['nickname'] } : undefined),
}
const turn = () => Promise.resolve()

let dynamodb: Awaited<ReturnType<typeof startDynamoDB>>
let client: DynamoDBDocumentClient
let table: MigratedTable
let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'migrate-'))
  dynamodb = await startDynamoDB()
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: dynamodb.url, region: 'us-east-1', credentials }))
  table = openMigratedTable(client, TableName, 'productId')
  await loadProducts(dynamodb.url, 0, items)
})
afterEach(async () => {
  client.destroy()
  await dynamodb.close()
  await rm(directory, { recursive: true })
})

const checkpoint = (of = 'this') => openCheckpoint(join(directory, 'state/place.json'), of)

async function all(): Promise<Item[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }))
  return Items
}

/** Somebody else writes, as the API does: the version is raised. */
const write = (productId: string, stock: number) =>
  client.send(
    new UpdateCommand({
      TableName,
      Key: { productId },
      UpdateExpression: 'SET stock = :s ADD version :one',
      ExpressionAttributeValues: { ':s': stock, ':one': 1 },
    }),
  )

test('every item is changed once, and its version is raised', async () => {
  const run = () => migrate({ table, migration: shout, checkpoint: checkpoint(), turn, pageSize })
  expect(await run()).toEqual({ counts: { ...nothingYet, read: items, changed: items }, isDone: true })
  for (const item of await all()) expect(item).toMatchObject({ productName: 'N!', version: 2, stock: 1 })
  // The same command afterwards changes nothing.
  expect(await run()).toEqual({ counts: { ...nothingYet, read: items, changed: items }, isDone: true })
  expect((await all()).every(({ version }) => version === 2)).toBe(true)
})

test('it goes on where it was stopped, and where it failed', async () => {
  let pages = 0
  const isStopped = () => pages >= 2
  const onPage = () => (pages += 1)
  const first = await migrate({ table, migration: shout, checkpoint: checkpoint(), turn, pageSize, isStopped, onPage })
  expect(first).toEqual({ counts: { ...nothingYet, read: 40, changed: 40 }, isDone: false })
  let left = 5
  const failing = {
    ...table,
    change: (...args: Parameters<MigratedTable['change']>) =>
      left-- > 0 ? table.change(...args) : Promise.reject(new Error('throttled')),
  }
  await expect(migrate({ table: failing, migration: shout, checkpoint: checkpoint(), turn, pageSize })).rejects.toThrow(
    'throttled',
  )
  const { counts, isDone } = await migrate({ table, migration: shout, checkpoint: checkpoint(), turn, pageSize })
  expect(isDone).toBe(true)
  // The page that failed is read again. What it had changed is as it should be.
  expect(counts.read).toBe(items)
  expect(counts.changed + counts.unchanged).toBe(items)
  expect(counts.unchanged).toBeGreaterThan(0)
  for (const item of await all()) expect(item).toMatchObject({ productName: 'N!', version: 2 })
})

test('what others write and delete meanwhile is kept', async () => {
  const [changed, deleted] = [productIdAt(3), productIdAt(4)]
  let meddled = 0
  const meddling: MigratedTable = {
    ...table,
    change: async (item, change) => {
      if (item.productId === changed && meddled++ < 3) await write(changed, 100 + meddled)
      if (item.productId === deleted) await client.send(new DeleteCommand({ TableName, Key: { productId: deleted } }))
      return table.change(item, change)
    },
  }
  const { counts } = await migrate({ table: meddling, migration: shout, checkpoint: checkpoint(), turn, pageSize })
  expect(counts).toEqual({ read: items, changed: items - 1, unchanged: 0, gone: 1, retried: 4 })
  const found = await all()
  expect(found).toHaveLength(items - 1)
  expect(found.find(({ productId }) => productId === changed)).toMatchObject({
    ...{ productName: 'N!', stock: 103, version: 5 },
  })
})

test('items without a version are guarded by what the migration changes', async () => {
  await client.send(
    new UpdateCommand({ TableName, Key: { productId: productIdAt(0) }, UpdateExpression: 'REMOVE version' }),
  )
  const [item] = (await all()).filter(({ productId }) => productId === productIdAt(0))
  const stale = { ...item, productName: 'older' }
  expect(await table.change(stale, { set: { productName: 'N!' } })).toBe(false)
  expect(await table.change(item ?? {}, { set: { productName: 'N!' } })).toBe(true)
  expect(await table.change(item ?? {}, { set: { productName: 'N!' } })).toBe(false)
})

test('a dry run changes nothing, and leaves no place behind', async () => {
  const { counts } = await migrate({ table, migration: shout, checkpoint: checkpoint(), turn, pageSize, dryRun: true })
  expect(counts).toEqual({ ...nothingYet, read: items, changed: items })
  expect((await all()).every(({ productName }) => productName === 'n')).toBe(true)
  expect(checkpoint().read()).toMatchObject({ isDone: false, counts: nothingYet })
})

test('a table that is not there is named, and so is one of other items', async () => {
  await expect(openMigratedTable(client, 'frontdesk-none', 'productId').page(undefined, 9)).rejects.toThrow(
    'There is no table frontdesk-none.',
  )
  await expect(openMigratedTable(client, TableName, 'eventId').page(undefined, 9)).rejects.toThrow(
    `The items of ${TableName} have no eventId: --table names another table.`,
  )
})

test('the place of another migration is refused, and a broken one too', async () => {
  checkpoint('another').write({ counts: nothingYet, isDone: false })
  expect(() => checkpoint().read()).toThrow('or the migration has changed since. --restart begins again.')
  await writeFile(join(directory, 'state/place.json'), '{"of":"this"')
  expect(() => checkpoint().read()).toThrow('cannot be read')
})

test.each([
  ['the key', { set: { productId: 'x' } }, 'changes productId'],
  ['the version', { set: { version: 7 } }, 'changes version'],
  ['the time of creation', { remove: ['createdAt'] }, 'changes createdAt'],
  ['an attribute twice', { set: { a: 1 }, remove: ['a'] }, 'sets and removes one attribute'],
  ['without end', { set: { a: 1 } }, 'would change x again after its own change'],
])('a change of %s is refused', (_what, change, sentence) => {
  expect(() => changeOf({ change: () => change }, { productId: 'x', version: 1 }, 'productId')).toThrow(sentence)
})

test.each([undefined, {}, { default: 1 }, { default: { change: 1 } }])('%j is no migration', (module) => {
  expect(() => migrationIn(module, 'x.ts')).toThrow('x.ts has no migration')
})

test('the turns of all workers together keep the pace', async () => {
  const turn = createPace(200)
  const began = performance.now()
  await Promise.all(Array.from({ length: 41 }, () => turn()))
  // 40 gaps of 5 ms. A timer may be a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(190)
})
