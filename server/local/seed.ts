// What a new local cloud starts with: the sample objects in S3, and the sample catalogue as products.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDependencies } from '../dependencies.ts'
import { bodyHash } from '../idempotency.ts'
import { centsOf, type Product } from '../repositories/products.ts'
import catalogue from '../sample-data/products.json' with { type: 'json' }
import { buckets } from './environment.ts'

const folder = fileURLToPath(new URL('../sample-data', import.meta.url))

/** The objects are put at every start, so that an edited one is served. */
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

/** The catalogue is put once in the life of a data directory, so that a product that was deleted stays deleted. */
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
  const isPut = (catalogue.products as Omit<Product, 'createdAt' | 'updatedAt'>[]).map(({ productPrice, ...members }) =>
    // A start that was interrupted has put some already; the condition on the id leaves those as they are.
    products.create({ ...members, priceCents: centsOf(productPrice) ?? 0 }, bodyHash({ ...members, productPrice })),
  )
  await Promise.all(isPut)
  await writeFile(marker, '')
}
