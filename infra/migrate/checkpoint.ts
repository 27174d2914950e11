// Where a migration goes on after an interruption: a file with the last key of the last whole page.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Item } from './migration.ts'

export type Counts = { read: number; changed: number; unchanged: number; gone: number; retried: number }

export type Checkpoint = {
  /** The table's name and the hash of the migration. Another migration does not go on here. */
  of: string
  after?: Item
  counts: Counts
  isDone: boolean
}

export const nothingYet: Counts = { read: 0, changed: 0, unchanged: 0, gone: 0, retried: 0 }

export function openCheckpoint(file: string, of: string) {
  return {
    /** Throws a sentence when the file is of another migration. */
    read(): Checkpoint {
      const saved = savedIn(file)
      if (!saved) return { of, counts: nothingYet, isDone: false }
      if (saved.of !== of)
        throw new Error(`${file} is of another table, or the migration has changed since. --restart begins again.`)
      return saved
    },

    /** Whole or not at all: a half-written file would lose the place. */
    write(checkpoint: Omit<Checkpoint, 'of'>) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, JSON.stringify({ of, ...checkpoint }))
      renameSync(`${file}.new`, file)
    },
  }
}

function savedIn(file: string): Checkpoint | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  try {
    // Safe cast: `write` alone writes the file.
    return JSON.parse(text) as Checkpoint
  } catch {
    throw new Error(`${file} cannot be read. --restart begins again.`)
  }
}
