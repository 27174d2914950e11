// DynamoDB: the tables of the repositories, with their keys and indexes.
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { tables, type TableDefinition, type TableName } from '../server/repositories/tables.ts'
import { stream } from '../server/workflow/customer-created.ts'
import { constructId } from './names.ts'
import { isProtected, removalPolicyOf } from './retention.ts'
import type { Stage } from './stages.ts'

export type { TableName }
export type Tables = Record<TableName, Table>

export function createTables(parent: Construct, stage: Stage): Tables {
  const scope = new Construct(parent, 'Tables')
  const create = (name: TableName): Table => {
    const definition: TableDefinition = tables[name]
    const table = new Table(scope, constructId(name), {
      partitionKey: stringKey(definition.partitionKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: isProtected(stage),
      removalPolicy: removalPolicyOf(stage),
      // The pipe reads this stream and makes an event of each new customer.
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
  // Safe cast: there is one table for each name.
  return Object.fromEntries(names.map((name) => [name, create(name)])) as Tables
}

/** The environment variables with the tables' names; the repositories' definitions name the variables. */
export function tableEnvironment(created: Partial<Tables>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(created).map(([name, table]) => [tables[name as TableName].environmentVariable, table.tableName]),
  )
}

const stringKey = (name: string) => ({ name, type: AttributeType.STRING })
