// Conditional changes: an update or a deletion of the revisions that the caller accepts.
import { onRevision, type Revision } from './revision.ts'
import type { Records, Stored, Times } from './stored-record.ts'
import type { Table, Unchanged } from './table.ts'

export type Change<T> = { outcome: 'changed'; stored: Stored<T> } | { outcome: Unchanged }

/** Sets the given members and raises the version, if the item is one of the `accepted` revisions. */
export function changing<T extends Times>(idMember: string, { changesOf, storedOf }: Records<T>) {
  return ({ get, update }: Table<'get' | 'update'>) =>
    async (id: string, changes: Partial<Omit<T, keyof Times>>, accepted?: Revision[]): Promise<Change<T>> => {
      if (accepted?.length === 0) return { outcome: await absentOrStale(get, id) }
      const set = changesOf(id, changes as Partial<T>)
      const record = await update(id, { set, add: { version: 1 } }, onRevision(idMember, accepted))
      return typeof record === 'string' ? { outcome: record } : { outcome: 'changed', stored: await storedOf(record) }
    }
}

/** Deletes the item, if it is one of the `accepted` revisions. */
export function deletion(idMember: string) {
  return ({ get, delete: remove }: Table<'get' | 'delete'>) =>
    (id: string, accepted?: Revision[]): Promise<Unchanged | 'deleted'> =>
      accepted?.length === 0 ? absentOrStale(get, id) : remove(id, onRevision(idMember, accepted))
}

/** No revision is accepted: a read tells whether the item does not exist. */
async function absentOrStale(get: Table['get'], id: string): Promise<Unchanged> {
  return (await get(id)) === undefined ? 'absent' : 'stale'
}
