// Removes files of cases from their bucket.
import { lazily } from './lazily.ts'

const requestHandler = { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true }

export function createFileRemoval(bucket: string) {
  const client = lazily(async () => {
    const { DeleteObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
    return { s3: new S3Client({ requestHandler }), DeleteObjectCommand }
  })
  /** A file that is gone already is no error. */
  const remove = async (key: string): Promise<void> => {
    const { s3, DeleteObjectCommand } = await client()
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
  }
  return { remove }
}
