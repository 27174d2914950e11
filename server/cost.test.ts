// The cost of one request: the AWS calls of each operation, and their read and write units.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { model } from '../local-cloud/model.ts'
import { tables, type TableDefinition } from './repositories/tables.ts'
import { awsCallsOf, type Consumed } from '../testing/aws-calls.ts'
import { operations } from '../testing/contract-operations.ts'
import { bodyOf, type FrontDoor } from '../testing/front-door.ts'
import { createGoodRequests, type Changes } from '../testing/good-requests.ts'
import { isAmazonsEngine } from '../testing/dynamodb.ts'
import { openMetered, type MeteredDoor } from '../testing/metered-door.ts'

const files = 3
const shards = 4

/** A call of a successful request. With `per`, there is one call for each shard or file. */
type Cost = { call: string; per?: 'shard' | 'file' }
const sampled = model.operations.flatMap(({ operationId, sampleData }) =>
  sampleData === undefined ? [] : [operationId],
)

// The keys are no OperationIds: for a new operation the compiler should name only the missing function. The test below
// names the operation that is missing here.
const costs: Record<string, Cost[]> = {
  getStatus: [],
  getOpenApi: [],
  mcp: [],
  getProtectedResource: [],
  getMcpProtectedResource: [],
  getAuthorizationServer: [],
  chat: [{ call: 'UpdateItem' }, { call: 'Converse' }],
  chatStream: [{ call: 'UpdateItem' }, { call: 'ConverseStream' }],
  createCase: [{ call: 'PutItem' }],
  listCases: [{ call: 'Query', per: 'shard' }],
  getCase: [{ call: 'GetItem' }],
  updateCase: [{ call: 'UpdateItem' }],
  getCaseUploadUrl: [{ call: 'GetItem' }],
  listCaseFiles: [{ call: 'ListObjectsV2' }, { call: 'HeadObject', per: 'file' }],
  createEvent: [{ call: 'PutItem' }],
  listEvents: [{ call: 'Query', per: 'shard' }],
  getEvent: [{ call: 'GetItem' }],
  updateEvent: [{ call: 'UpdateItem' }],
  deleteEvent: [{ call: 'DeleteItem' }],
  createProduct: [{ call: 'PutItem' }],
  listProducts: [{ call: 'Query', per: 'shard' }],
  getProduct: [{ call: 'GetItem' }],
  updateProduct: [{ call: 'UpdateItem' }],
  deleteProduct: [{ call: 'DeleteItem' }],
  putCustomer: [{ call: 'PutItem' }],
  getCustomer: [{ call: 'GetItem' }],
  deleteCustomer: [{ call: 'DeleteItem' }],
  submitWorkflow: [{ call: 'StartExecution' }],
  getWorkflowExecution: [{ call: 'DescribeExecution' }],
  // Operations of sample data need no line here.
  ...Object.fromEntries(sampled.map((operationId) => [operationId, [{ call: 'GetObject' }]])),
}

/** Sends a good request to each operation. Returns its calls, and the units that DynamoDB reports for them. */
async function measure({ door, meter }: MeteredDoor) {
  const good = createGoodRequests(door)
  const measured: { operationId: string; calls: string[]; consumed: Consumed[] }[] = []
  for (const operation of operations) {
    // A put over an existing customer would create nothing.
    const path = operation.creates ? operation.path.replace(/\{.*\}/, 'new') : await good.freshPath(operation)
    if (operation.operationId === 'listCaseFiles') await uploadFiles(door, path)
    meter.take()
    const { calls, result } = await awsCallsOf(() => good.send(operation, { path }))
    expect(result.status, operation.operationId).toBeLessThan(300)
    measured.push({ operationId: operation.operationId, calls, consumed: meter.take() })
  }
  return measured
}

test.each([1, shards])('the AWS calls of each operation, with LIST_SHARDS=%i', async (count) => {
  const metered = await openMetered({ LIST_SHARDS: String(count), ASSISTANT_QUOTA_REQUESTS: '100' })
  const measured = await measure(metered)
  await metered.close()
  const expected = Object.entries(costs).map(([operationId, calls]) => {
    const times = { shard: count, file: files }
    return [operationId, calls.flatMap(({ call, per }) => Array<string>(per ? times[per] : 1).fill(call))]
  })
  expect(Object.fromEntries(measured.map(({ operationId, calls }) => [operationId, calls]))).toEqual(
    Object.fromEntries(expected),
  )

  // Each item is smaller than one unit: 4 KB for a read, 1 KB for a write. A page of them is smaller than a read unit.
  for (const { operationId, consumed } of measured) {
    for (const { operation, units } of consumed) {
      const expected =
        operation === 'Query' ? [pageUnits(units)] : operation === 'GetItem' ? [1] : writeUnits(operationId)
      expect({ operationId, units }).toEqual({
        operationId,
        units: expected.find((count) => count === units) ?? expected,
      })
    }
  }
})

/** DynamoDB counts the table and each index that has the item. dynalite counts the table alone. */
function writeUnits(operationId: string): number[] {
  if (!isAmazonsEngine || operationId.endsWith('Customer') || operationId.startsWith('chat')) return [1]
  // The test below says which updates cost one unit more.
  return operationId.startsWith('update') ? [3, 4] : [3]
}

test('an update that changes an index key costs one write more', async () => {
  const { door, meter, close } = await openMetered()
  const good = createGoodRequests(door)
  const changes = {
    updateCase: [{ description: 'x' }, { status: 'closed' }],
    updateEvent: [{ title: 'x' }, { status: 'cancelled' }],
    updateProduct: [{ stock: 7 }, { category: 'another' }],
  }
  for (const [operationId, [ofMember, ofIndexKey]] of Object.entries(changes)) {
    const operation = operations.find((candidate) => candidate.operationId === operationId)
    if (!operation) throw new Error(`There is no ${operationId}.`)
    const path = await good.freshPath(operation)
    const unitsOf = async (body: unknown) => {
      meter.take()
      expect((await good.send(operation, { path, body })).status).toBe(200)
      // The workflow of a new customer reads at any time.
      return meter.take().flatMap(({ operation: call, units }) => (call === 'UpdateItem' ? [units] : []))
    }
    expect([operationId, await unitsOf(ofMember)]).toEqual([operationId, [isAmazonsEngine ? 3 : 1]])
    expect([operationId, await unitsOf(ofIndexKey)]).toEqual([operationId, [isAmazonsEngine ? 4 : 1]])
  }
  await close()
})

/** Reads of an index are eventually consistent, so a list costs half a unit for each 4 KB. */
const pageUnits = (units: number) => {
  expect(units % 0.5).toBe(0)
  expect(units).toBeLessThanOrEqual(2)
  return units
}

test('what is asked for twice, or in vain, costs at most one read more', async () => {
  const { door, close } = await openMetered()
  const good = createGoodRequests(door)
  const callsOf = async (operationId: string, changes: Changes) => {
    const [operation] = operations.filter((candidate) => candidate.operationId === operationId)
    if (!operation) throw new Error(`There is no ${operationId}.`)
    const path = changes.path ?? (await good.freshPath(operation))
    const { calls, result } = await awsCallsOf(() => good.send(operation, { path, ...changes }))
    return { status: result.status, calls }
  }
  const headers = { 'idempotency-key': 'twice' }
  const stale = { headers: { 'if-match': '"stale-1"' } }
  const body = { description: 'Broken kiosk' }
  const unknown = '/events/00000000-0000-4000-8000-000000000000'
  await callsOf('createCase', { headers, body })
  expect(await callsOf('createCase', { headers, body })).toEqual({ status: 201, calls: ['PutItem', 'GetItem'] })
  expect(await callsOf('updateCase', stale)).toEqual({ status: 412, calls: ['UpdateItem'] })
  expect(await callsOf('deleteEvent', stale)).toEqual({ status: 412, calls: ['DeleteItem'] })
  expect(await callsOf('updateEvent', { path: unknown })).toEqual({ status: 404, calls: ['UpdateItem'] })
  expect(await callsOf('deleteEvent', { path: unknown })).toEqual({ status: 404, calls: ['DeleteItem'] })
  expect(await callsOf('listCaseFiles', {})).toEqual({ status: 200, calls: ['ListObjectsV2', 'GetItem'] })
  expect(await callsOf('putCustomer', { path: '/customers/twice' })).toEqual({ status: 201, calls: ['PutItem'] })
  expect(await callsOf('putCustomer', { path: '/customers/twice' })).toEqual({ status: 200, calls: ['PutItem'] })
  expect(await callsOf('createCase', { body: {} })).toEqual({ status: 400, calls: [] })
  await close()
})

test('docs/costs.md says what one request costs', async () => {
  const page = await readFile(new URL('../docs/costs.md', import.meta.url), 'utf8')
  const [, section = ''] = page.split(/^## What one request costs$/m)
  const rows = section.split(/^## /m, 1)[0]?.match(/^\|.*\|$/gm) ?? []
  const cells = (row: string) => row.split('|').map((cell) => cell.trim())
  const wanted = costTable()
  // The second line depends on the width of the columns.
  const withoutRule = rows.filter((_, n) => n !== 1).map(cells)
  expect(withoutRule, `docs/costs.md needs these rows:\n${wanted.join('\n')}`).toEqual(
    wanted.filter((_, n) => n !== 1).map(cells),
  )
})

/** The costs as a table. The tests above compared them with measured calls. */
function costTable(): string[] {
  const own = operations.filter(({ operationId }) => !sampled.includes(operationId))
  const rows = own.map(({ operationId, path }) => {
    const calls = costs[operationId] ?? []
    const names = calls.map(({ call, per }) => `\`${call}\`${per ? ` per ${per}` : ''}`)
    const [reads, writes] = unitsOf(calls[0]?.call, path)
    return `| \`${operationId}\` | ${names.join(', ')} | ${reads} | ${writes} |`
  })
  return ['| operation | calls to AWS | read units | write units |', '| --- | --- | --- | --- |', ...rows, sampleRow]
}

const sampleRow = '| each with `x-sample-data` | `GetObject` |  |  |'

function unitsOf(call: string | undefined, path: string): [reads: string, writes: string] {
  const [, collection = ''] = path.split('/')
  const resource = collection.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const table = Object.entries<TableDefinition>(tables).find(([name]) => name === resource)?.[1]
  // DynamoDB counts a write once for the table and once for each index that has the item.
  const writes = 1 + Object.keys(table?.indexes ?? {}).length
  const filter = Object.keys(table?.indexes ?? {})
    .find((index) => index.startsWith('by'))
    ?.slice(2)
    .replace(/^./, (first) => first.toLowerCase())
  switch (call) {
    case 'GetItem':
      return ['1 per 4 KB', '']
    case 'Query':
      return ['½ per 4 KB of the page', '']
    case 'UpdateItem':
      // A changed index key costs two writes in that index: one deletes the old entry, one adds the new entry.
      return [
        '',
        filter === undefined ? `${writes} per KB` : `${writes} per KB; ${writes + 1} when its ${filter} changes`,
      ]
    case 'PutItem':
    case 'DeleteItem':
      return ['', `${writes} per KB`]
    case undefined:
    default:
      return ['', '']
  }
}

async function uploadFiles(door: FrontDoor, listPath: string) {
  const headers = { authorization: `Bearer ${door.idToken()}` }
  for (let n = 0; n < files; n += 1) {
    const answer = bodyOf(await door.send('GET', listPath.replace(/files$/, 'upload'), { headers }))
    const { uploadUrl, headers: toSend } = answer as { uploadUrl: string; headers: Record<string, string> }
    const { status } = await fetch(uploadUrl, { method: 'PUT', headers: toSend, body: `file ${n}` })
    expect(status).toBe(200)
  }
}
