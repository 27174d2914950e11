// Uploads a file to a presigned URL, with its name, type and length. An attempt asks for a new URL when it needs one.
import type { Call } from './call.ts'
import type { Client } from './client.ts'
import { ProblemError, rejectionOf, SdkError } from './errors.ts'
import type { CallOptions } from './options.ts'
import { isPassing, withRetries } from './retry.ts'
import { sendFile, type Progress } from './send-file.ts'

/**
 * The content of an upload. A `File` has a name and a type, a `Blob` a type. A stream needs `contentLength`. It can be
 * read only once, so its upload is not repeated.
 */
export type UploadSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

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
  /** Called at the start, on the way and at the end. Each attempt counts from 0 again. */
  onProgress?: ((progress: Progress) => void) | undefined
}

/** An uploaded file. */
export type UploadedFile = {
  /** The key under which the service keeps it. */
  key: string
  /** Its length in bytes. */
  size: number
  contentType: string
}

/** The answer of an operation that presigns. It is a type by structure, because the contract names the schema. */
type Presigned = { key: string; uploadUrl: string; headers: Record<string, string>; expiresAt: string }

type Presign = (
  query: { fileName?: string; contentType?: string; contentLength?: number },
  options: CallOptions,
) => Call<Presigned>

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
    // The contract's lengths begin with 1, so an empty file states no length.
    ...(size > 0 && { contentLength: size }),
  }
  const { headers, baseDelay, maxDelay } = options
  const isRepeatable = body instanceof Blob
  let target: Presigned | undefined
  // The target of the last attempt.
  let tried: Presigned | undefined

  const attempt = async (signal: AbortSignal) => {
    if (target === undefined || Date.parse(target.expiresAt) <= Date.now()) {
      // A repeatable upload repeats as a whole, so its parts do not. A stream can repeat only this part.
      const maxRetries = isRepeatable ? 0 : options.maxRetries
      target = await presign(query, { headers, maxRetries, baseDelay, maxDelay, signal })
    }
    const isRepeat = tried === target
    tried = target
    await sendFile(target, { body, size, signal, onProgress, fetch: client.fetch, isRepeat })
    return { key: target.key, size, contentType: mediaType }
  }
  const mayRepeat = (error: unknown) => {
    // S3 answers 403 to an expired URL. It uses its own clock.
    const status = error instanceof ProblemError && error.status
    const isRefused = status === 403 && target !== undefined
    if (isRefused) target = undefined
    // S3 answers 409 while an earlier attempt on the same key is still being written.
    return isRepeatable && (isRefused || status === 409 || isPassing(error))
  }
  return withRetries(client.policy(patience, options), attempt, mayRepeat, 'upload').catch((error: unknown) => {
    // A Node stream keeps its file open until it is closed. Other streams end by themselves.
    ;(source as NodeStream).destroy?.()
    throw rejectionOf('upload', error, options.signal)
  })
}

/** What a stream of Node has besides its parts. Safe cast: both members are optional. */
type NodeStream = { on?: (event: 'error', listener: () => void) => void; destroy?: () => void }

/** Bytes become a Blob, which can be sent again and is of known length. */
function describe(source: UploadSource, contentLength: number | undefined) {
  if (source instanceof Blob) {
    const name = 'name' in source ? String(source.name) : undefined
    return { body: source, size: source.size, name, type: source.type === '' ? undefined : source.type }
  }
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    // Safe cast: the type asks for unshared memory, but Blob copies a view of any memory.
    const blob = new Blob([source as ArrayBufferView<ArrayBuffer>])
    return { body: blob, size: blob.size }
  }
  // Not every caller has a compiler, and a path or a text is not a file.
  if (typeof source !== 'object' || contentLength === undefined) {
    throw new SdkError('file must be a File, a Blob, bytes, or a stream whose contentLength is given')
  }
  // A Node stream that fails before its first read reports an unhandled error, which ends the program. Later its reader
  // gets the same error.
  ;(source as NodeStream).on?.('error', () => undefined)
  return { body: source, size: contentLength }
}
