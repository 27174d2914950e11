// The buckets of one directory. Each is a folder.
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openBucket, type Bucket } from './bucket.ts'
import { S3Error } from './error.ts'

export type Store = Awaited<ReturnType<typeof openStore>>

export async function openStore(directory: string) {
  const buckets = new Map<string, Bucket>()

  async function create(name: string) {
    if (!isBucketName(name)) throw new S3Error('InvalidBucketName', { BucketName: name })
    const bucket = await openBucket(join(directory, name))
    // When two requests create it at the same time, the first wins.
    if (!buckets.has(name)) buckets.set(name, bucket)
  }

  await mkdir(directory, { recursive: true })
  for (const entry of await readdir(directory, { withFileTypes: true }))
    if (entry.isDirectory() && isBucketName(entry.name)) await create(entry.name)

  return {
    has: (name: string) => buckets.has(name),
    create,
    bucket(name: string): Bucket {
      const bucket = buckets.get(name)
      if (!bucket) throw new S3Error('NoSuchBucket', { BucketName: name })
      return bucket
    },
  }
}

// Such a name is also a safe name of a folder.
const isBucketName = (name: string) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes('../..')
