// Idempotent creation: a repeated request finds the item that its first attempt created.
import { newIncarnation, type Revision } from './revision.ts'
import type { Records, Stored, StoredRecord, Times } from './stored-record.ts'
import type { Table } from './table.ts'

export type Creation<T> = { outcome: 'created' | 'replayed'; stored: Stored<T> } | { outcome: 'different' }

export function creation<T extends Times>(idMember: keyof T & string, { recordOf }: Records<T>) {
  return ({ get, put }: Table<'get' | 'put'>) => {
    /** Stores a new item unless its id is taken; `requestHash` tells a repeat from another request. */
    const create = async (members: Omit<T, keyof Times>, requestHash: string): Promise<Creation<T>> => {
      const createdAt = new Date().toISOString()
      // Safe cast: T is its own members and the times, which Omit took apart.
      const itemAt = (time: string) => ({ ...members, createdAt: time, updatedAt: time }) as unknown as T
      const item = itemAt(createdAt)
      const first: Revision = { incarnation: newIncarnation(createdAt), version: 1 }
      if (await put(recordOf(item, first, requestHash)))
        return { outcome: 'created', stored: { item, revision: first } }

      const existing = (await get(String(item[idMember]))) as StoredRecord | undefined
      // Deleted in between: the id is free again.
      if (!existing) return create(members, requestHash)
      if (existing.requestHash !== requestHash) return { outcome: 'different' }
      const revision = { incarnation: existing.incarnation, version: 1 }
      return { outcome: 'replayed', stored: { item: itemAt(existing.createdAt), revision } }
    }
    return create
  }
}
