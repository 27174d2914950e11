// Uploads a file to a presigned URL: its types, and what happens before the module that sends it is loaded.
import type { Call } from './call.ts'
import { optionsOf } from './checks.ts'
import type { Client } from './client.ts'
import { later } from './later.ts'
import type { CallOptions } from './options.ts'
import { held, type Held, type UploadSource } from './upload-source.ts'

export type { UploadSource } from './upload-source.ts'

/** How much of an upload has been sent. */
export type Progress = {
  /** Bytes sent so far. */
  loaded: number
  /** All bytes of the file. */
  total: number
}

/**
 * Options of an upload. By default `attemptTimeout` is 600,000 and `timeout` 900,000 milliseconds. The other defaults
 * are those of the client.
 */
export type UploadOptions = CallOptions & {
  /** Within the limits of the operation. Default: the name of a `File`, else a name that the service makes up. */
  fileName?: string | undefined
  /** The media type. Default: the type of a `Blob`, else `application/octet-stream`. */
  contentType?: string | undefined
  /** The length in bytes. Only a stream needs it. */
  contentLength?: number | undefined
  /**
   * Called at the start, on the way and at the end. Each attempt counts from 0 again. An error that it throws ends the
   * upload, and is what the upload rejects with.
   */
  onProgress?: ((progress: Progress) => void) | undefined
}

/** An uploaded file. */
export type UploadedFile = {
  /** The key under which the service keeps it. */
  key: string
  /** Its length in bytes. */
  size: number
  /** Its media type. */
  contentType: string
}

/** The answer of an operation that presigns. It is a type by structure, because the contract names the schema. */
export type Presigned = { key: string; uploadUrl: string; headers: Record<string, string>; expiresAt: string }

export type Presign = (
  query: { fileName?: string; contentType?: string; contentLength?: number },
  options: CallOptions,
) => Call<Presigned>

/** Milliseconds. */
const usualTime = 900_000

export async function upload(
  client: Client,
  presign: Presign,
  source: UploadSource,
  given?: UploadOptions | null,
): Promise<UploadedFile> {
  const caller = new Error('upload')
  const options = { ...given }
  const content = new Promise<Held>((resolve) => {
    optionsOf(given)
    resolve(held(source))
  })
  // The part awaits it, and gets the error. Until then the rejection counts as handled.
  content.catch(() => undefined)
  // A Node stream keeps its file open until it is destroyed. Other streams are as they were before the call.
  const notLoaded = () => content.then(({ source }) => source.destroy?.()).catch(() => undefined)
  // The part refuses a wrong one.
  const time = typeof options.timeout === 'number' ? options.timeout : usualTime
  const operation = { id: 'upload', method: 'PUT', path: '' }
  return later(caller, time, client, operation, options, () => import('./uploading.ts'), notLoaded, presign, content)
}
