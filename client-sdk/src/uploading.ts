// Sends an upload. An attempt asks for a new URL when it needs one. It is loaded with the first upload.
import type { Client } from './client.ts'
import type { Core } from './later.ts'
import type { Watcher } from './observer.ts'
import type { CallPolicy, Fetch } from './options.ts'
import type { ProblemError } from './problem-errors.ts'
import { sendFile } from './send-file.ts'
import { contentOf, type Content } from './upload-content.ts'
import type { Held } from './upload-source.ts'
import type { Presign, Presigned, Progress, UploadedFile, UploadOptions } from './upload.ts'

type Defined<Members> = { [Name in keyof Members]: NonNullable<Members[Name]> }

/** The milliseconds of an attempt. */
const usualTime = 600_000

/** @param deadline When the upload must be done. The time for loading this module counts. */
export async function begin(
  core: Core,
  caller: Error,
  deadline: number,
  client: Client,
  watcher: Watcher | undefined,
  options: UploadOptions,
  presign: Presign,
  source: Promise<Held>,
): Promise<UploadedFile> {
  let thrown: { error: unknown } | undefined
  let content: Content | undefined
  const work = async (signal: AbortSignal, stop: (reason: unknown) => void) => {
    const end = (error: unknown) => stop((thrown = { error }).error)
    const held = await source
    const policy = policyOf(core, client, options, deadline)
    content = contentOf(core, held, options.contentLength)
    return sendContent(core, { ...policy, signal }, watcher, presign, content, { ...options, signal }, end)
  }
  const done = core.several(caller, Infinity, options.signal, work, () => {
    if (thrown) throw thrown.error
    return undefined
  })
  const clear = (error: unknown) => {
    watcher?.failed(error)
    return content?.parts?.return?.()
  }
  done.catch(clear).catch(() => undefined)
  return done
}

/** Refuses wrong options. */
function policyOf(
  { checked }: Core,
  client: Client,
  { fileName, contentType, contentLength, onProgress, attemptTimeout = usualTime, ...options }: UploadOptions,
  deadline: number,
): CallPolicy {
  const types = { fileName: 'a string', contentType: 'a string', contentLength: 0, onProgress: 'a function' }
  checked({ fileName, contentType, contentLength, onProgress }, types)
  const policy = client.policy({ ...options, attemptTimeout })
  return { ...policy, timeout: deadline - Date.now() }
}

/** @param end Ends the upload with an error of the caller's. */
async function sendContent(
  core: Core,
  policy: CallPolicy,
  watcher: Watcher | undefined,
  presign: Presign,
  content: Content,
  { fileName, contentType, contentLength, onProgress, ...options }: UploadOptions,
  end: (error: unknown) => void,
): Promise<UploadedFile> {
  const { isPassing, runtime, withRetries } = core
  const { blob, size } = content
  const query = queryOf(content, fileName, contentType)
  // Only the fetch of Node and Bun sends a stream with its length.
  const streams = !policy.fetch && /^(Node|Bun)/.test(runtime() ?? '')
  let target: Presigned | undefined
  let isRefreshed = false
  /** Its URL is that of the last attempt. */
  const request = { url: '', headers: {} }
  const attempt = async (signal: AbortSignal) => {
    if (target === undefined || Date.parse(target.expiresAt) <= Date.now()) {
      // The times are those of the file. The upload repeats as a whole, so this call does not.
      const settings = { ...options, attemptTimeout: undefined, timeout: undefined, signal, maxRetries: 0 }
      // Safe cast: an undefined parameter is not sent.
      target = usable(core, await presign(query as Defined<typeof query>, settings))
    }
    const isRepeat = request.url === target.uploadUrl
    request.url = target.uploadUrl
    const report = onProgress && forwards(onProgress, size, end)
    await sendFile(core, target, { ...content, signal, fetch: fetchOf(policy), streams, isRepeat, report })
    return { key: target.key, size, contentType: query.contentType }
  }
  const isRepeatable = (error: unknown) => {
    // Safe cast: the members of any value may be tested.
    const { operation, status, body } = Object(error) as Partial<ProblemError>
    if (operation !== 'upload') return isPassing(error)
    // S3 answers 403 to an old URL, by its own clock, and 400 to expired credentials. Any other refusal would last, but
    // one with 400 is a connection that was idle.
    // Safe cast: what the storage says is a text, if anything.
    const reason = body as string
    if (status === 403 || (status === 400 && !reason.includes('<Code>RequestTimeout<'))) {
      target = undefined
      return !isRefreshed && (isRefreshed = reason ? /expired|TooSkewed/i.test(reason) : status === 403)
    }
    // S3 answers 409 while an earlier attempt on the same key is still being written.
    return /400|409|500/.test(`${status}`) || isPassing(error)
  }
  const mayRepeat = (error: unknown, delay: number) => {
    // Without a URL nothing of a stream was read.
    const repeats = (blob ?? !target) && isRepeatable(error)
    if (repeats) watcher?.retry(error, delay)
    return repeats
  }
  const watched = watcher?.attempt(attempt, request) ?? attempt
  return withRetries(policy, watched, mayRepeat, 'upload')
}

/** What the URL is asked for. */
function queryOf({ blob, size }: Content, fileName?: string, contentType?: string) {
  // Safe cast: only a File has a name.
  const { name, type } = (blob ?? {}) as Partial<File>
  return {
    fileName: fileName ?? name,
    // A Blob without a type has an empty one.
    contentType: [contentType, type].find(Boolean) ?? 'application/octet-stream',
    // The contract's lengths begin with 1, so an empty file states no length.
    contentLength: size || undefined,
  }
}

/** Tells the numbers that are larger than all before. */
function forwards(onProgress: (progress: Progress) => unknown, total: number, end: (error: unknown) => void) {
  let told = -1
  return (loaded: number) => {
    if (loaded <= told) return
    told = loaded
    try {
      // An async function may be given too.
      Promise.resolve(onProgress({ loaded, total })).catch(end)
    } catch (error) {
      // At once: nothing more must be sent.
      end(error)
    }
  }
}

/** A cookie of the API is nothing for the storage. */
const fetchOf =
  ({ load, fetchOptions }: CallPolicy): Fetch =>
  (url, init) =>
    // Safe cast: an undefined option is none.
    load(url, { ...fetchOptions, credentials: undefined, ...init } as RequestInit)

/**
 * Refuses an answer that names no place to send the file to. The messages of fetch would show a password in it. The
 * address is as URL writes it, so that a redirect can be told by another one.
 */
function usable({ ConnectionError }: Core, target: Presigned): Presigned {
  const { key, uploadUrl, headers }: Record<string, unknown> = target
  const url = String(uploadUrl)
  try {
    if (typeof key === 'string' && /^https?:\/\/[^/@]+(\/|$)/.test(url) && Object(headers) === headers)
      return { ...target, uploadUrl: new URL(url).href }
  } catch {
    // It is no URL.
  }
  throw new ConnectionError('upload got no usable answer: no usable URL')
}
