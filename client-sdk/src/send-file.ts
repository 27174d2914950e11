// One PUT of a file: by XMLHttpRequest in browsers when the caller wants progress, else by fetch. It is loaded with the
// first upload.
import type { Core } from './later.ts'
import type { Fetch, FetchedResponse } from './options.ts'
import { gathered, type Content, type Parts } from './upload-content.ts'

type Target = { uploadUrl: string; headers: Record<string, string> }

type Sending = Content & {
  signal: AbortSignal
  /** Tells how many bytes are sent, where the caller wants to know. */
  report?: ((loaded: number) => void) | undefined
  fetch: Fetch
  /** Whether fetch sends a stream with its length. */
  streams?: boolean
  /** Whether the same bytes were sent to the same URL before. */
  isRepeat?: boolean
}

type Platform = {
  FixedLengthStream?: new (length: number) => TransformStream<Uint8Array, Uint8Array>
}

export async function sendFile(core: Core, target: Target, sending: Sending): Promise<void> {
  const { ConnectionError, problemFrom, reasonOf, SdkError } = core
  const { size, signal, report, isRepeat } = sending
  report?.(0)
  try {
    // The caller may have ended it. An XMLHttpRequest that starts after the abort would not notice that.
    if (signal.aborted) throw signal.reason
    const response = await put(core, target, sending)
    const { ok, status } = response
    const body = await response.text()
    // The URL writes once and nobody else has it: an earlier attempt has stored the file, and its answer was lost.
    // Safe cast: callers get the headers of their own fetch.
    if (!ok && !(isRepeat && status === 412))
      throw problemFrom({ status, headers: response.headers as Headers, body, operation: 'upload' })
  } catch (cause) {
    if (signal.aborted) throw signal.reason
    if (cause instanceof SdkError) throw cause
    // A message that quotes the URL shows a credential.
    throw new ConnectionError(`the upload broke off: ${reasonOf(cause)}`, String(cause).includes('?') ? {} : { cause })
  }
  report?.(size)
}

async function put(core: Core, { uploadUrl: url, headers }: Target, sending: Sending): Promise<FetchedResponse> {
  const { blob, parts, size, signal, report, fetch, streams } = sending
  const isXhr = report && typeof XMLHttpRequest !== 'undefined'
  // Safe cast: workerd has a stream whose length fetch knows.
  const { FixedLengthStream } = globalThis as Platform
  let body: BodyInit
  // Elsewhere fetch drops the length of a stream, or stores its name. An empty stream is nothing to tell of.
  if (!isXhr && size > 0 && (FixedLengthStream ?? streams) && (report ?? parts)) {
    const stream = streamOf(parts ?? slices(blob), report)
    body = FixedLengthStream ? stream.pipeThrough(new FixedLengthStream(size)) : stream
    headers = { ...headers, 'content-length': String(size) }
  } else {
    const whole: Partial<Blob> = blob ?? (await gathered(core, parts, size))
    if (isXhr) return byXhr(url, headers, whole as Blob, signal, report)
    // Deno sends an empty Blob without its length. The Blob of jsdom has bytes and no stream: the fetch of Node would
    // send its name. That of React Native has neither.
    body = size > 0 ? ((whole.stream ? undefined : await whole.arrayBuffer?.()) ?? (whole as Blob)) : ''
  }
  const init = { method: 'PUT', headers, body, signal, duplex: 'half' }
  return fetch(url, init)
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
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded }) => report(loaded)
    xhr.onerror = xhr.onabort = () => reject(new Error('no connection'))
    // Browsers show a page no header of the storage that matters here.
    xhr.onload = () => resolve(new Response(xhr.responseText || null, { status: xhr.status }))
    signal.addEventListener('abort', () => xhr.abort())
    xhr.send(body)
  })
}
