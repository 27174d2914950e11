// The data of a new local cloud: the sample objects in S3, and the sample catalogue as products.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { putCatalogue } from '../server/sample-data/catalogue.ts'
import { createDependencies } from '../server/dependencies.ts'
import { buckets } from './environment.ts'

const folder = fileURLToPath(new URL('../server/sample-data', import.meta.url))

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

/** Puts the catalogue once in the life of a data directory, so that a deleted product stays deleted. */
export async function putCatalogueOnce(dataDir: string) {
  const marker = join(dataDir, 'catalogue-is-there')
  if (
    await readFile(marker).then(
      () => true,
      () => false,
    )
  )
    return
  const { products } = createDependencies()
  // An interrupted start has put some products already. They stay as they are.
  await putCatalogue(products)
  await writeFile(marker, '')
}
