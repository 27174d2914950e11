// The calls to the bucket of the cases' files: what is in it, and what S3 says of a file.
import type { ListObjectsV2CommandInput } from '@aws-sdk/client-s3'
import type { AwsSettings } from '../aws/settings.ts'
import { bounded, requestHandlers, type Within } from '../deadlines.ts'
import { lazily } from './lazily.ts'

export type CaseBucket = ReturnType<typeof createCaseBucket>

/** @param aws Read at the first use. */
export function createCaseBucket(bucket: string, within: Within, aws: () => AwsSettings) {
  const client = lazily(async () => {
    const { HeadObjectCommand, ListObjectsV2Command, S3Client } = await import('./s3-client.ts')
    return {
      s3: bounded(new S3Client({ ...aws(), requestHandler: requestHandlers.S3() }), within),
      HeadObjectCommand,
      ListObjectsV2Command,
    }
  })

  const list = async (range: Omit<ListObjectsV2CommandInput, 'Bucket'>) => {
    const { s3, ListObjectsV2Command } = await client()
    return s3.send(new ListObjectsV2Command({ Bucket: bucket, ...range }))
  }

  const isThere = async (key: string) => {
    const { Contents = [] } = await list({ Prefix: key, MaxKeys: 1 })
    return Contents[0]?.Key === key
  }

  /** What S3 says of the file; undefined when the file is gone. */
  const head = async (key: string) => {
    const { s3, HeadObjectCommand } = await client()
    return s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key })).catch(async (error: unknown) => {
      const status = statusOf(error)
      // S3 answers 403 in place of 404 when the role may list a prefix only, as the API's role may.
      if (status === 404 || (status === 403 && !(await isThere(key)))) return undefined
      throw error
    })
  }

  return { head, list }
}

/** The status of S3's answer, which its errors carry. */
const statusOf = (error: unknown) =>
  // Safe cast: the member is optional at every step.
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode
