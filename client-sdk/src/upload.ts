// A file to a presigned URL: what is sent, with its name, type and length, and a fresh URL for every attempt that needs one.
import type { components } from '../../generated/api.ts'
import type { Call } from './call.ts'
import type { Client } from './client.ts'
import { FrontdeskError, ProblemError, rejectionOf } from './errors.ts'
import type { CallOptions } from './options.ts'
import { isPassing, withRetries } from './retry.ts'
import { sendFile, streamOf, type Progress } from './send-file.ts'

/**
 * What can be uploaded. A `File` brings its name and type, a `Blob` its type. A stream can be sent only once, so its
 * upload is not repeated, and it needs `contentLength`.
 */
export type UploadSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

/**
 * Options of an upload. `attemptTimeout` is 600,000 and `timeout` 900,000 milliseconds unless they are given here; the
 * rest is as the client has it.
 */
export type UploadOptions = CallOptions & {
  /** At most 255 bytes in UTF-8, without slashes. Default: the name of a `File`; else the service makes one up. */
  fileName?: string | undefined
  /** The media type. Default: that of a `Blob`; else `application/octet-stream`. */
  contentType?: string | undefined
  /** Bytes, at most 100 MiB. Needed for a stream; known of everything else. */
  contentLength?: number | undefined
  /** Is told how much has been sent: at the beginning, on the way and at the end. It begins anew with each attempt. */
  onProgress?: ((progress: Progress) => void) | undefined
}

/** A file that has been uploaded. */
export type UploadedFile = {
  /** Its key, as the list of files names it. */
  key: string
  /** Its length in bytes. */
  size: number
  contentType: string
}

type Presign = (
  query: { fileName?: string; contentType?: string; contentLength?: number },
  options: CallOptions,
) => Call<components['schemas']['CaseUpload']>

const patience = { attemptTimeout: 600_000, timeout: 900_000 }

export async function upload(
  client: Client,
  presign: Presign,
  source: UploadSource,
  { fileName, contentType, contentLength, onProgress, ...options }: UploadOptions = {},
): Promise<UploadedFile> {
  const { body, size, name, type } = describe(source, contentLength)
  const knownName = fileName ?? name
  const mediaType = contentType ?? type ?? 'application/octet-stream'
  const query = {
    ...(knownName !== undefined && { fileName: knownName }),
    contentType: mediaType,
    // The contract's lengths begin with 1; an empty file is sent without a promise of its length.
    ...(size > 0 && { contentLength: size }),
  }
  const { headers, baseDelay, maxDelay } = options
  const isRepeatable = body instanceof Blob
  let target: components['schemas']['CaseUpload'] | undefined

  const attempt = async (signal: AbortSignal) => {
    if (target === undefined || Date.parse(target.expiresAt) <= Date.now()) {
      // What is repeated as a whole is not repeated within too; a stream has only this to repeat.
      const maxRetries = isRepeatable ? 0 : options.maxRetries
      target = await presign(query, { headers, maxRetries, baseDelay, maxDelay, signal })
    }
    await sendFile(target, { body, size, signal, onProgress, fetch: client.fetch })
    return { key: target.key, size, contentType: mediaType }
  }
  const mayRepeat = (error: unknown) => {
    // S3 answers 403 to a URL that has expired, by its clock and not by ours.
    const isRefused = error instanceof ProblemError && error.status === 403 && target !== undefined
    if (isRefused) target = undefined
    return isRepeatable && (isRefused || isPassing(error))
  }
  return withRetries(client.policy(patience, options), attempt, mayRepeat, 'upload').catch((error: unknown) => {
    // What was begun to be read is given back: a Node stream holds a file open. One that is being sent ends by itself.
    if (!isRepeatable && body !== source) body.cancel().catch(() => undefined)
    throw rejectionOf('upload', error, options.signal)
  })
}

/** Bytes become a Blob, which can be sent again and is of known length. */
function describe(source: UploadSource, contentLength: number | undefined) {
  if (source instanceof Blob) {
    const name = 'name' in source ? String(source.name) : undefined
    return { body: source, size: source.size, name, type: source.type === '' ? undefined : source.type }
  }
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    // Sound: a view of any kind of memory is copied by Blob; the type asks for unshared memory.
    const blob = new Blob([source as ArrayBufferView<ArrayBuffer>])
    return { body: blob, size: blob.size }
  }
  // Not every caller has a compiler: a path, or a text, is no file.
  if (typeof source !== 'object' || contentLength === undefined) {
    throw new FrontdeskError('file must be a File, a Blob, bytes, or a stream whose contentLength is given')
  }
  // At once, before the URL is asked for: who has not begun to read a Node stream does not hear of its failure, and
  // a failure that nobody hears of ends the program.
  return { body: streamOf(source), size: contentLength }
}
