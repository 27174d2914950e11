// The tables: keys, indexes and permissions, for the repositories, infra and the local cloud.
import type { TaskName } from '../workflow/definition.ts'

/** Actions on DynamoDB, as IAM names them. `Query` is allowed on a table's indexes, the others on the table. */
export type Action = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query'

/** The Lambda functions that may use tables: the API, its streams, the workflow's tasks, and a seed of sample data. */
export type TableUser = 'api' | 'stream' | TaskName | 'seed'

export type TableDefinition = {
  /** The environment variable that holds the table's name. */
  environmentVariable: string
  partitionKey: string
  /** Indexes by name; each has a string partition key and a string sort key, and projects every attribute. */
  indexes: Record<string, { partitionKey: string; sortKey: string }>
  /** The attribute with the time, in seconds, after which DynamoDB removes an item. */
  expiry?: string
  /** The actions that each function may do. A repository has no verb that needs another action. */
  actions: Partial<Record<TableUser, readonly Action[]>>
}

/** What the repositories add to an item, besides the keys of the indexes. */
export const addedAttributes: ReadonlySet<string> = new Set(['incarnation', 'version', 'requestHash', 'lastWrite'])

const allItems = { partitionKey: 'listKey', sortKey: 'sortKey' } as const
const byFilter = { partitionKey: 'filterKey', sortKey: 'sortKey' } as const

/** The assistant's tools read, and it proposes what would write. */
const reads = ['GetItem', 'Query'] as const

export const tables = {
  cases: {
    environmentVariable: 'CASES_TABLE',
    partitionKey: 'caseId',
    indexes: { all: allItems, byStatus: byFilter },
    actions: { api: ['GetItem', 'PutItem', 'UpdateItem', 'Query'], stream: reads },
  },
  customers: {
    environmentVariable: 'CUSTOMERS_TABLE',
    partitionKey: 'id',
    indexes: {},
    actions: { api: ['GetItem', 'PutItem', 'DeleteItem'], validateExists: ['GetItem'], insertId: ['PutItem'] },
  },
  events: {
    environmentVariable: 'EVENTS_TABLE',
    partitionKey: 'eventId',
    indexes: { all: allItems, byStatus: byFilter },
    actions: { api: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'], stream: reads },
  },
  products: {
    environmentVariable: 'PRODUCTS_TABLE',
    partitionKey: 'productId',
    indexes: { all: allItems, byCategory: byFilter },
    actions: {
      api: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'],
      stream: reads,
      seed: ['GetItem', 'PutItem'],
    },
  },
  quotas: {
    environmentVariable: 'QUOTAS_TABLE',
    partitionKey: 'quotaId',
    indexes: {},
    expiry: 'expiresAt',
    actions: { api: ['UpdateItem'], stream: ['UpdateItem'] },
  },
} as const satisfies Record<string, TableDefinition>

export type TableName = keyof typeof tables
