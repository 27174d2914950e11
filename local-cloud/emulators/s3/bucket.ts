// One bucket on disk: a data file for each upload, and a record for each key that names the upload which holds.
import { createHash, randomUUID } from 'node:crypto'
import { openSync, renameSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checksum } from './integrity.ts'
import { createKeyIndex } from './key-index.ts'

export type StoredObject = {
  key: string
  size: number
  etag: string
  /** RFC 3339; whole seconds, as S3 keeps time. */
  lastModified: string
  checksum: Checksum
  /** Content-Type, user metadata and the like: answered as they were given. */
  headers: Record<string, string>
}

/** Whether a write may replace what is there, or nothing; throws when it may not. */
export type Precondition = (existing: StoredObject | undefined) => void

type StoredRecord = StoredObject & { data: string }

export type Bucket = Awaited<ReturnType<typeof openBucket>>

export async function openBucket(directory: string) {
  const records = join(directory, 'objects')
  const data = join(directory, 'data')
  await mkdir(records, { recursive: true })
  await mkdir(data, { recursive: true })
  // Any key is a safe file name as its hash.
  const recordFile = (key: string) => join(records, `${createHash('sha256').update(key).digest('hex')}.json`)

  const index = createKeyIndex<StoredRecord>()
  for (const name of await readdir(records)) {
    const record = readRecord(await readFile(join(records, name), 'utf8'))
    if (record) index.set(record.key, record)
    else console.warn(`S3 stand-in: ${join(records, name)} is damaged and ignored`)
  }
  // What no record names was being uploaded, or about to be deleted, when the process ended.
  const named = new Set([...index.values()].map((record) => record.data))
  for (const name of await readdir(data)) if (!named.has(name)) await rm(join(data, name))

  return {
    find: (key: string): StoredObject | undefined => index.get(key),
    list: (prefix: string, marker: string) => index.list(prefix, marker),

    /** A file descriptor of the data. Opened at once, so that an overwrite after `find` cannot take it away. */
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
        write: (bytes: Buffer) => handle.writeFile(bytes),

        /** The renaming is the moment at which the object changes; it and the index are one step for all others. */
        async commit(object: StoredObject, precondition: Precondition) {
          await handle.close()
          const record = { ...object, data: name }
          await writeFile(draft, JSON.stringify(record))
          const replaced = index.get(object.key)
          precondition(replaced)
          renameSync(draft, recordFile(object.key))
          index.set(object.key, record)
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

function readRecord(text: string): StoredRecord | undefined {
  try {
    return JSON.parse(text) as StoredRecord // only commit() writes these files, whole or not at all
  } catch {
    return undefined
  }
}
