// One PUT of a file: by XMLHttpRequest in browsers when the caller wants progress, else by fetch.
import { ConnectionError, reasonOf, SdkError } from './errors.ts'
import { problemFrom } from './problem-errors.ts'
import type { Fetch } from './attempt.ts'
import { gathered, type Content, type Parts } from './upload-source.ts'

type Target = { uploadUrl: string; headers: Record<string, string> }

/** The answer of the storage. */
type Stored = { status: number; headers: Headers; body: string }

export type Sending = Content & {
  size: number
  signal: AbortSignal
  /** Tells how many bytes are sent, where the caller wants to know. */
  report?: ((loaded: number) => void) | undefined
  fetch: Fetch
  /** Whether fetch sends a stream with its length. */
  streams?: boolean
  /** Whether the same bytes were sent to the same URL before. */
  isRepeat?: boolean
}

// workerd has it: a stream whose length fetch knows.
declare const FixedLengthStream: (new (length: number) => TransformStream<Uint8Array, Uint8Array>) | undefined

export async function sendFile(target: Target, sending: Sending): Promise<void> {
  const { size, signal, report, isRepeat } = sending
  report?.(0)
  // The caller may have ended it. An XMLHttpRequest that starts after the abort would not notice that.
  if (signal.aborted) throw signal.reason
  const stored = await put(target, sending).catch((cause: unknown) => {
    if (signal.aborted || cause instanceof SdkError) throw cause
    // A message that quotes the URL shows a credential.
    const quotes = String(cause).includes('?')
    throw new ConnectionError(`the upload broke off: ${reasonOf(cause)}`, quotes ? {} : { cause })
  })
  const { status } = stored
  // The URL writes once and nobody else has it: an earlier attempt has stored the file, and its answer was lost.
  if (!(status >= 200 && status < 300) && !(isRepeat && status === 412))
    throw problemFrom({ ...stored, operation: 'upload' })
  report?.(size)
}

async function put({ uploadUrl: url, headers }: Target, sending: Sending): Promise<Stored> {
  const { blob, parts, size, signal, report, fetch, streams } = sending
  const isFixed = typeof FixedLengthStream !== 'undefined'
  const isXhr = report && typeof XMLHttpRequest !== 'undefined'
  // Elsewhere fetch drops the length of a stream, or stores its name. An empty stream is nothing to tell of.
  if (!isXhr && size > 0 && (streams || isFixed) && (report || parts)) {
    const stream = streamOf(parts ?? slices(blob), report)
    const body = isFixed ? stream.pipeThrough(new FixedLengthStream(size)) : stream
    return byFetch(fetch, url, {
      headers: { ...headers, 'content-length': String(size) },
      body,
      signal,
      duplex: 'half',
    })
  }
  const whole = blob ?? (await gathered(parts, size))
  if (isXhr) return byXhr(url, headers, whole, signal, report)
  // Deno sends an empty Blob without its length.
  return byFetch(fetch, url, { headers, body: size > 0 ? await sendable(whole) : '', signal })
}

/** The Blob of jsdom has bytes and no stream: the fetch of Node would send its name. That of React Native has neither. */
const sendable = async (blob: Partial<Blob>): Promise<BodyInit> =>
  // Safe cast: without its bytes it is still the Blob that it was.
  (blob.stream ? undefined : await blob.arrayBuffer?.()) ?? (blob as Blob)

async function byFetch(fetch: Fetch, url: string, init: RequestInit & { duplex?: 'half' }): Promise<Stored> {
  const response = await fetch(url, { method: 'PUT', ...init })
  // Safe cast: callers get the headers of their own fetch.
  return { status: response.status, headers: response.headers as Headers, body: await response.text() }
}

/** The parts as a stream that tells how many bytes fetch has taken. */
function streamOf(parts: Parts, report: Sending['report']): ReadableStream<Uint8Array> {
  let loaded = 0
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else {
        controller.enqueue(value)
        report?.((loaded += value.byteLength))
      }
    },
  })
}

/** Parts smaller than the platform's own, so that a small file shows progress too. */
async function* slices(blob: Blob) {
  const length = 64 * 1024
  for (let start = 0; start < blob.size; start += length) {
    yield new Uint8Array(await blob.slice(start, start + length).arrayBuffer())
  }
}

function byXhr(
  url: string,
  headers: Record<string, string>,
  body: Blob,
  signal: AbortSignal,
  report: (loaded: number) => void,
): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded }) => report(loaded)
    xhr.onerror = xhr.onabort = () => {
      // The abort's reason is any value of the caller's, not always an Error.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(signal.aborted ? signal.reason : new ConnectionError('the upload broke off'))
    }
    xhr.onload = () => {
      const lines = [...xhr.getAllResponseHeaders().matchAll(/(.+?): ?(.*)/g)]
      // Safe cast: a match has a name and a value.
      const received = new Headers(lines.map((line) => line.slice(1) as [string, string]))
      resolve({ status: xhr.status, headers: received, body: xhr.responseText })
    }
    signal.addEventListener('abort', () => xhr.abort())
    xhr.send(body)
  })
}
