// The restore of a table: the plan, the calls to DynamoDB by its protocol, and the stage that is pointed at the new table.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen, stopNow } from '../../local-cloud/listen.ts'
import { stages, type Stage } from '../stages.ts'
import { environmentVariable, table, tableId, throttlesId } from '../testing/places.ts'
import { plain, synthesize } from '../testing/template.ts'
import { pointAt, pointBack, restoredTables } from './restored-tables.ts'
import { renderPlan, renderUse, targetOf, timeIn } from './restore-plan.ts'
import { createRestorer, type Restorer } from './restorer.ts'

type Json = Record<string, unknown>
const arn = (name: string) => `arn:aws:dynamodb:us-east-1:000000000000:table/${name}`
const keys = [{ AttributeName: 'id', KeyType: 'HASH' }]
const index = (name: string) => ({ IndexName: name, IndexStatus: 'ACTIVE', KeySchema: keys })
const hours = (count: number) => Date.now() / 1000 + count * 3600

let described: Record<string, Json>
let calls: { operation: string; input: Json }[]
let window: Json

/** The control plane of DynamoDB (AWS JSON 1.0): a restored table is active at the second look, without its extras. */
const operations: Record<string, (input: Json) => Json> = {
  DescribeTable: ({ TableName }) => {
    const table = described[String(TableName)]
    if (!table) return { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException' }
    const Table = { ...table }
    table.TableStatus = 'ACTIVE'
    return { Table }
  },
  DescribeContinuousBackups: () => ({ ContinuousBackupsDescription: { PointInTimeRecoveryDescription: window } }),
  RestoreTableToPointInTime: ({ SourceTableName, TargetTableName }) => {
    const { StreamSpecification, DeletionProtectionEnabled, ...rest } = described[String(SourceTableName)] ?? {}
    const name = String(TargetTableName)
    described[name] = { ...rest, TableName: name, TableArn: arn(name), TableStatus: 'CREATING' }
    return {}
  },
  UpdateTable: ({ TableName, ...changes }) => {
    const name = String(TableName)
    const stream = 'StreamSpecification' in changes && { LatestStreamArn: `${arn(name)}/stream/1` }
    described[name] = { ...described[name], ...changes, ...stream, TableStatus: 'UPDATING' }
    return {}
  },
  UpdateContinuousBackups: () => ({}),
  UpdateTimeToLive: () => ({}),
  ListTagsOfResource: () => ({
    Tags: [
      { Key: 'stage', Value: 'prod' },
      { Key: 'aws:cloudformation:x', Value: 'y' },
    ],
  }),
  TagResource: () => ({}),
}
const server = createServer((request, response) => {
  void json(request).then((body) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    calls.push({ operation, input: body as Json })
    const answer = operations[operation]?.(body as Json) ?? { __type: 'UnknownOperationException' }
    response.writeHead('__type' in answer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(JSON.stringify(answer))
  })
})

let client: DynamoDBClient
let restorer: Restorer
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'restore-'))
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  client = new DynamoDBClient({ endpoint: await listen(server), region: 'us-east-1', credentials })
  restorer = createRestorer(client, { pollMilliseconds: 1, say: () => undefined })
})
afterAll(async () => {
  client.destroy()
  await stopNow(server)
  await rm(directory, { recursive: true })
})
beforeEach(() => {
  calls = []
  window = {
    PointInTimeRecoveryStatus: 'ENABLED',
    EarliestRestorableDateTime: hours(-100),
    LatestRestorableDateTime: hours(-0.1),
  }
  described = {
    Source: {
      TableName: 'Source',
      TableArn: arn('Source'),
      TableStatus: 'ACTIVE',
      KeySchema: keys,
      GlobalSecondaryIndexes: [index('all'), index('byStatus')],
      DeletionProtectionEnabled: true,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      OnDemandThroughput: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 5 },
    },
  }
})

const yesterday = () => new Date(Date.now() - 86_400_000)
const named = (operation: string) => calls.filter((call) => call.operation === operation).map(({ input }) => input)

test('a new table is made of the time, and gets what a restore leaves out', async () => {
  const [to, target] = [yesterday(), 'Source-restored']
  await restorer.restore({ source: 'Source', target, to })
  expect(named('RestoreTableToPointInTime')).toEqual([
    {
      SourceTableName: 'Source',
      TargetTableName: target,
      RestoreDateTime: expect.closeTo(to.getTime() / 1000, 0) as number,
      OnDemandThroughputOverride: { MaxReadRequestUnits: 10, MaxWriteRequestUnits: 5 },
    },
  ])
  const restored = await restorer.complete({ source: 'Source', target, expiry: 'expiresAt' })
  expect(restored).toEqual({ name: target, streamArn: `${arn(target)}/stream/1` })
  expect(described[target]).toMatchObject({
    DeletionProtectionEnabled: true,
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  })
  expect(named('UpdateContinuousBackups')).toEqual([
    { TableName: target, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  ])
  expect(named('UpdateTimeToLive')).toHaveLength(1)
  expect(named('TagResource')).toEqual([{ ResourceArn: arn(target), Tags: [{ Key: 'stage', Value: 'prod' }] }])
})

test('a restore that was interrupted goes on with its table', async () => {
  const [to, target] = [yesterday(), 'Source-restored']
  await restorer.restore({ source: 'Source', target, to })
  await restorer.restore({ source: 'Source', target, to })
  expect(named('RestoreTableToPointInTime')).toHaveLength(1)
})

test('a time outside of the continuous backup is refused with its limits', async () => {
  const run = (to: Date) => restorer.restore({ source: 'Source', target: 'T', to })
  await expect(run(new Date(Date.now() - 200 * 3_600_000))).rejects.toThrow(/reaches from .*Z to .*Z\. An older copy/)
  await expect(run(new Date())).rejects.toThrow('The continuous backup of Source reaches from')
  window = { PointInTimeRecoveryStatus: 'DISABLED' }
  await expect(run(yesterday())).rejects.toThrow('Source has no continuous backup.')
  expect(named('RestoreTableToPointInTime')).toEqual([])
})

test('a table with other keys or indexes is not used, nor one that is not there', async () => {
  described.Other = { ...described.Source, TableName: 'Other', GlobalSecondaryIndexes: [index('all')] }
  await expect(restorer.complete({ source: 'Source', target: 'Other' })).rejects.toThrow(
    'Other has other keys or indexes',
  )
  await expect(restorer.complete({ source: 'Source', target: 'None' })).rejects.toThrow('There is no table None.')
})

const now = new Date('2027-02-01T00:00:00Z')
test.each([
  [undefined, 'Say the time to go back to'],
  ['yesterday', 'must be a time in UTC'],
  ['2027-01-31', 'must be a time in UTC'],
  ['2027-01-31T10:00:00', 'must be a time in UTC'],
  ['2027-01-31T10:00:00+02:00', 'must be a time in UTC'],
  ['2027-13-31T10:00:00Z', 'must be a time in UTC'],
  ['2026-02-30T10:00:00Z', 'must be a time in UTC'],
  ['2026-01-31T24:00:00Z', 'must be a time in UTC'],
  ['2027-02-01T00:00:00Z', 'must be in the past'],
])('--to %s is refused', (text, sentence) => {
  expect(() => timeIn(text, now)).toThrow(sentence)
})

test('the plan names both tables, the order, and the way back', () => {
  const to = timeIn('2027-01-31T10:20:00Z', now)
  const target = targetOf('frontdesk-prod-TablesEvents-X1', to)
  expect(target).toBe('frontdesk-prod-TablesEvents-X1-restored-20270131T102000')
  // A second restore does not make the name longer and longer.
  expect(targetOf(target, new Date('2027-01-01T00:00:00Z'))).toBe(
    'frontdesk-prod-TablesEvents-X1-restored-20270101T000000',
  )
  expect(targetOf('x'.repeat(300), to)).toHaveLength(255)
  const plan = renderPlan({ stage: 'prod', table: 'events', source: 'Source', target, to })
  for (const part of ['2027-01-31T10:20:00.000Z', '`Source`', target, '--stage prod --table events --undo'])
    expect(plan).toContain(part)
})

test('the plan of a table that is there says what is checked, added and changed', () => {
  const plan = renderUse({ stage: 'prod', table: 'events', source: 'Source', target: 'Copy' })
  for (const part of [
    '`Source`',
    '`Copy`',
    'keys and indexes',
    'stream, expiry, tags',
    'restored-tables.json',
    '--undo',
  ])
    expect(plan).toContain(part)
})

test('the file has what each stage is pointed at', async () => {
  const file = join(directory, 'restored.json')
  await writeFile(file, '{}\n')
  pointAt('prod', 'events', { name: 'A' }, file)
  pointAt('prod', 'customers', { name: 'B', streamArn: 'arn' }, file)
  pointAt('dev', 'events', { name: 'C' }, file)
  pointBack('prod', 'events', file)
  expect(restoredTables(file)).toEqual({
    dev: { events: { name: 'C' } },
    prod: { customers: { name: 'B', streamArn: 'arn' } },
  })
  expect(() => pointBack('prod', 'events', file)).toThrow('prod uses its own table events already.')
})

type Resources = Record<string, { Type: string; Properties: Json } | undefined>

async function withRestored(restored: NonNullable<Stage['restored']>): Promise<Resources> {
  const { template, remove } = await synthesize({ ...stages.dev, restored })
  await remove()
  return (plain(template).toJSON() as { Resources: Resources }).Resources
}

test('a stage uses the restored table in place of its own, which stays', async () => {
  const found = await withRestored({ [table]: { name: 'restored-table' } })
  const ids = Object.keys(found).filter((id) => found[id]?.Type === 'AWS::DynamoDB::Table')
  expect(ids).toContain(tableId)
  const others = ids.filter((id) => id !== tableId)
  expect(found.ApiFunction?.Properties.Environment).toMatchObject({
    Variables: { [environmentVariable]: 'restored-table', QUOTAS_TABLE: '<TablesQuotas>' },
  })
  expect(others).toContain('TablesQuotas')
  const policy = JSON.stringify(found.ApiRoleDefaultPolicy)
  expect(policy).toContain('table/restored-table/index/all')
  expect(policy).not.toContain(`<${tableId}.Arn>`)
  expect(JSON.stringify(found[throttlesId])).toContain('restored-table')
})

test('the pipe reads the stream of the restored table, which must be named', async () => {
  const streamArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/B/stream/1'
  const found = await withRestored({ customers: { name: 'B', streamArn } })
  expect(found.EventsCustomerCreatedPipe?.Properties.Source).toBe(streamArn)
  await expect(withRestored({ customers: { name: 'B' } })).rejects.toThrow('The restored table B needs its streamArn')
})
