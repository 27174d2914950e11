// The data of a new local cloud: the sample objects in S3, and the items of the seeded tables.
import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDocuments } from '../server/repositories/documents.ts'
import { tables, type TableName } from '../server/repositories/tables.ts'
import { seeds } from '../server/sample-data/seeds.ts'
import { tableNames } from './emulators/dynamodb/index.ts'
import { buckets } from './environment.ts'

const folder = fileURLToPath(new URL('../server/sample-data', import.meta.url))

/** A start is not in a hurry: the machine may be busy with others. */
const patienceMilliseconds = 60_000

/**
 * Puts the objects that are new or edited, so that each start serves what the files are now.
 * @param etagOf The ETag of the object that is there. Without it each object is put.
 */
export async function putSampleObjects(etagOf: (bucket: string, key: string) => string | undefined = () => undefined) {
  const Bucket = buckets.SAMPLE_DATA_BUCKET_NAME
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  const objects = await Promise.all(names.map(async (Key) => ({ Key, Body: await readFile(join(folder, Key)) })))
  // The ETag of an object that was put as a whole is the MD5 of its content.
  const edited = objects.filter(({ Key, Body }) => etagOf(Bucket, Key) !== `"${hash('md5', Body)}"`)
  if (edited.length === 0) return
  const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
  const s3 = new S3Client({})
  const put = (object: (typeof edited)[number]) => new PutObjectCommand({ Bucket, ...object, ContentType })
  await Promise.all(edited.map((object) => s3.send(put(object))))
  s3.destroy()
}

const ContentType = 'application/json'

/** Fills each seeded table once in the life of a data directory, so that a deleted item stays deleted. */
export async function fillTablesOnce(dataDir: string) {
  const markerOf = (name: string) => join(dataDir, `${name}-are-there`)
  await fillTables(
    (name) => !existsSync(markerOf(name)),
    (name) => writeFile(markerOf(name), ''),
  )
}

/** Fills the seeded tables. An item that is there stays as it is. */
export async function fillTables(
  isWanted: (table: string) => boolean = () => true,
  onFilled: (table: string) => Promise<void> = () => Promise.resolve(),
) {
  const documents = createDocuments(process.env, patienceMilliseconds)
  await Promise.all(
    Object.entries(seeds).map(async ([name, { fill }]) => {
      if (!isWanted(name)) return
      // Safe cast: the seeds are named after tables.
      const tableName = tableNames[tables[name as TableName].environmentVariable] ?? ''
      await fill({ documents, tableName }, Number(process.env.LIST_SHARDS ?? 1))
      await onFilled(name)
    }),
  )
}
