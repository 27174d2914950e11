// The items of a table, page by page: the newest first where the table has such an order, else by key.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { tables, type TableDefinition } from '../../../server/repositories/tables.ts'
import { tableNames } from '../../emulators/dynamodb/index.ts'
import { credentials, region } from '../../environment.ts'
import type { ItemPage } from './answers.ts'
import { cellOf, columnsOf, jsonOf, textOf } from './item-text.ts'
import { pageOf } from './page-of.ts'

type Item = Record<string, unknown>

/** A table with more items is read in part, so that a page stays quick. */
const maxItems = 5000

const definitions: Record<string, TableDefinition> = tables

export const shownTables = Object.keys(definitions)

/** @param endpoint Address of the DynamoDB emulator. */
export function createTableData(endpoint: string) {
  const client = new DynamoDBClient({ endpoint, region, credentials })
  const documents = DynamoDBDocumentClient.from(client)

  const read = async (TableName: string) => {
    const items: Item[] = []
    let start: Item | undefined
    do {
      const input = { TableName, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }
      const { Items = [], LastEvaluatedKey } = await documents.send(new ScanCommand(input))
      items.push(...Items)
      start = LastEvaluatedKey
    } while (start && items.length < maxItems)
    return { items: items.slice(0, maxItems), isCut: start !== undefined || items.length > maxItems }
  }

  return {
    /** Undefined when there is no such table. */
    page: async (table: string, number: number): Promise<ItemPage | undefined> => {
      const definition = Object.hasOwn(definitions, table) ? definitions[table] : undefined
      if (!definition) return undefined
      const { partitionKey, indexes, environmentVariable } = definition
      const { items, isCut } = await read(tableNames[environmentVariable] ?? '')
      const keys = Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey])
      const [order = partitionKey] = Object.values(indexes).map(({ sortKey }) => sortKey)
      const { rows, ...page } = pageOf(items.sort(by(order)), number, isCut)
      const columns = columnsOf(items, [partitionKey, ...keys])
      const rowOf = (item: Item) => ({
        id: textOf(item[partitionKey]),
        cells: columns.map((column) => cellOf(item[column])),
        json: jsonOf(item, keys),
      })
      return { ...page, columns, rows: rows.map(rowOf) }
    },
    close: () => client.destroy(),
  }
}

const startsWithTime = /^\d{4}-\d\d-\d\dT/

/** A sort key that begins with a time puts the newest first. */
const by = (attribute: string) => (a: Item, b: Item) => {
  const [first, second] = [textOf(a[attribute]), textOf(b[attribute])]
  const order = first < second ? -1 : first > second ? 1 : 0
  return startsWithTime.test(first) ? -order : order
}
