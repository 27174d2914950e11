// An item of the contract ↔ the record that DynamoDB holds: with a revision, index keys and the hash of its request.
import { createIndexKeys, type ListOptions } from './indexed-list.ts'
import type { Revision } from './revision.ts'
import type { Attributes } from './table.ts'

/** The times of every stored item, in RFC 3339, UTC with milliseconds. */
export type Times = { createdAt: string; updatedAt: string }

export type Stored<T> = { item: T; revision: Revision }

export type RecordOptions<T> = ListOptions<T> & {
  /** How members are stored that are not stored as the contract has them. */
  conversion?: { toStored: (members: Partial<T>) => Attributes; fromStored: (attributes: Attributes) => Attributes }
}

export type StoredRecord = Attributes & Times & Revision & { requestHash: string }

export type Records<T> = ReturnType<typeof createRecords<T>>

export function createRecords<T>(options: RecordOptions<T>) {
  const { toStored = asIs, fromStored = asIs } = options.conversion ?? {}
  const indexKeys = createIndexKeys(options)

  /** Safe cast: only this project's code writes to the table, and it writes a whole T. */
  const itemOf = (record: Attributes): T => {
    const { incarnation, version, requestHash, listKey, filterKey, sortKey, lastWrite, ...members } = record
    return fromStored(members) as T
  }

  return {
    itemOf,
    storedOf: (record: Attributes): Stored<T> => {
      const { incarnation, version } = record as StoredRecord
      return { item: itemOf(record), revision: { incarnation, version } }
    },
    /** The record of a new item. */
    recordOf: (item: T, revision: Revision, requestHash: string) => ({
      ...toStored(item),
      ...indexKeys.of(item),
      ...revision,
      requestHash,
    }),
    /** The attributes that a change of these members sets. */
    changesOf: (id: string, changes: Partial<T>): Attributes => ({
      ...toStored(changes),
      ...indexKeys.ofChanges(id, changes),
      updatedAt: new Date().toISOString(),
    }),
  }
}

const asIs = (members: Attributes): Attributes => members
