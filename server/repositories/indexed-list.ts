// Lists of stored items: index keys are spread over shards, and a Query for each shard is merged by sort key.
import { createHash } from 'node:crypto'
import type { Attributes, Table } from './table.ts'

/** @property after The position of the last item that the caller has: the page begins behind it. */
export type PageRequest = { limit: number; after: string | undefined }

export type ListOptions<T> = {
  /** The member that is the table's key. */
  idMember: keyof T & string
  /** Prefix of the index keys. */
  resource: string
  /** The member that a list can be filtered by, and the index that serves it. */
  filter: { member: keyof T & string; index: string }
  /** The sort key of a list: unique, and no update changes it. */
  sortKeyOf: (item: T) => string
  newestFirst: boolean
  /** The number of partitions of each index key. */
  shards: number
}

/** A response of Lambda has at most 6 MB (its quota), and JSON in a JSON string may have twice its bytes. */
const maxPageBytes = 2_500_000

/** A Query may return nothing and not be at the end. So many of them follow one another before the page ends there. */
const maxRounds = 10

type ItemPage<T> = { items: T[]; next: string | undefined }

/** The shard is derived from the id, so that an update needs no read to know it. */
export function shardOf(id: string, shards: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE() % shards
}

export function createIndexKeys<T>({ resource, filter, sortKeyOf, shards, idMember }: ListOptions<T>) {
  const filterKey = (value: unknown, shard: number) => `${resource}#${String(value)}#${shard}`

  return {
    of(item: T) {
      const shard = shardOf(String(item[idMember]), shards)
      const filtered = filterKey(item[filter.member], shard)
      return { listKey: `${resource}#${shard}`, filterKey: filtered, sortKey: sortKeyOf(item) }
    },
    /** The index keys that these changes affect. */
    ofChanges(id: string, changes: Partial<T>) {
      const value = changes[filter.member]
      return value === undefined ? {} : { filterKey: filterKey(value, shardOf(id, shards)) }
    },
  }
}

/** @param itemOf Returns the record's item, or undefined when no list may have it. */
export function createList<T>(options: ListOptions<T>, itemOf: (record: Attributes) => Promise<T | undefined>) {
  const { resource, filter, newestFirst, shards } = options
  const inOrder = (a: string, b: string) => (a === b ? 0 : a < b === newestFirst ? 1 : -1)

  const queryOf = (shard: number, value: string | undefined, { limit, after }: PageRequest) => {
    const partition = value === undefined ? `${resource}#${shard}` : `${resource}#${value}#${shard}`
    return {
      IndexName: value === undefined ? 'all' : filter.index,
      KeyConditionExpression: `#key = :key${after === undefined ? '' : ` AND sortKey ${newestFirst ? '<' : '>'} :after`}`,
      ExpressionAttributeNames: { '#key': value === undefined ? 'listKey' : 'filterKey' },
      ExpressionAttributeValues: { ':key': partition, ...(after !== undefined && { ':after': after }) },
      ScanIndexForward: !newestFirst,
      // One item more than the page holds tells whether there is a next page.
      Limit: limit + 1,
    }
  }

  const merge = (results: ShardResult<T>[], limit: number): ItemPage<T> => {
    const [horizon] = results.flatMap(({ cutAt }) => cutAt ?? []).sort(inOrder)
    const merged = results.flatMap(({ rows }) => rows).sort((a, b) => inOrder(a.position, b.position))
    // Beyond the first cut, the shard that was cut there may have items that were not read.
    const complete = merged.filter(({ position }) => horizon === undefined || inOrder(position, horizon) <= 0)
    const rows = withinBytes(complete.slice(0, limit))
    const next = rows.length < complete.length ? rows.at(-1)?.position : horizon
    return { items: rows.map(({ item }) => item), next }
  }

  const rowsOf = async (records: Attributes[]): Promise<Row<T>[]> => {
    const items = await Promise.all(records.map(itemOf))
    return records.flatMap((record, n) => {
      const item = items[n]
      return item === undefined ? [] : { position: String(record.sortKey), record, item }
    })
  }

  return ({ query }: Table<'query'>) =>
    /** A page of all items, or of those whose filter member has this value. */
    async (value: string | undefined, page: PageRequest): Promise<ItemPage<T>> => {
      const queryShard = async (_: unknown, shard: number): Promise<ShardResult<T>> => {
        let start: QueryStart
        for (let round = 1; ; round += 1) {
          const { Items, LastEvaluatedKey } = await query({ ...queryOf(shard, value, page), ...start })
          const rows = await rowsOf(Items)
          if (rows.length === 0 && LastEvaluatedKey && round < maxRounds) {
            start = { ExclusiveStartKey: LastEvaluatedKey }
            continue
          }
          const last = rows.at(-1)?.position ?? String(LastEvaluatedKey?.sortKey)
          return { rows, cutAt: LastEvaluatedKey && last }
        }
      }
      return merge(await Promise.all(Array.from({ length: shards }, queryShard)), page.limit)
    }
}

type QueryStart = { ExclusiveStartKey: Attributes } | undefined

type Row<T> = { position: string; record: Attributes; item: T }

type ShardResult<T> = {
  rows: Row<T>[]
  /** The last position that was read, when the shard has more. */
  cutAt: string | undefined
}

/** The rows that fit into a page, at least one. */
function withinBytes<R extends { record: object }>(rows: R[]): R[] {
  let bytes = 0
  const end = rows.findIndex(({ record }, n) => {
    bytes += Buffer.byteLength(JSON.stringify(record))
    return n > 0 && bytes > maxPageBytes
  })
  return end === -1 ? rows : rows.slice(0, end)
}
