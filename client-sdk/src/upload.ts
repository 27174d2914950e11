// Uploads a file to a presigned URL, with its name, type and length. An attempt asks for a new URL when it needs one.
import type { Call } from './call.ts'
import { refuse } from './checks.ts'
import type { Client } from './client.ts'
import { ConnectionError } from './errors.ts'
import type { Watcher } from './observer.ts'
import type { CallOptions, CallPolicy, Fetch } from './options.ts'
import { ProblemError } from './problem-errors.ts'
import { isPassing, withRetries } from './retry.ts'
import { runtime } from './runtime.ts'
import { sendFile } from './send-file.ts'
import { several } from './several.ts'
import { contentOf, type UploadSource } from './upload-source.ts'

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
type Presigned = { key: string; uploadUrl: string; headers: Record<string, string>; expiresAt: string }

type Presign = (
  query: { fileName?: string; contentType?: string; contentLength?: number },
  options: CallOptions,
) => Call<Presigned>

type Defined<Members> = { [Name in keyof Members]: NonNullable<Members[Name]> }

const patience = { attemptTimeout: 600_000, timeout: 900_000 }

export async function upload(
  client: Client,
  presign: Presign,
  source: UploadSource,
  { onProgress, ...options }: UploadOptions = {},
): Promise<UploadedFile> {
  const watcher = client.watch(options, { id: 'upload', method: 'PUT', path: '' })
  let thrown: { error: unknown } | undefined
  const work = async (signal: AbortSignal, stop: (reason: unknown) => void) => {
    if (onProgress && typeof onProgress !== 'function') refuse('onProgress', 'a function', onProgress)
    const end = (error: unknown) => stop((thrown = { error }).error)
    const report = (progress: Progress) => {
      try {
        // An async function may be given too.
        Promise.resolve<unknown>(onProgress?.(progress)).catch(end)
      } catch (error) {
        // At once: nothing more must be sent.
        end(error)
      }
    }
    return uploading(client, watcher, presign, source, { ...options, signal }, onProgress && report)
  }
  const done = several('upload', Infinity, options.signal, work, () => {
    if (thrown) throw thrown.error
    return undefined
  })
  if (watcher) done.catch(watcher.failed)
  return done
}

async function uploading(
  client: Client,
  watcher: Watcher | undefined,
  presign: Presign,
  source: UploadSource,
  { fileName, contentType, contentLength, ...options }: UploadOptions,
  onProgress: UploadOptions['onProgress'],
): Promise<UploadedFile> {
  const policy = client.policy(options, patience)
  const content = contentOf(source, contentLength)
  const { blob, parts, size } = content
  // Safe cast: only a File has a name.
  const { name, type } = (blob ?? {}) as Partial<File>
  const query = {
    fileName: fileName ?? name,
    // A Blob without a type has an empty one.
    contentType: [contentType, type].find(Boolean) ?? 'application/octet-stream',
    // The contract's lengths begin with 1, so an empty file states no length.
    contentLength: size || undefined,
  }
  let target: Presigned | undefined
  let lastTarget: Presigned | undefined
  let isRefreshed = false
  const attempt = async (signal: AbortSignal) => {
    if (target === undefined || Date.parse(target.expiresAt) <= Date.now()) {
      // The times are those of the file. A repeatable upload repeats as a whole, so this call does not.
      const settings = { ...options, attemptTimeout: undefined, timeout: undefined, signal }
      if (blob) settings.maxRetries = 0
      // Safe cast: an undefined parameter is not sent.
      target = usable(await presign(query as Defined<typeof query>, settings))
    }
    const isRepeat = lastTarget === target
    lastTarget = target
    const sending = { ...content, signal, fetch: fetchOf(policy), streams: streams(policy), isRepeat }
    await sendFile(target, { ...sending, report: onProgress && forwards(onProgress, size) })
    return { key: target.key, size, contentType: query.contentType }
  }
  const isRepeatable = (error: unknown) => {
    if (!(error instanceof ProblemError && error.operation === 'upload')) return isPassing(error)
    const { status, body } = error
    // S3 answers 403 to an expired URL, by its own clock, and 400 to expired credentials. Any other refusal would last.
    if (status === 403 || status === 400) {
      target = undefined
      return !isRefreshed && (isRefreshed = body ? /expired/i.test(JSON.stringify(body)) : status === 403)
    }
    // S3 answers 409 while an earlier attempt on the same key is still being written.
    return status === 409 || status === 500 || isPassing(error)
  }
  const mayRepeat = (error: unknown, delay: number) => {
    const repeats = blob && isRepeatable(error)
    if (repeats) watcher?.retry(error, delay)
    return repeats
  }
  const watched = watcher?.attempt(attempt, { url: '', headers: {} }) ?? attempt
  return withRetries(policy, watched, mayRepeat, 'upload').catch((error: unknown) => {
    // A Node stream keeps its file open until it is closed.
    Promise.resolve(parts?.return?.()).catch(() => undefined)
    throw error
  })
}

/** Tells the numbers that are larger than all before. */
function forwards(onProgress: (progress: Progress) => void, total: number) {
  let told = -1
  return (loaded: number) => {
    if (loaded > told) onProgress({ loaded: (told = loaded), total })
  }
}

/** A cookie of the API is nothing for the storage. */
const fetchOf =
  ({ load, fetchOptions }: CallPolicy): Fetch =>
  (url, init) =>
    // Safe cast: an undefined option is none.
    load(url, { ...fetchOptions, credentials: undefined, ...init } as RequestInit)

/** Only the fetch of Node and Bun sends a stream with its length. */
function streams(policy: { fetch?: unknown }): boolean {
  return !policy.fetch && /^(Node|Bun)/.test(runtime() ?? '')
}

/** Refuses an answer that names no place to send the file to. */
function usable(target: Presigned): Presigned {
  const { key, uploadUrl, headers }: Record<string, unknown> = target
  if (typeof key !== 'string' || !/^https?:/.test(String(uploadUrl)) || Object(headers) !== headers)
    throw new ConnectionError('upload got no usable answer: no URL')
  return target
}
