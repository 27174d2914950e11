// The calls of a restore: a new table of an earlier time, with everything that DynamoDB leaves out.
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTagsOfResourceCommand,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  type TableDescription,
} from '@aws-sdk/client-dynamodb'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RestoredTable } from './restored-tables.ts'

type Options = { pollMilliseconds?: number; say: (line: string) => void }

export type Restorer = ReturnType<typeof createRestorer>

export function createRestorer(client: DynamoDBClient, { pollMilliseconds = 15_000, say }: Options) {
  const describe = async (TableName: string): Promise<TableDescription | undefined> => {
    try {
      return (await client.send(new DescribeTableCommand({ TableName }))).Table
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined
      throw error
    }
  }
  const existing = async (name: string): Promise<TableDescription> => {
    const table = await describe(name)
    if (!table) throw new Error(`There is no table ${name}.`)
    return table
  }
  const active = async (name: string): Promise<TableDescription> => {
    for (;;) {
      const table = await existing(name)
      const indexes = table.GlobalSecondaryIndexes ?? []
      if (table.TableStatus === 'ACTIVE' && indexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE')) return table
      say(`${name} is ${table.TableStatus ?? 'unknown'}.`)
      await sleep(pollMilliseconds)
    }
  }

  return {
    /** Makes the new table, unless an earlier attempt has made it, and waits for it. */
    async restore({ source, target, to }: { source: string; target: string; to: Date }): Promise<void> {
      if (await describe(target)) say(`${target} is there already.`)
      else {
        await checkWindow(client, source, to)
        const { OnDemandThroughput } = await existing(source)
        await client.send(
          new RestoreTableToPointInTimeCommand({
            SourceTableName: source,
            TargetTableName: target,
            RestoreDateTime: to,
            ...(OnDemandThroughput && { OnDemandThroughputOverride: OnDemandThroughput }),
          }),
        )
      }
      await active(target)
    },

    complete: (tables: Completed) => complete({ client, existing, active }, tables),
  }
}

type Completed = { source: string; target: string; expiry?: string | undefined }
type Look = { client: DynamoDBClient } & Record<'existing' | 'active', (name: string) => Promise<TableDescription>>

/** Gives the table what a restore leaves out, as the source has it. Returns what the stage is told. */
async function complete({ client, existing, active }: Look, { source, target, expiry }: Completed) {
  const [original, restored] = [await existing(source), await active(target)]
  sameKeys(original, restored)
  const TableName = target
  const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true }
  await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }))
  const { StreamSpecification } = original
  if (StreamSpecification?.StreamEnabled === true && restored.StreamSpecification?.StreamEnabled !== true) {
    await client.send(new UpdateTableCommand({ TableName, StreamSpecification }))
    await active(target)
  }
  if (original.DeletionProtectionEnabled === true && restored.DeletionProtectionEnabled !== true) {
    await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true }))
    await active(target)
  }
  if (expiry !== undefined) await expire(client, target, expiry)
  const { Tags = [] } = await client.send(new ListTagsOfResourceCommand({ ResourceArn: original.TableArn }))
  const own = Tags.filter(({ Key }) => !Key?.startsWith('aws:'))
  if (own.length > 0) await client.send(new TagResourceCommand({ ResourceArn: restored.TableArn, Tags: own }))
  const { LatestStreamArn } = await active(target)
  return {
    name: target,
    ...(LatestStreamArn !== undefined && { streamArn: LatestStreamArn }),
  } satisfies RestoredTable
}

/** Throws a sentence when the continuous backup does not reach to this time. */
async function checkWindow(client: DynamoDBClient, TableName: string, to: Date) {
  const { ContinuousBackupsDescription } = await client.send(new DescribeContinuousBackupsCommand({ TableName }))
  const window = ContinuousBackupsDescription?.PointInTimeRecoveryDescription
  const [from, until] = [window?.EarliestRestorableDateTime, window?.LatestRestorableDateTime]
  if (window?.PointInTimeRecoveryStatus !== 'ENABLED' || !from || !until)
    throw new Error(`${TableName} has no continuous backup.`)
  if (to < from || to > until)
    throw new Error(
      `The continuous backup of ${TableName} reaches from ${from.toISOString()} to ${until.toISOString()}. An older copy is in AWS Backup, if the stage has backup (docs/runbooks/restore.md).`,
    )
}

/** The code reads the new table by the same keys and indexes. */
function sameKeys(original: TableDescription, restored: TableDescription) {
  const keysOf = ({ KeySchema, GlobalSecondaryIndexes = [] }: TableDescription) =>
    JSON.stringify([
      KeySchema,
      GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys }) => [IndexName, keys]).sort(),
    ])
  if (keysOf(original) !== keysOf(restored))
    throw new Error(`${restored.TableName ?? ''} has other keys or indexes than ${original.TableName ?? ''}.`)
}

/** A second time is refused by DynamoDB, and no failure. */
async function expire(client: DynamoDBClient, TableName: string, AttributeName: string) {
  const TimeToLiveSpecification = { AttributeName, Enabled: true }
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification })).catch((error: unknown) => {
    if (!(error instanceof Error && error.message.includes('already enabled'))) throw error
  })
}
