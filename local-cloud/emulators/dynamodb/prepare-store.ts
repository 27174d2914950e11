// Opens the store once before dynalite does: it rebuilds a damaged one, and makes lists and items agree.
//
// dynalite would open it later, where no caller can catch the error.
import db, { type Item, type Level, type Operation, type Table } from 'dynalite/db/index.js'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { storageProblem } from '../../storage-problem.ts'
import { indexPrefix, itemPrefix } from './atomic-writes.ts'

/** Throws when the store cannot be used. */
export async function prepareStore(path: string) {
  const current = join(path, 'CURRENT')
  const isMissing = await hasTablesOnly(path)
  // Without the file LevelDB would begin a new store, and remove the tables of the old one.
  if (isMissing) await writeFile(current, '')
  const { damage, repair } = await open(path)
  if (damage === undefined) return
  const reason = isMissing ? `${current} is missing` : damage
  const beyondRepair = `${reason}, and the tables cannot be rebuilt. Remove ${path} to begin again.`
  try {
    await repair(path)
  } catch (error) {
    throw new Error(storageProblem(error) ?? beyondRepair, { cause: error })
  }
  console.error(
    `${reason}. The tables have been rebuilt from what can be read. Check your data, or remove ${path} to begin again.`,
  )
  const again = await open(path)
  if (again.damage !== undefined) throw new Error(beyondRepair)
}

async function hasTablesOnly(path: string): Promise<boolean> {
  if (!existsSync(path)) return false
  const files = await readdir(path)
  return !files.includes('CURRENT') && files.some((name) => /\.(ldb|log)$/.test(name))
}

/** Opens and closes the store. Returns what is damaged, if it can be repaired. */
async function open(path: string) {
  const { db: level } = db.create({ path })
  const { repair } = level.constructor
  try {
    await level.open()
    await alignIndexes(level)
    return { damage: undefined, repair }
  } catch (error) {
    const damage = damageOf(path, error)
    if (damage === undefined) throw error
    return { damage, repair }
  } finally {
    await level.close()
  }
}

/** What LevelDB says of files that are damaged. A full disk and a store in use are no damage. */
function damageOf(path: string, error: unknown): string | undefined {
  const { code, message, cause } = error as NodeJS.ErrnoException & { cause?: unknown }
  if (code === 'LEVEL_CORRUPTION') return `${path} is damaged (${message.replace('Corruption: ', '')})`
  if (code === 'LEVEL_DECODE_ERROR') return `${path} is damaged (a value is no JSON)`
  const [, file, reason = ''] = /^IO error: (.+): ([^:]+)$/.exec(message) ?? []
  if (file !== undefined && reason === 'No such file or directory') return `${file} is missing`
  if (file !== undefined && reason === 'Invalid argument') return `${file} is damaged`
  return cause === undefined ? undefined : damageOf(path, cause)
}

/**
 * Removes entries of indexes that have no item, and adds those that an item lacks. They come from a kill of an older
 * version, which wrote them separately, or from a file that is lost.
 */
async function alignIndexes(level: Level) {
  for await (const [, table] of level.iterator(beginningWith('table~'))) {
    // Safe cast: dynalite alone writes these keys.
    const changes = await corrections(level, table as Table)
    if (changes.length === 0) continue
    await level.batch(changes)
  }
}

async function corrections(level: Level, table: Table): Promise<Operation[]> {
  const { TableName, GlobalSecondaryIndexes: indexes = [] } = table
  if (indexes.length === 0) return []
  const expected = new Map<string, Item>()
  for await (const [, item] of level.iterator(beginningWith(itemPrefix(TableName)))) {
    // Safe cast: dynalite alone writes these keys.
    const { puts } = db.getIndexActions(indexes, null, item as Item, table)
    for (const { index, key, item } of puts) expected.set(indexPrefix(TableName, index) + key, item)
  }
  const changes: Operation[] = []
  for (const { IndexName } of indexes) {
    for await (const [key, entry] of level.iterator(beginningWith(indexPrefix(TableName, IndexName)))) {
      const item = expected.get(key)
      expected.delete(key)
      if (!item) changes.push({ type: 'del', key })
      else if (!isDeepStrictEqual(entry, item)) changes.push({ type: 'put', key, value: item })
    }
  }
  return [...changes, ...[...expected].map(([key, value]): Operation => ({ type: 'put', key, value }))]
}

/** All keys are ASCII. */
const beginningWith = (prefix: string) => ({ gte: prefix, lt: `${prefix}\u007f` })
