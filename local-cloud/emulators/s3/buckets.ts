// HeadBucket and CreateBucket.
import { S3Error } from './error.ts'
import type { Operation } from './operation.ts'

export const headBucket: Operation = ({ request, store, region }) => {
  store.bucket(request.bucket)
  return { status: 200, headers: { 'x-amz-bucket-region': region } }
}

export const createBucket: Operation = async ({ request: { bucket }, store }) => {
  if (store.has(bucket)) throw new S3Error('BucketAlreadyOwnedByYou', { BucketName: bucket })
  await store.create(bucket)
  return { status: 200, headers: { location: `/${bucket}` } }
}
