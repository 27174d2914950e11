// Lists of stored items: index keys spread over shards, and a Query per shard merged by their common sort key.
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { createHash } from 'node:crypto'
import type { PageRequest } from '../http/page.ts'
import type { Documents } from './documents.ts'

export type ListOptions<T> = {
  documents: Documents
  tableName: string
  /** The member that is the table's key. */
  idMember: keyof T & string
  /** Prefix of the index keys. */
  resource: string
  /** The member that a list can be filtered by, and the index that serves it. */
  filter: { member: keyof T & string; index: string }
  /** What a list is sorted by: unique, and never changed by an update. */
  sortKeyOf: (item: T) => string
  newestFirst: boolean
  /** How many partitions an index key is spread over. */
  shards: number
}

/** Lambda answers with at most 6 MB, in which a body may take up twice its bytes. */
const maxPageBytes = 2_500_000

export type ItemPage<T> = { items: T[]; next: string | undefined }

/** The shard follows from the id, so that an update knows it without a read. */
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
    /** The index keys that these changes change. */
    ofChanges(id: string, changes: Partial<T>) {
      const value = changes[filter.member]
      return value === undefined ? {} : { filterKey: filterKey(value, shardOf(id, shards)) }
    },
  }
}

export function createList<T>(options: ListOptions<T>, itemOf: (record: Record<string, unknown>) => T) {
  const { documents, tableName, resource, filter, newestFirst, shards } = options
  const inOrder = (a: string, b: string) => (a === b ? 0 : a < b === newestFirst ? 1 : -1)

  const queryShard = async (shard: number, value: string | undefined, { limit, after }: PageRequest) => {
    const partition = value === undefined ? `${resource}#${shard}` : `${resource}#${value}#${shard}`
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: value === undefined ? 'all' : filter.index,
        KeyConditionExpression: `#key = :key${after === undefined ? '' : ` AND sortKey ${newestFirst ? '<' : '>'} :after`}`,
        ExpressionAttributeNames: { '#key': value === undefined ? 'listKey' : 'filterKey' },
        ExpressionAttributeValues: { ':key': partition, ...(after !== undefined && { ':after': after }) },
        ScanIndexForward: !newestFirst,
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
      }),
    )
    const rows = Items.map((record) => ({ position: String(record.sortKey), record }))
    return { rows, cutAt: LastEvaluatedKey ? rows.at(-1)?.position : undefined }
  }

  /** A page of all items, or of those whose filter member has this value. */
  return async (value: string | undefined, page: PageRequest): Promise<ItemPage<T>> => {
    const results = await Promise.all(Array.from({ length: shards }, (_, shard) => queryShard(shard, value, page)))
    const cuts = results.flatMap(({ cutAt }) => cutAt ?? []).sort(inOrder)
    const [horizon] = cuts
    const merged = results.flatMap(({ rows }) => rows).sort((a, b) => inOrder(a.position, b.position))
    // What lies beyond the first place where a shard was cut off may have unread items of that shard before it.
    const complete = merged.filter(({ position }) => horizon === undefined || inOrder(position, horizon) <= 0)
    const rows = withinBytes(complete.slice(0, page.limit))
    const more = rows.length < merged.length || horizon !== undefined
    return { items: rows.map(({ record }) => itemOf(record)), next: more ? rows.at(-1)?.position : undefined }
  }
}

/** The rows up to the size of a page; at least one. */
function withinBytes<R extends { record: object }>(rows: R[]): R[] {
  let bytes = 0
  const end = rows.findIndex(({ record }, n) => {
    bytes += Buffer.byteLength(JSON.stringify(record))
    return n > 0 && bytes > maxPageBytes
  })
  return end === -1 ? rows : rows.slice(0, end)
}
