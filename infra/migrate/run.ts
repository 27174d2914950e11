// Runs a migration over a table: page by page, at a pace, from the checkpoint on.
import { nothingYet, type Counts, type openCheckpoint } from './checkpoint.ts'
import type { MigratedTable } from './migrated-table.ts'
import { changeOf, type Item, type Migration } from './migration.ts'

type Run = {
  table: MigratedTable
  migration: Migration
  checkpoint: ReturnType<typeof openCheckpoint>
  /** Resolves when the next item may be changed. */
  turn: () => Promise<void>
  pageSize?: number
  dryRun?: boolean
  /** Ends after the page that is being changed. */
  isStopped?: () => boolean
  onPage?: (counts: Counts) => void
}

/** The items that are changed at the same time: the pace is the limit, not the distance to DynamoDB. */
const concurrent = 8
/** Somebody who changes one item more often than this meanwhile is a fault. */
const mostAttempts = 20

/** Returns the counts of all runs together, and whether the table is done. */
export async function migrate(run: Run): Promise<{ counts: Counts; isDone: boolean }> {
  const { table, checkpoint, pageSize = 100, dryRun = false, isStopped = () => false, onPage } = run
  const began = dryRun ? { counts: nothingYet, isDone: false } : checkpoint.read()
  let { counts, isDone } = began
  let after = 'after' in began ? began.after : undefined
  while (!isDone && !isStopped()) {
    const { items, next } = await table.page(after, pageSize)
    counts = sum(counts, await changeAll(run, items))
    after = next
    isDone = next === undefined
    if (!dryRun) checkpoint.write({ counts, isDone, ...(after && { after }) })
    onPage?.(counts)
  }
  return { counts, isDone }
}

async function changeAll(run: Run, items: Item[]): Promise<Counts> {
  const waiting = [...items]
  let counts = { ...nothingYet, read: items.length }
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      // In two steps: the counts of the other workers have grown meanwhile.
      const done = await changeOne(run, item)
      counts = sum(counts, done)
    }
  }
  await Promise.all(Array.from({ length: concurrent }, worker))
  return counts
}

/** Changes one item. What somebody else has written meanwhile is read again, and changed as it is then. */
async function changeOne({ table, migration, turn, dryRun = false }: Run, read: Item): Promise<Counts> {
  const id: unknown = read[table.partitionKey]
  let item: Item | undefined = read
  for (let retried = 0; retried < mostAttempts; retried++) {
    if (!item) return { ...nothingYet, gone: 1, retried }
    const change = changeOf(migration, item, table.partitionKey)
    if (!change) return { ...nothingYet, unchanged: 1, retried }
    if (dryRun) return { ...nothingYet, changed: 1 }
    await turn()
    if (await table.change(item, change)) return { ...nothingYet, changed: 1, retried }
    item = await table.item(id)
  }
  throw new Error(`${String(id)} was changed by somebody else ${mostAttempts} times in a row.`)
}

const sum = (a: Counts, b: Counts): Counts => ({
  read: a.read + b.read,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  gone: a.gone + b.gone,
  retried: a.retried + b.retried,
})
