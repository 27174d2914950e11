// The files of a bucket, page by page, and one file as an attachment.
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { Readable } from 'node:stream'
import { buckets, credentials, region } from '../../environment.ts'
import type { FilePage } from './answers.ts'
import { pageOf } from './page-of.ts'

export const shownBuckets: readonly string[] = Object.values(buckets)

/** @param endpoint Address of the S3 emulator. */
export function createFileData(endpoint: string) {
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true })

  const typeOf = (Bucket: string, Key: string) =>
    client.send(new HeadObjectCommand({ Bucket, Key })).then(({ ContentType = '' }) => ContentType, ifGone(''))

  return {
    /** Undefined when there is no such bucket. */
    page: async (bucket: string, number: number): Promise<FilePage | undefined> => {
      if (!shownBuckets.includes(bucket)) return undefined
      const { Contents = [], IsTruncated = false } = await client.send(new ListObjectsV2Command({ Bucket: bucket }))
      const page = pageOf(Contents, number, IsTruncated)
      const rows = page.rows.map(async ({ Key = '', Size: size = 0, LastModified }) => ({
        key: Key,
        size,
        type: await typeOf(bucket, Key),
        modified: LastModified?.toISOString() ?? '',
      }))
      return { ...page, rows: await Promise.all(rows) }
    },
    /** Undefined when there is no such file. */
    open: async (bucket: string, key: string): Promise<{ body: Readable; length: number } | undefined> => {
      if (!shownBuckets.includes(bucket) || key === '') return undefined
      const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key })).catch(ifGone(undefined))
      // Safe cast: in Node the client gives a stream of Node's.
      return object && { body: object.Body as Readable, length: object.ContentLength ?? 0 }
    },
    close: () => client.destroy(),
  }
}

/**
 * A file can be a page with a script. As an attachment of unknown type the browser stores it and never shows it at the
 * address of the start page.
 */
export const attachmentHeaders = (key: string) => {
  const name = key.slice(key.lastIndexOf('/') + 1)
  const escaped = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${escaped}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
}

const ifGone =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return otherwise
    throw error
  }
