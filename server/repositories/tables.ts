// The tables: keys and indexes as the repositories, infra and the local cloud need them.

export type TableDefinition = {
  /** The environment variable that holds the table's name. */
  environmentVariable: string
  partitionKey: string
  /** Indexes by name; each has a string partition key and a string sort key, and projects every attribute. */
  indexes: Record<string, { partitionKey: string; sortKey: string }>
}

const allItems = { partitionKey: 'listKey', sortKey: 'sortKey' } as const
const byFilter = { partitionKey: 'filterKey', sortKey: 'sortKey' } as const

export const tables = {
  cases: {
    environmentVariable: 'CASES_TABLE',
    partitionKey: 'caseId',
    indexes: { all: allItems, byStatus: byFilter },
  },
  customers: { environmentVariable: 'CUSTOMERS_TABLE', partitionKey: 'id', indexes: {} },
  events: {
    environmentVariable: 'EVENTS_TABLE',
    partitionKey: 'eventId',
    indexes: { all: allItems, byStatus: byFilter },
  },
  products: {
    environmentVariable: 'PRODUCTS_TABLE',
    partitionKey: 'productId',
    indexes: { all: allItems, byCategory: byFilter },
  },
} as const satisfies Record<string, TableDefinition>
