// One PUT of a file: by XMLHttpRequest in browsers when the caller wants progress, else by fetch.
import { ConnectionError, problemFrom, reasonOf } from './errors.ts'

export type Progress = {
  /** Bytes sent so far. */
  loaded: number
  /** All bytes of the file. */
  total: number
}

type Target = { uploadUrl: string; headers: Record<string, string> }

/** The answer of the storage. */
type Stored = { status: number; headers: Headers; body: string }

type Sending = {
  body: Blob | ReadableStream<Uint8Array>
  size: number
  signal: AbortSignal
  onProgress: ((progress: Progress) => void) | undefined
  fetch: (request: Request) => Promise<Response>
  /** Whether the same bytes were sent to the same URL before. */
  isRepeat?: boolean
}

export async function sendFile(target: Target, sending: Sending): Promise<void> {
  const { body, size, signal, onProgress, isRepeat } = sending
  const isBrowser = typeof XMLHttpRequest !== 'undefined'
  // Browsers cannot send a stream over HTTP/1.1, so the stream becomes a Blob first.
  const content = isBrowser && !(body instanceof Blob) ? await new Response(body).blob() : body
  onProgress?.({ loaded: 0, total: size })
  // An XMLHttpRequest that starts after the abort would not notice it.
  signal.throwIfAborted()
  const byXhr = isBrowser && onProgress && content instanceof Blob
  const stored = byXhr
    ? await sendByXhr(target, { content, size, signal, onProgress })
    : await sendByFetch(target, { ...sending, body: content })
  const { status } = stored
  // The URL writes once and nobody else has it: an earlier attempt has stored the file, and its answer was lost.
  if (isRepeat && status === 412) return
  if (status < 200 || status > 299) throw problemFrom({ ...stored, operation: 'upload' })
}

async function sendByFetch(target: Target, { body, size, signal, onProgress, fetch }: Sending): Promise<Stored> {
  const isStreamed = onProgress !== undefined || !(body instanceof Blob)
  const init = {
    method: 'PUT',
    headers: { ...target.headers, ...(isStreamed && { 'content-length': String(size) }) },
    body: isStreamed ? counted(body, size, onProgress) : body,
    signal,
    duplex: 'half',
  }
  try {
    const response = await fetch(new Request(target.uploadUrl, init))
    return { status: response.status, headers: response.headers, body: await response.text() }
  } catch (cause) {
    throw signal.aborted ? cause : new ConnectionError(`the upload broke off: ${reasonOf(cause)}`, { cause })
  }
}

function sendByXhr(
  { uploadUrl, headers }: Target,
  {
    content,
    size,
    signal,
    onProgress,
  }: { content: Blob; size: number; signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', uploadUrl)
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded }) => onProgress({ loaded, total: size })
    xhr.onerror = xhr.onabort = () => {
      // The abort's reason is any value of the caller's, not always an Error.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(signal.aborted ? signal.reason : new ConnectionError('the upload broke off'))
    }
    xhr.onload = () => {
      const lines = xhr.getAllResponseHeaders().trim().split(/\r\n/).filter(Boolean)
      // Safe cast: the line of a header has a name and a value.
      const received = new Headers(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]))
      resolve({ status: xhr.status, headers: received, body: xhr.responseText })
    }
    signal.addEventListener('abort', () => xhr.abort())
    xhr.send(content)
  })
}

const isStream = (source: object): source is ReadableStream<Uint8Array> => 'getReader' in source

/** The source as a stream that reads the first part at once. */
export function streamOf(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  if (isStream(source)) return source
  // Safe cast: the value at an iterator's end is not used.
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>
  return new ReadableStream({
    pull: async (controller) => {
      const { value } = await chunks.next()
      if (value) controller.enqueue(value)
      else controller.close()
    },
    cancel: async () => {
      await chunks.return?.()
    },
  })
}

/** The content as a stream that reports how much fetch has taken. */
function counted(
  content: Blob | ReadableStream<Uint8Array>,
  total: number,
  onProgress: ((progress: Progress) => void) | undefined,
): ReadableStream<Uint8Array> {
  let loaded = 0
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      controller.enqueue(chunk)
      onProgress?.({ loaded: (loaded += chunk.byteLength), total })
    },
  })
  return (content instanceof Blob ? streamOf(slices(content)) : content).pipeThrough(count)
}

/** Parts smaller than the platform's own, so that a small file shows progress too. */
async function* slices(blob: Blob) {
  const length = 64 * 1024
  for (let start = 0; start < blob.size; start += length) {
    yield new Uint8Array(await blob.slice(start, start + length).arrayBuffer())
  }
}
