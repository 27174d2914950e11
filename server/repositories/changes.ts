// Conditional changes: an update or a deletion of the revisions that the caller accepts.
import { onRevision, type Revision } from './revision.ts'
import type { Records, Stored, Times } from './stored-record.ts'
import type { Table } from './table.ts'

type Unchanged = 'absent' | 'stale'

export type Change<T> = { outcome: 'changed'; stored: Stored<T> } | { outcome: Unchanged }

/** Sets the given members and raises the version, if the item is one of the `accepted` revisions. */
export function changing<T extends Times>(idMember: string, { changesOf, storedOf }: Records<T>) {
  return ({ get, update }: Table<'get' | 'update'>) =>
    async (id: string, changes: Partial<Omit<T, keyof Times>>, accepted?: Revision[]): Promise<Change<T>> => {
      if (accepted?.length === 0) return { outcome: await absentOrStale(get, id, accepted) }
      const set = changesOf(id, changes as Partial<T>)
      const record = await update(id, { set, add: { version: 1 } }, onRevision(idMember, accepted))
      if (record) return { outcome: 'changed', stored: storedOf(record) }
      return { outcome: await absentOrStale(get, id, accepted) }
    }
}

/** Deletes the item, if it is one of the `accepted` revisions. */
export function deletion(idMember: string) {
  return ({ get, delete: remove }: Table<'get' | 'delete'>) =>
    async (id: string, accepted?: Revision[]): Promise<Unchanged | 'deleted'> => {
      const deleted = accepted?.length !== 0 && (await remove(id, onRevision(idMember, accepted)))
      return deleted ? 'deleted' : absentOrStale(get, id, accepted)
    }
}

/** Why the condition failed: the item does not exist, or it is another revision. */
async function absentOrStale(get: Table['get'], id: string, accepted: Revision[] | undefined): Promise<Unchanged> {
  return accepted !== undefined && (await get(id)) !== undefined ? 'stale' : 'absent'
}
