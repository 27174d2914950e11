// The one way of writes into LevelDB: in groups, each group one atomic batch, and again after a disk was full.
//
// After a batch that failed, LevelDB's log may end in half a record. A later batch behind it would be acknowledged, and
// lost at the next start. So nothing is written before the store has been closed and opened again, with a new log.
import type { Level, Operation } from 'dynalite/db/index.js'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createOutageLog } from '../../storage-report.ts'

type Waiting = { operations: Operation[]; resolve: () => void; reject: (error: unknown) => void }

/** Opening a store writes its log into a table, and some small files. */
const spareBytes = 512 * 1024

/** Less memory than LevelDB usually takes: the items of a developer are few, and the system keeps its files in memory, too. */
const ownSettings = { cacheSize: 2 * 1024 * 1024, writeBufferSize: 2 * 1024 * 1024 }

/** @param path Where the store is on disk; undefined when it is in memory. */
export function createWriteQueue(level: Level, path: string | undefined) {
  const batch = level.batch.bind(level)
  const outage = createOutageLog('DynamoDB emulator')
  let waiting: Waiting[] = []
  let isWriting = false
  let mustReopen = false
  // Before that LevelDB would defer the calls, and make them once more from outside.
  let opening = level.open(ownSettings)

  const reopen = async (path: string) => {
    await requireRoom(path)
    // LevelDB's own close: dynalite's would count the store as closed for good.
    opening = level.close._original().then(() => level.open(ownSettings))
    await opening
    mustReopen = false
  }
  const writeGroup = async (operations: Operation[]) => {
    try {
      await (mustReopen && path !== undefined ? reopen(path) : opening)
      await batch(operations)
      outage.worked()
    } catch (error) {
      // A store that has been closed is no outage: the local cloud stops.
      if (!String(error).includes('Database is closed')) {
        mustReopen = true
        outage.failed(error)
      }
      throw error
    }
  }
  const writeAll = async () => {
    isWriting = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await writeGroup(group.flatMap(({ operations }) => operations)).then(
        () => group.forEach(({ resolve }) => resolve()),
        (error: unknown) => group.forEach(({ reject }) => reject(error)),
      )
    }
    isWriting = false
  }

  opening.catch(() => undefined)
  return {
    /** Resolves when the operations are stored, all of them. Rejects when none is. */
    write: (operations: Operation[]) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ operations, resolve, reject })
        if (!isWriting) void writeAll()
      }),
    /** Resolves when the store has been opened, or cannot be. Then a read fails at once. */
    readable: () => opening.catch(() => undefined),
  }
}

/** Throws when the disk has no room for a store that opens again. The open store can still be read meanwhile. */
async function requireRoom(path: string) {
  const logs = (await readdir(path)).filter((name) => name.endsWith('.log'))
  const sizes = await Promise.all(logs.map(async (name) => (await stat(join(path, name))).size))
  const trial = join(path, 'room-for-a-new-log')
  try {
    await writeFile(trial, Buffer.alloc(Math.max(0, ...sizes) + spareBytes))
  } finally {
    await rm(trial, { force: true })
  }
}
