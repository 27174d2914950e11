// Files of cases in S3: presigned URLs to upload and download files, and a list of them.
import { randomUUID } from 'node:crypto'
import type { Within } from '../deadlines.ts'
import type { AwsSettings } from '../aws/settings.ts'
import { createCaseBucket } from './case-bucket.ts'
import { prefixOf } from './case-files.ts'
import { createFileList } from './file-list.ts'
import { createPresign, type PresignOptions } from './presign.ts'

/** Seconds for which a URL is valid. An upload without a length has no limit of size, so its URL lives shorter. */
const lifetime = { download: 900, upload: 900, uploadOfAnyLength: 300 }

/**
 * The answer's headers, whatever the upload said. Without the encoding, a file that was uploaded with
 * `Content-Encoding: gzip` would be unpacked by the browser: what arrives would not be the file.
 */
const download = { 'response-content-disposition': 'attachment', 'response-content-encoding': 'identity' }

type UploadRequest = { caseId: string; fileName: string; contentType: string; contentLength?: number | undefined }

type UploadOptions = PresignOptions & { bucket: string; within: Within; aws: () => AwsSettings }

export function createUploads({ bucket, within, aws, ...signing }: UploadOptions) {
  const presign = createPresign(signing)

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

  const presignDownload = (key: string) =>
    presign({ method: 'GET', bucket, key, query: download, seconds: lifetime.download })
  const list = createFileList({ caseBucket: createCaseBucket(bucket, within, aws), presignDownload })

  return { presignUpload, list }
}
