// The permissions of code, by the names of the actions. The grants of the CDK include more, such as Scan.
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import {
  tables,
  type Action,
  type TableDefinition,
  type TableName,
  type TableUser,
} from '../server/repositories/tables.ts'
import type { Tables } from './tables.ts'

export const allow = (actions: string[], ...resources: string[]) => new PolicyStatement({ actions, resources })

/** Allows to list the objects below a prefix, not the whole bucket. */
export const allowListing = ({ bucketArn }: IBucket, prefix: string) =>
  new PolicyStatement({
    actions: ['s3:ListBucket'],
    resources: [bucketArn],
    conditions: { StringLike: { 's3:prefix': prefix } },
  })

/** What tables.ts grants to this user: a table's indexes are queried, and its items read and written. */
export function onTables(created: Partial<Tables>, user: TableUser): PolicyStatement[] {
  const grants = Object.entries(created).map(([name, { tableArn }]) => {
    const { actions, indexes }: TableDefinition = tables[name as TableName]
    const granted = actions[user] ?? []
    return {
      tableArn,
      indexes: Object.keys(indexes),
      queries: granted.includes('Query'),
      onItems: granted.filter(isOnItems),
    }
  })
  return [
    ...grants.flatMap(({ tableArn, onItems }) =>
      onItems.length > 0
        ? allow(
            onItems.map((action) => `dynamodb:${action}`),
            tableArn,
          )
        : [],
    ),
    ...grants.flatMap(({ tableArn, indexes, queries }) =>
      queries ? allow(['dynamodb:Query'], ...indexes.map((index) => `${tableArn}/index/${index}`)) : [],
    ),
  ]
}

const isOnItems = (action: Action) => action !== 'Query'
