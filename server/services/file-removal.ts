// Removes files of cases from their bucket.
import type { AwsSettings } from '../aws/settings.ts'
import { bounded, createWithin, requestHandlers } from '../deadlines.ts'
import { lazily } from './lazily.ts'

/** @param aws Read at the first use. */
export function createFileRemoval(bucket: string, aws: () => AwsSettings) {
  const within = createWithin('S3')
  const client = lazily(async () => {
    const { DeleteObjectCommand, S3Client } = await import('./s3-client.ts')
    return {
      s3: bounded(new S3Client({ ...aws(), requestHandler: requestHandlers.S3() }), within),
      DeleteObjectCommand,
    }
  })
  /** A file that is gone already is no error. */
  const remove = async (key: string): Promise<void> => {
    const { s3, DeleteObjectCommand } = await client()
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
  }
  return { remove }
}
