// The data of a new local cloud: the sample objects in S3, and the items of the seeded tables.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
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

/** Puts the objects at every start, so that an edited one is served. */
export async function putSampleObjects() {
  const s3 = new S3Client({})
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  await Promise.all(
    names.map(async (name) => {
      const Body = await readFile(join(folder, name))
      const Bucket = buckets.SAMPLE_DATA_BUCKET_NAME
      await s3.send(new PutObjectCommand({ Bucket, Key: name, Body, ContentType: 'application/json' }))
    }),
  )
  s3.destroy()
}

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
