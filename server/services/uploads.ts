// Files of cases in S3: presigned URLs to upload and download files, and a list of them.
import { randomUUID } from 'node:crypto'
import type { PageRequest } from '../repositories/indexed-list.ts'
import { bounded, type Within } from '../dependency.ts'
import { lazily } from './lazily.ts'
import { createPresign, validSeconds, type PresignOptions } from './presign.ts'

const requestHandler = { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true }

type UploadRequest = { caseId: string; fileName: string; contentType: string; contentLength?: number | undefined }

export function createUploads({ bucket, within, ...signing }: PresignOptions & { bucket: string; within: Within }) {
  const presign = createPresign(signing)
  const client = lazily(async () => {
    const { HeadObjectCommand, ListObjectsV2Command, S3Client } = await import('@aws-sdk/client-s3')
    return { s3: bounded(new S3Client({ requestHandler }), within), HeadObjectCommand, ListObjectsV2Command }
  })
  const prefixOf = (caseId: string) => `cases/${caseId}/`

  /** Returns a URL that accepts one file by PUT, of this type and, if given, of this length. */
  const presignUpload = async ({ caseId, fileName, contentType, contentLength }: UploadRequest) => {
    const key = `${prefixOf(caseId)}${randomUUID()}/${fileName}`
    const headers = { 'content-type': contentType }
    const length = contentLength === undefined ? {} : { 'content-length': String(contentLength) }
    const at = new Date()
    const uploadUrl = await presign({ method: 'PUT', bucket, key, headers: { ...headers, ...length }, at })
    const expiresAt = new Date(at.getTime() + validSeconds * 1000).toISOString()
    return { uploadUrl, method: 'PUT', headers, key, expiresAt } as const
  }

  const describe = async (key: string) => {
    const { s3, HeadObjectCommand } = await client()
    const { ContentLength, ContentType, LastModified } = await s3.send(
      new HeadObjectCommand({ Bucket: bucket, Key: key }),
    )
    const query = { 'response-content-disposition': 'attachment' }
    return {
      key,
      fileName: key.slice(key.lastIndexOf('/') + 1),
      size: ContentLength ?? 0,
      contentType: ContentType ?? 'application/octet-stream',
      lastModified: (LastModified ?? new Date(0)).toISOString(),
      downloadUrl: await presign({ method: 'GET', bucket, key, query }),
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
