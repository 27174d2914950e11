// Files of cases in S3: presigned URLs to send and fetch them, and the list of what is there.
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { randomUUID } from 'node:crypto'
import type { PageRequest } from '../page.ts'

const validSeconds = 900
const requestHandler = { connectionTimeout: 1000, requestTimeout: 5000 }

type UploadRequest = { caseId: string; fileName: string; contentType: string; contentLength?: number | undefined }

export type Uploads = ReturnType<typeof createUploads>

export function createUploads(bucket: string) {
  // A checksum of the empty body would otherwise be signed into the URL, and no file has it.
  const s3 = new S3Client({ requestHandler, requestChecksumCalculation: 'WHEN_REQUIRED' })
  const prefixOf = (caseId: string) => `cases/${caseId}/`

  /** A URL that takes one file by PUT, of this type, and of this length where one is given. */
  const presignUpload = async ({ caseId, fileName, contentType, contentLength }: UploadRequest) => {
    const key = `${prefixOf(caseId)}${randomUUID()}/${fileName}`
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      ContentType: contentType,
      ContentLength: contentLength,
    })
    const signingDate = new Date()
    const uploadUrl = await getSignedUrl(s3, command, {
      expiresIn: validSeconds,
      signingDate,
      signableHeaders: new Set(['content-type', 'content-length']),
    })
    const expiresAt = new Date(signingDate.getTime() + validSeconds * 1000).toISOString()
    return { uploadUrl, method: 'PUT', headers: { 'content-type': contentType }, key, expiresAt } as const
  }

  const describe = async (key: string) => {
    const { ContentLength, ContentType, LastModified } = await s3.send(
      new HeadObjectCommand({ Bucket: bucket, Key: key }),
    )
    const download = new GetObjectCommand({ Bucket: bucket, Key: key, ResponseContentDisposition: 'attachment' })
    return {
      key,
      fileName: key.slice(key.lastIndexOf('/') + 1),
      size: ContentLength ?? 0,
      contentType: ContentType ?? 'application/octet-stream',
      lastModified: (LastModified ?? new Date(0)).toISOString(),
      downloadUrl: await getSignedUrl(s3, download, { expiresIn: validSeconds }),
    }
  }

  /** A page of a case's files by key; a position is what follows the case's prefix. */
  const list = async (caseId: string, { limit, after }: PageRequest) => {
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
