// Files of cases in S3: presigned URLs to upload and download files, and a list of them.
import { randomUUID } from 'node:crypto'
import type { PageRequest } from '../repositories/indexed-list.ts'
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

export function createUploads({ bucket, ...signing }: PresignOptions & { bucket: string }) {
  const presign = createPresign(signing)
  const client = lazily(async () => {
    const { HeadObjectCommand, ListObjectsV2Command, S3Client } = await import('@aws-sdk/client-s3')
    return { s3: new S3Client({ requestHandler }), HeadObjectCommand, ListObjectsV2Command }
  })
  const prefixOf = (caseId: string) => `cases/${caseId}/`

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

  const describe = async (key: string) => {
    const { s3, HeadObjectCommand } = await client()
    const { ContentLength, ContentType, LastModified } = await s3.send(
      new HeadObjectCommand({ Bucket: bucket, Key: key }),
    )
    return {
      key,
      fileName: key.slice(key.lastIndexOf('/') + 1),
      size: ContentLength ?? 0,
      contentType: ContentType ?? 'application/octet-stream',
      lastModified: (LastModified ?? new Date(0)).toISOString(),
      downloadUrl: await presign({ method: 'GET', bucket, key, query: download, seconds: lifetime.download }),
    }
  }

  /** Returns a page of a case's files, sorted by key. A position is a key without the case's prefix. */
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
    const keys = Contents.flatMap(({ Key }) => Key ?? [])
    const next = IsTruncated === true ? keys.at(-1)?.slice(prefix.length) : undefined
    return { files: await Promise.all(keys.map(describe)), next }
  }

  return { presignUpload, list }
}
