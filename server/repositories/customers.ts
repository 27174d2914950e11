// Customers as they are stored: an id that exists, or does not.
import { createRepository } from './repository.ts'
import { newIncarnation } from './revision.ts'
import type { Table } from './table.ts'

const verbs = {
  /** Stores the id unless it exists already. Returns which of the two. */
  put:
    ({ put }: Table<'put'>) =>
    async (id: string): Promise<'created' | 'present'> => {
      const createdAt = new Date().toISOString()
      return (await put({ id, createdAt, incarnation: newIncarnation(createdAt) })) ? 'created' : 'present'
    },

  exists:
    ({ get }: Table<'get'>) =>
    async (id: string): Promise<boolean> =>
      (await get(id)) !== undefined,

  delete:
    ({ delete: remove }: Table<'delete'>) =>
    async (id: string): Promise<void> => {
      await remove(id)
    },
}

export const createCustomers = <Table>(table: Table) => createRepository(verbs, table)
