// DynamoDB: the tables of the repositories, with their keys and indexes.
import { Aws } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table, type ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { tables, type TableDefinition, type TableName } from '../server/repositories/tables.ts'
import { stream } from '../server/workflow/customer-created.ts'
import { constructId } from './names.ts'
import { isProtected, removalPolicyOf } from './retention.ts'
import type { RestoredTable } from './restore/restored-tables.ts'
import type { Scaling, Stage } from './stages.ts'

export type { TableName }
export type Tables = Record<TableName, ITable>

export function createTables(parent: Construct, stage: Stage): Tables {
  const scope = new Construct(parent, 'Tables')
  const create = (name: TableName): ITable => {
    const definition: TableDefinition = tables[name]
    const table = new Table(scope, constructId(name), {
      partitionKey: stringKey(definition.partitionKey),
      ...(stage.capacity === 'on-demand'
        ? { billingMode: BillingMode.PAY_PER_REQUEST, ...most(stage) }
        : startOf(stage.capacity)),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: isProtected(stage),
      removalPolicy: removalPolicyOf(stage),
      ...(definition.expiry !== undefined && { timeToLiveAttribute: definition.expiry }),
      // The pipe reads this stream and makes an event of each new customer.
      ...(name === 'customers' && { stream: StreamViewType[stream.viewType] }),
    })
    for (const [indexName, { partitionKey, sortKey }] of Object.entries(definition.indexes)) {
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: stringKey(partitionKey),
        sortKey: stringKey(sortKey),
        ...(stage.capacity === 'on-demand' ? most(stage) : unitsAtStart(stage.capacity)),
      })
    }
    if (stage.capacity !== 'on-demand') scale(table, Object.keys(definition.indexes), stage.capacity)
    const restored = stage.restored?.[name]
    if (restored && table.tableStreamArn !== undefined && restored.streamArn === undefined)
      throw new Error(`The restored table ${restored.name} needs its streamArn: run npm run restore again.`)
    return restored ? inItsPlace(scope, name, restored) : (table as ITable)
  }
  const names = Object.keys(tables) as TableName[]
  // Safe cast: there is one table for each name.
  return Object.fromEntries(names.map((name) => [name, create(name)])) as Tables
}

/** The stack's own table stays as it is. All that uses the table uses the restored one. */
function inItsPlace(scope: Construct, name: TableName, { name: tableName, streamArn }: RestoredTable): ITable {
  return Table.fromTableAttributes(scope, `Restored${constructId(name)}`, {
    tableArn: `arn:${Aws.PARTITION}:dynamodb:${Aws.REGION}:${Aws.ACCOUNT_ID}:table/${tableName}`,
    ...(streamArn !== undefined && { tableStreamArn: streamArn }),
  })
}

/** The most units a second, on demand. */
const most = ({ tableMaximum }: Stage) =>
  tableMaximum && { maxReadRequestUnits: tableMaximum.read, maxWriteRequestUnits: tableMaximum.write }

type Capacity = Exclude<Stage['capacity'], string>

const unitsAtStart = ({ read, write }: Capacity) => ({ readCapacity: read.min, writeCapacity: write.min })
const startOf = (capacity: Capacity) => ({ billingMode: BillingMode.PROVISIONED, ...unitsAtStart(capacity) })

/** More capacity when the table or an index is busy, and less when it is not. */
function scale(table: Table, indexes: string[], { read, write }: Capacity) {
  const units = ({ min, max }: Scaling) => ({ minCapacity: min, maxCapacity: max })
  const use = ({ targetPercent }: Scaling) => ({ targetUtilizationPercent: targetPercent })
  table.autoScaleReadCapacity(units(read)).scaleOnUtilization(use(read))
  table.autoScaleWriteCapacity(units(write)).scaleOnUtilization(use(write))
  for (const index of indexes) {
    table.autoScaleGlobalSecondaryIndexReadCapacity(index, units(read)).scaleOnUtilization(use(read))
    table.autoScaleGlobalSecondaryIndexWriteCapacity(index, units(write)).scaleOnUtilization(use(write))
  }
}

/** The environment variables with the tables' names; the repositories' definitions name the variables. */
export function tableEnvironment(created: Partial<Tables>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(created).map(([name, table]) => [tables[name as TableName].environmentVariable, table.tableName]),
  )
}

const stringKey = (name: string) => ({ name, type: AttributeType.STRING })
