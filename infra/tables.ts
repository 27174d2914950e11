// DynamoDB: the tables of the repositories, with their keys and indexes.
import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { tables, type TableDefinition, type TableName } from '../server/repositories/tables.ts'
import { stream } from '../server/workflow/customer-created.ts'
import { constructId } from './construct-id.ts'
import type { Stage } from './stages.ts'

export type { TableName }
export type Tables = Record<TableName, Table>

export function createTables(parent: Construct, { keepData }: Stage): Tables {
  const scope = new Construct(parent, 'Tables')
  const create = (name: TableName): Table => {
    const definition: TableDefinition = tables[name]
    const table = new Table(scope, constructId(name), {
      partitionKey: stringKey(definition.partitionKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keepData,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      // What the pipe reads: a new customer becomes an event from here.
      ...(name === 'customers' && { stream: StreamViewType[stream.viewType] }),
    })
    for (const [indexName, { partitionKey, sortKey }] of Object.entries(definition.indexes)) {
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: stringKey(partitionKey),
        sortKey: stringKey(sortKey),
      })
    }
    return table
  }
  const names = Object.keys(tables) as TableName[]
  // Sound: there is one table for each name.
  return Object.fromEntries(names.map((name) => [name, create(name)])) as Tables
}

/** The tables' names in the environment variables that the repositories' definitions name. */
export function tableEnvironment(created: Partial<Tables>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(created).map(([name, table]) => [tables[name as TableName].environmentVariable, table.tableName]),
  )
}

const stringKey = (name: string) => ({ name, type: AttributeType.STRING })
