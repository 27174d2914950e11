// One bucket on disk: a data file for each upload, and a record for each key that names its current data file.
import { createHash, randomUUID } from 'node:crypto'
import { openSync, renameSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { atFile } from '../../storage-problem.ts'
import type { Checksum } from './integrity.ts'
import { createKeyIndex } from './key-index.ts'

export type StoredObject = {
  key: string
  size: number
  etag: string
  /** RFC 3339, in whole seconds like S3's own times. */
  lastModified: string
  checksum: Checksum
  /** Content-Type, user metadata and others, returned as they were given. */
  headers: Record<string, string>
}

/** Throws when a write must not replace the existing object, or must not create one. */
export type Precondition = (existing: StoredObject | undefined) => void

type StoredRecord = StoredObject & { data: string }

export type Bucket = Awaited<ReturnType<typeof openBucket>>

export async function openBucket(directory: string) {
  const records = join(directory, 'objects')
  const data = join(directory, 'data')
  const index = await readIndex(records, data)
  // The hash of a key is a safe file name.
  const recordFile = (key: string) => join(records, `${createHash('sha256').update(key).digest('hex')}.json`)

  return {
    find: (key: string): StoredObject | undefined => index.get(key),
    list: (prefix: string, marker: string) => index.list(prefix, marker),

    /** A file descriptor of the data. It opens at once, so that an overwrite after `find` cannot remove the file. */
    open(key: string): number | undefined {
      const record = index.get(key)
      return record && openSync(join(data, record.data), 'r')
    },

    async receive() {
      const name = randomUUID()
      const file = join(data, name)
      const draft = `${file}.json`
      const handle = await open(file, 'wx')
      return {
        write: (bytes: Buffer) =>
          handle.writeFile(bytes).catch((error: unknown) => {
            throw atFile(file, error)
          }),

        /** The object changes when the file is renamed. Nothing runs between that and the update of the index. */
        async commit(object: StoredObject, precondition: Precondition) {
          await handle.close()
          const record = withOwnTexts({ ...object, data: name })
          await writeFile(draft, JSON.stringify(record))
          const replaced = index.get(object.key)
          precondition(replaced)
          renameSync(draft, recordFile(object.key))
          index.set(record.key, record)
          if (replaced) rmSync(join(data, replaced.data), { force: true })
        },

        async discard() {
          await handle.close()
          await rm(file, { force: true })
          await rm(draft, { force: true })
        },
      }
    },

    remove(key: string, precondition: Precondition) {
      const record = index.get(key)
      precondition(record)
      if (!record) return
      rmSync(recordFile(key), { force: true })
      index.delete(key)
      rmSync(join(data, record.data), { force: true })
    },
  }
}

/** The records of the folder; data files that none of them names are removed, unless a record is damaged. */
async function readIndex(records: string, data: string) {
  await mkdir(records, { recursive: true })
  await mkdir(data, { recursive: true })
  const index = createKeyIndex<StoredRecord>()
  const present = new Set(await readdir(data))
  let damaged = 0
  for (const name of await readdir(records)) {
    const file = join(records, name)
    const record = readRecord(await readFile(file, 'utf8').catch(() => ''))
    if (record && present.has(record.data)) {
      index.set(record.key, record)
      continue
    }
    damaged += 1
    const reason = record ? `its data ${join(data, record.data)} is missing` : `its data stay in ${data}`
    console.error(
      `S3 emulator: ${file} is damaged, and its object not served; ${reason}. Repair the file, or remove it.`,
    )
  }
  if (damaged > 0) return index
  // A data file without a record belongs to an upload or a deletion that the end of the process interrupted.
  const named = new Set([...index.values()].map((record) => record.data))
  for (const name of present) if (!named.has(name)) await rm(join(data, name))
  return index
}

/** A text can be a part of a longer one, as a key of its URL, and keeps all of it in memory. A copy keeps nothing. */
// Safe cast: a record is made of texts and numbers.
const withOwnTexts = (record: StoredRecord) => JSON.parse(JSON.stringify(record)) as StoredRecord

function readRecord(text: string): StoredRecord | undefined {
  try {
    // Safe cast: only commit() writes these files. What an editor or a bad disk left is seen by its members.
    const record = JSON.parse(text) as Partial<StoredRecord> | null
    const isWhole = textMembers.every((member) => typeof record?.[member] === 'string')
    const hasDetails = typeof record?.size === 'number' && Boolean(record.checksum) && Boolean(record.headers)
    return isWhole && hasDetails ? (record as StoredRecord) : undefined
  } catch {
    return undefined
  }
}

const textMembers = ['key', 'etag', 'lastModified', 'data'] as const
