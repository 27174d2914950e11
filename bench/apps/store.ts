// What the apps with services keep: parcels in DynamoDB.
type Item = Record<string, unknown>

/** The calls that an app makes, each by its client's own means. */
type Calls = {
  put: (input: { TableName: string; Item: Item }) => Promise<unknown>
  get: (input: { TableName: string; Key: Item }) => Promise<Item | undefined>
  query: (input: typeof page & { Limit: number }) => Promise<Item[]>
}

export type Store = ReturnType<typeof createStore>

const TableName = 'parcels'

const page = {
  TableName,
  IndexName: 'all',
  KeyConditionExpression: '#key = :key',
  ExpressionAttributeNames: { '#key': 'list' },
  ExpressionAttributeValues: { ':key': 'parcels' },
}

export const createStore = ({ put, get, query }: Calls) => ({
  put: (Item: Item) => put({ TableName, Item }),
  get: (id: string) => get({ TableName, Key: { id } }),
  list: (Limit: number) => query({ ...page, Limit }),
})
