// Items of one table with a version each: idempotent creation, conditional changes, and lists by index.
import { changing, deletion } from './changes.ts'
import { creation } from './creation.ts'
import { createList } from './indexed-list.ts'
import { createRecords, type RecordOptions, type Stored, type Times } from './stored-record.ts'
import type { Table } from './table.ts'

/** The verbs of stored items, each a function of the table's verbs that it uses. */
export function storedItems<T extends Times>(options: RecordOptions<T>) {
  const { idMember } = options
  const records = createRecords<T>(options)
  return {
    create: creation<T>(idMember, records),
    get:
      ({ get }: Table<'get'>) =>
      async (id: string): Promise<Stored<T> | undefined> => {
        const record = await get(id)
        return record && records.storedOf(record)
      },
    update: changing<T>(idMember, records),
    delete: deletion(idMember),
    list: createList<T>(options, records.itemOf),
  }
}
