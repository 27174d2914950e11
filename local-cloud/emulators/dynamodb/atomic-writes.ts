// Makes each of dynalite's writes one atomic batch: the item and its entries in the indexes, or nothing.
//
// dynalite writes the indexes before the item, in separate writes, so that a kill would leave entries without an item.
// Here `updateIndexes` only notes its operations. The write of the item, which follows under the item's lock, takes them.
import db, { type Item, type Level, type Operation, type Store, type Table } from 'dynalite/db/index.js'
import { Readable } from 'node:stream'
import { createWriteQueue } from './write-queue.ts'

/** Operations on the indexes, by the key of the item whose write takes them. */
const noted = new WeakMap<Level, Map<string, Operation[]>>()

export const itemPrefix = (table: string) => `item-${table}~`
export const indexPrefix = (table: string, index: string) => `index-global~${table}~${index}~`

export function makeWritesAtomic() {
  const { create } = db
  Object.assign(db, {
    create: (options) => {
      const store = create(options)
      replaceWrites(store.db, options?.path)
      options?.onStore?.(store)
      return store
    },
    updateIndexes: (store, table, before, after, callback) => {
      const item = after ?? before
      if (item)
        notedFor(store).set(itemPrefix(table.TableName) + db.createKey(item, table), indexed(table, before, after))
      callback()
    },
  } satisfies Partial<typeof db>)
}

const notedFor = ({ db: level }: Store) => noted.get(level) ?? new Map<string, Operation[]>()

/** What the change of an item changes in the table's indexes. The emulator's tables have global ones alone. */
function indexed(table: Table, before: Item | null | undefined, after: Item | null | undefined): Operation[] {
  const { puts, deletes } = db.getIndexActions(table.GlobalSecondaryIndexes ?? [], before, after, table)
  return [
    ...deletes.map(({ index, key }): Operation => ({ type: 'del', key: indexPrefix(table.TableName, index) + key })),
    ...puts.map(({ index, key, item }): Operation => ({
      type: 'put',
      key: indexPrefix(table.TableName, index) + key,
      value: item,
    })),
  ]
}

type Callback = (error: unknown, value?: unknown) => void

function replaceWrites(level: Level, path: string | undefined) {
  const ofIndexes = new Map<string, Operation[]>()
  noted.set(level, ofIndexes)
  const queue = createWriteQueue(level, path)
  const { keys, values, createKeyStream, createValueStream } = level
  const write = (operations: Operation[], callback: Callback): undefined => {
    const answer = (error: unknown) => setImmediate(callback, error && asServerError(error))
    void queue.write(operations).then(() => answer(null), answer)
  }
  const withIndexes = (operation: Operation) => {
    const operations = [...(ofIndexes.get(operation.key) ?? []), operation]
    ofIndexes.delete(operation.key)
    return operations
  }
  Object.assign(level, {
    put: (key, value, callback) => write(withIndexes({ type: 'put', key, value }), callback),
    del: (key, callback) => write(withIndexes({ type: 'del', key }), callback),
    batch: (operations, callback) => (callback ? write(operations, callback) : queue.write(operations)),
    get: (key, callback) =>
      void queue.readable().then(() => {
        read(level, key, callback)
      }),
    keys: (range) => closedByStream(keys.call(level, range)),
    values: (range) => closedByStream(values.call(level, range)),
    createKeyStream: withServerErrors(createKeyStream),
    createValueStream: withServerErrors(createValueStream),
  } satisfies Partial<Omit<Level, 'constructor'>>)
}

/**
 * Reads at once: LevelDB's cache and the system's have nearly every item, and a thread that fetches one would cost several
 * times the reading.
 */
function read(level: Level, key: string, callback: Callback) {
  let value: unknown
  try {
    value = level.getSync(key)
  } catch (error) {
    const isClosed = (error as NodeJS.ErrnoException).code === 'LEVEL_DATABASE_NOT_OPEN'
    callback(asServerError(isClosed ? new Error('Database is closed') : error))
    return
  }
  callback(null, value)
}

/**
 * dynalite's streams end an iterator by `return`, which LevelDB's iterators do not have: every list and every page would keep
 * its snapshot, and with it what was overwritten since, until the process ends.
 */
const closedByStream = <T extends { close(): Promise<void> }>(iterator: T): T =>
  Object.assign(iterator, { return: () => iterator.close() })

type CreateStream = Level['createKeyStream']

/** A store that is closed throws at once, where nobody would catch the error. */
const withServerErrors =
  (create: CreateStream): CreateStream =>
  (range) => {
    try {
      return create(range).prependListener('error', asServerError)
    } catch (error) {
      // Safe cast: asServerError returns the error that it is given.
      return new Readable({ objectMode: true, read: () => undefined }).destroy(asServerError(error) as Error)
    }
  }

/** dynalite answers an error with a status, and ends the process with any other. */
function asServerError(error: unknown): unknown {
  const { name, message } = error as Error
  if (name === 'NotFoundError') return error
  const body = { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message }
  return Object.assign(error as Error, { statusCode: 500, body })
}
