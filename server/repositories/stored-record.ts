// An item of the contract ↔ the record that DynamoDB holds: with a revision, index keys and the hash of its request.
import { createIndexKeys, type ListOptions } from './indexed-list.ts'
import type { Revision } from './revision.ts'
import type { Attributes } from './table.ts'
import { faultOf, type LoadValidator, type ReportBroken } from './valid-items.ts'

/** The times of every stored item, in RFC 3339, UTC with milliseconds. */
export type Times = { createdAt: string; updatedAt: string }

export type Stored<T> = { item: T; revision: Revision }

export type RecordOptions<T> = ListOptions<T> & {
  validator: LoadValidator
  report: ReportBroken | undefined
  /** How members are stored that are not stored as the contract has them. */
  conversion?: { toStored: (members: Partial<T>) => Attributes; fromStored: (attributes: Attributes) => Attributes }
}

export type StoredRecord = Attributes & Times & Revision & { requestHash: string }

export type Records<T> = ReturnType<typeof createRecords<T>>

export function createRecords<T>(options: RecordOptions<T>) {
  const { toStored = asIs, fromStored = asIs } = options.conversion ?? {}
  const indexKeys = createIndexKeys(options)
  let validator: ReturnType<LoadValidator> | undefined

  /** The item of a record. Undefined, and reported, when it breaks the contract. */
  const itemOf = async (record: Attributes): Promise<T | undefined> => {
    const { incarnation, version, requestHash, listKey, filterKey, sortKey, lastWrite, ...members } = record
    const item = fromStored(members)
    const hasRevision = typeof incarnation === 'string' && Number.isSafeInteger(version)
    const fault = hasRevision ? faultOf(await (validator ??= options.validator()), item) : 'the revision is missing'
    // Safe cast: the validator accepted it.
    if (fault === undefined) return item as T
    options.report?.({ resource: options.resource, id: String(record[options.idMember]), reason: fault })
    return undefined
  }

  return {
    itemOf,
    storedOf: async (record: Attributes): Promise<Stored<T>> => {
      const item = await itemOf(record)
      if (item === undefined) throw new Error(`A stored ${options.resource} breaks the contract.`)
      const { incarnation, version } = record as StoredRecord
      return { item, revision: { incarnation, version } }
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
