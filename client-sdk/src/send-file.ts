// One PUT of a file: as a stream where the platform keeps its length, else whole. Browsers tell the progress themselves.
import { ConnectionError, problemFrom, reasonOf } from './errors.ts'

export type Progress = {
  /** Bytes sent so far. */
  loaded: number
  /** All bytes of the file. */
  total: number
}

type Target = { uploadUrl: string; headers: Record<string, string> }

export type Parts = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

type Sending = {
  body: Blob | Parts
  size: number
  signal: AbortSignal
  onProgress: ((progress: Progress) => void) | undefined
  fetch: (request: Request) => Promise<Response>
  /** Whether the same bytes were sent to the same URL before. */
  isRepeat?: boolean
}

/** What shows how a platform sends a file. Safe cast: every member is optional. */
const platform = globalThis as {
  XMLHttpRequest?: unknown
  FixedLengthStream?: new (length: number) => TransformStream<Uint8Array, Uint8Array>
  navigator?: { userAgent?: string }
}

/**
 * Whether fetch sends a stream together with its length, which the storage asks for. Node and Bun do, and workers with
 * a FixedLengthStream. Deno and service workers drop the length, and browsers need HTTP/2 for a stream.
 */
const keepsLength = () =>
  !platform.XMLHttpRequest &&
  // Node 20 has no navigator.
  (platform.FixedLengthStream ?? /^(Node|Bun|undefined)/.test(`${platform.navigator?.userAgent}`))

export async function sendFile(
  { uploadUrl, headers }: Target,
  { body, size, signal, onProgress, fetch, isRepeat }: Sending,
): Promise<void> {
  let loaded = 0
  const report = (length: number) => onProgress?.({ loaded: (loaded += length), total: size })
  let answer: Response
  let text: string
  try {
    const isStreamed = size > 0 && (onProgress ?? !(body instanceof Blob)) && keepsLength()
    const content = isStreamed
      ? streamFrom(body, size, report)
      : body instanceof Blob
        ? body
        : await blobFrom(body, size, signal)
    report(0)
    // An XMLHttpRequest that starts after the abort would not notice it.
    if (signal.aborted) throw signal.reason
    answer = await (onProgress && platform.XMLHttpRequest
      ? sendByXhr(uploadUrl, headers, content, signal, (sent) => report(sent - loaded))
      : fetch(
          new Request(uploadUrl, {
            method: 'PUT',
            headers: { ...headers, 'content-length': `${size}` },
            // Deno sends an empty Blob without its length.
            body: size > 0 ? content : '',
            signal,
            // The types of the DOM do not have it.
            ...{ duplex: 'half' },
          }),
        ))
    text = await answer.text()
  } catch (cause) {
    throw signal.aborted ? signal.reason : new ConnectionError(`the upload broke off: ${reasonOf(cause)}`, { cause })
  }
  const { ok, status, headers: received } = answer
  // The URL writes once and nobody else has it: an earlier attempt has stored the file, and its answer was lost.
  if (!ok && !(isRepeat && status === 412)) {
    throw problemFrom({ status, headers: received, body: text, operation: 'upload' })
  }
  report(size - loaded)
}

const sendByXhr = (
  url: string,
  headers: Record<string, string>,
  content: Blob | ReadableStream,
  signal: AbortSignal,
  report: (sent: number) => void,
) =>
  new Promise<Response>((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded }) => report(loaded)
    xhr.onerror = xhr.onabort = () => reject(new Error('no connection'))
    xhr.onload = () => {
      resolve(new Response(xhr.responseText || null, { status: xhr.status }))
    }
    signal.addEventListener('abort', () => xhr.abort())
    // Safe cast: a platform with XMLHttpRequest sends no streams.
    xhr.send(content as Blob)
  })

/** Parts of a Blob are smaller than the platform's own, so that a small file shows progress too. */
const partLength = 64 * 1024

async function* partsOf(source: Blob | Parts): AsyncGenerator<Uint8Array, undefined> {
  if (source instanceof Blob) {
    for (let start = 0; start < source.size; start += partLength) {
      yield new Uint8Array(await source.slice(start, start + partLength).arrayBuffer())
    }
  } else if ('getReader' in source) {
    // Not every browser can iterate a stream.
    const reader = source.getReader()
    try {
      for (let part; !(part = await reader.read()).done;) yield part.value
    } finally {
      reader.cancel().catch(() => undefined)
    }
  } else yield* source
}

/** A stream of known length. It reads nothing ahead, so that the progress follows what fetch takes. */
function streamFrom(source: Blob | Parts, size: number, report: (length: number) => void): ReadableStream<Uint8Array> {
  const parts = partsOf(source)
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { value } = await parts.next()
        if (value) {
          controller.enqueue(value)
          report(value.byteLength)
        } else controller.close()
      },
      cancel: async () => {
        await parts.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  const { FixedLengthStream } = platform
  return FixedLengthStream ? stream.pipeThrough(new FixedLengthStream(size)) : stream
}

async function blobFrom(source: Parts, size: number, signal: AbortSignal): Promise<Blob> {
  const parts: BlobPart[] = []
  for await (const part of partsOf(source)) {
    if (signal.aborted) break
    // Safe cast: the type asks for unshared memory, but Blob copies a view of any memory.
    parts.push(part as Uint8Array<ArrayBuffer>)
  }
  const blob = new Blob(parts)
  if (blob.size !== size) throw new Error(`the stream has ${blob.size} bytes instead of ${size}`)
  return blob
}
