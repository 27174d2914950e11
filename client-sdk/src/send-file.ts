// One PUT of a file: by XMLHttpRequest where progress is wanted and there is one, else by fetch.
import { ConnectionError, problemFrom } from './errors.ts'

export type Progress = {
  /** Bytes sent so far. */
  loaded: number
  /** Bytes in all. */
  total: number
}

type Target = { uploadUrl: string; headers: Record<string, string> }

type Sending = {
  body: Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>
  size: number
  signal: AbortSignal
  onProgress: ((progress: Progress) => void) | undefined
  fetch: (request: Request) => Promise<Response>
}

export async function sendFile(target: Target, { body, size, signal, onProgress, fetch }: Sending): Promise<void> {
  signal.throwIfAborted()
  const isBrowser = typeof XMLHttpRequest !== 'undefined'
  // Browsers send no stream over HTTP/1.1, so there it is gathered first.
  const content = isBrowser && !(body instanceof Blob) ? await new Response(streamOf(body)).blob() : body
  onProgress?.({ loaded: 0, total: size })
  if (isBrowser && onProgress && content instanceof Blob)
    return sendByXhr(target, { content, size, signal, onProgress })

  const streamed = onProgress || !(content instanceof Blob)
  const init = {
    method: 'PUT',
    headers: { ...target.headers, ...(streamed && { 'content-length': String(size) }) },
    body: streamed ? counted(content, size, onProgress) : content,
    signal,
    duplex: 'half',
  }
  const response = await fetch(new Request(target.uploadUrl, init)).catch((cause: unknown) => {
    throw signal.aborted ? cause : new ConnectionError('the upload broke off', { cause })
  })
  refuse(response.status, response.headers, await response.text())
}

function sendByXhr(
  { uploadUrl, headers }: Target,
  {
    content,
    size,
    signal,
    onProgress,
  }: { content: Blob; size: number; signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', uploadUrl)
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded }) => onProgress({ loaded, total: size })
    xhr.onerror = () => reject(new ConnectionError('the upload broke off'))
    xhr.onload = () => {
      try {
        const received = xhr.getAllResponseHeaders().trim().split(/\r\n/).filter(Boolean)
        refuse(
          xhr.status,
          new Headers(received.map((line) => line.split(/: (.*)/s, 2) as [string, string])),
          xhr.responseText,
        )
        resolve()
      } catch (error) {
        reject(error as Error)
      }
    }
    // The promise itself is rejected by whoever aborted.
    signal.addEventListener('abort', () => xhr.abort())
    xhr.send(content)
  })
}

function refuse(status: number, headers: Headers, body: string) {
  if (status < 200 || status > 299) throw problemFrom({ status, headers, body, operation: 'upload' })
}

const isStream = (source: object): source is ReadableStream<Uint8Array> => 'getReader' in source

function streamOf(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  if (isStream(source)) return source
  const chunks = source[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await chunks.return?.()),
  })
}

/** The content as a stream that tells how much of it has been taken: what fetch knows of its progress. */
function counted(
  content: Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
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
  return streamOf(content instanceof Blob ? slices(content) : content).pipeThrough(count)
}

/** Smaller than what the platform reads at once, or the progress of a small file would be none at all. */
async function* slices(blob: Blob) {
  const length = 64 * 1024
  for (let start = 0; start < blob.size; start += length) {
    yield new Uint8Array(await blob.slice(start, start + length).arrayBuffer())
  }
}
