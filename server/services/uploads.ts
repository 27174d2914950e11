// Files of cases in S3: presigned URLs to upload and download files, and a list of them.
import { randomUUID } from 'node:crypto'
import type { PageRequest } from '../repositories/indexed-list.ts'
import { bounded, type Within } from '../dependency.ts'
import { keyPrefix, largestFile } from './case-files.ts'
import { lazily } from './lazily.ts'
import { createPresign, type PresignOptions } from './presign.ts'

const requestHandler = { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true }

/** Seconds for which a URL is valid. An upload without a length has no limit of size, so its URL lives shorter. */
const lifetime = { download: 900, upload: 900, uploadOfAnyLength: 300 }

/**
 * The answer's headers, whatever the upload said. Without the encoding, a file that was uploaded with
 * `Content-Encoding: gzip` would be unpacked by the browser: what arrives would not be the file.
 */
const download = { 'response-content-disposition': 'attachment', 'response-content-encoding': 'identity' }

type UploadRequest = { caseId: string; fileName: string; contentType: string; contentLength?: number | undefined }

export function createUploads({ bucket, within, ...signing }: PresignOptions & { bucket: string; within: Within }) {
  const presign = createPresign(signing)
  const client = lazily(async () => {
    const { HeadObjectCommand, ListObjectsV2Command, S3Client } = await import('@aws-sdk/client-s3')
    return { s3: bounded(new S3Client({ requestHandler }), within), HeadObjectCommand, ListObjectsV2Command }
  })
  const prefixOf = (caseId: string) => `${keyPrefix}${caseId}/`

  /** Returns a URL that accepts a file of this type by PUT. With a length it accepts one file of this length, once. */
  const presignUpload = async ({ caseId, fileName, contentType, contentLength }: UploadRequest) => {
    const key = `${prefixOf(caseId)}${randomUUID()}/${fileName}`
    const at = new Date()
    const sized = contentLength !== undefined
    // The clients that give no length send no other header than the type.
    const headers = { 'content-type': contentType, ...(sized && { 'if-none-match': '*' }) }
    const signed = { ...headers, ...(sized && { 'content-length': String(contentLength) }) }
    const seconds = sized ? lifetime.upload : lifetime.uploadOfAnyLength
    const uploadUrl = await presign({ method: 'PUT', bucket, key, headers: signed, seconds, at })
    const expiresAt = new Date(at.getTime() + seconds * 1000).toISOString()
    return { uploadUrl, method: 'PUT', headers, key, expiresAt } as const
  }

  const isThere = async (key: string) => {
    const { s3, ListObjectsV2Command } = await client()
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }))
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

  /** A file is left out when it is gone since it was listed, or when a larger one has taken its place. */
  const describe = async (key: string) => {
    const { ContentLength: size = 0, ContentType, LastModified } = (await head(key)) ?? { ContentLength: Infinity }
    if (size > largestFile) return []
    return {
      key,
      fileName: key.slice(key.lastIndexOf('/') + 1),
      size,
      contentType: ContentType ?? 'application/octet-stream',
      lastModified: (LastModified ?? new Date(0)).toISOString(),
      downloadUrl: await presign({ method: 'GET', bucket, key, query: download, seconds: lifetime.download }),
    }
  }

  /**
   * Returns a page of a case's files, sorted by key. A position is a key without the case's prefix. Files that are too
   * large count for the page, but are not in it.
   */
  const list = async (caseId: string, { limit, after }: PageRequest) => {
    const { s3, ListObjectsV2Command } = await client()
    const prefix = prefixOf(caseId)
    const { Contents = [], IsTruncated } = await s3.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        MaxKeys: limit,
        ...(after !== undefined && { StartAfter: prefix + after }),
      }),
    )
    const next = IsTruncated === true ? Contents.at(-1)?.Key?.slice(prefix.length) : undefined
    const keys = Contents.flatMap(({ Key, Size = 0 }) => (Size > largestFile ? [] : (Key ?? [])))
    return { files: (await Promise.all(keys.map(describe))).flat(), next }
  }

  return { presignUpload, list }
}

/** The status of S3's answer, which its errors carry. */
const statusOf = (error: unknown) =>
  // Safe cast: the member is optional at every step.
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode
