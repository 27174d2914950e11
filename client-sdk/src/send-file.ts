// One PUT of a file: by XMLHttpRequest in browsers when the caller wants progress, else by fetch. It is loaded with the
// first upload.
import type { Core } from './later.ts'
import type { Fetch, FetchedResponse } from './options.ts'
import { gathered, type Content, type Parts } from './upload-content.ts'
import { hiding, type Target } from './upload-secrets.ts'

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
  const { ConnectionError, fail, isRedirect, problemFrom, reasonOf, SdkError } = core
  const { parts, size, signal, report, isRepeat } = sending
  const hide = hiding(target)
  report?.(0)
  try {
    // The caller may have ended it. An XMLHttpRequest that starts after the abort would not notice that.
    if (signal.aborted) throw signal.reason
    const response = await put(target, sending)
    const { ok, status } = response
    // The signature is for one host. Another address, or a GET after a 303, stores nothing.
    if (isRedirect(response, target.uploadUrl)) fail('upload met a redirect')
    const body = hide(await response.text())
    // A storage that has stored a file says nothing more. A page comes from something in front of it.
    if (ok && body) throw new ConnectionError('upload got no usable answer: a success with a body')
    // The URL writes once and nobody else has it: an earlier attempt has stored the file, and its answer was lost.
    if (!ok && !(isRepeat && status === 412))
      throw problemFrom({ status, headers: shownOf(response, hide), body, operation: 'upload' })
  } catch (met) {
    if (signal.aborted) throw signal.reason
    const { error, isOwn } = parts?.failed ?? { error: met }
    if (error instanceof SdkError) throw error
    // The error of fetch may hold the URL, and what was sent. That of the caller's own stream holds neither.
    const words = hide(reasonOf(error))
    throw new ConnectionError(`the upload broke off: ${words}`, { cause: isOwn ? error : new Error(words) })
  }
  report?.(size)
}

/** The headers that hold no secret. A fetch of the caller's may give no more than `get`. */
function shownOf({ headers }: FetchedResponse, hide: (text: string) => string): Headers {
  const shown = new Headers()
  const show = (value: string | null, name: string) => {
    if (value && hide(value) === value) shown.append(name, value)
  }
  // Safe cast: the member of any value may be tested.
  if ((headers as Partial<Headers>).forEach) (headers as Headers).forEach(show)
  else show(headers.get('retry-after'), 'retry-after')
  return shown
}

async function put({ uploadUrl: url, headers }: Target, sending: Sending): Promise<FetchedResponse> {
  const { blob, parts, size, signal, report, fetch, streams } = sending
  const isXhr = report && typeof XMLHttpRequest !== 'undefined'
  // Safe cast: workerd has a stream whose length fetch knows.
  const { FixedLengthStream } = globalThis as Platform
  let body: BodyInit
  // Elsewhere fetch drops the length of a stream, or stores its name. An empty stream is nothing to tell of.
  if (!isXhr && size > 0 && (FixedLengthStream ?? streams) && (report ?? parts)) {
    const stream = streamOf(parts ?? slices(blob), report)
    body = FixedLengthStream ? stream.pipeThrough(new FixedLengthStream(size)) : stream
    // The service may name the length too, with any letters: two of them are no length.
    const sized = new Headers(headers)
    sized.set('content-length', String(size))
    headers = Object.fromEntries(sized)
  } else {
    const whole: Partial<Blob> = blob ?? (await gathered(parts))
    if (isXhr) return byXhr(url, headers, whole as Blob, signal, report)
    // Deno sends an empty Blob without its length. The Blob of jsdom has bytes and no stream: the fetch of Node would
    // send its name. That of React Native has neither.
    body = size > 0 ? ((whole.stream ? undefined : await whole.arrayBuffer?.()) ?? (whole as Blob)) : ''
  }
  const init = { method: 'PUT', headers, body, signal, duplex: 'half', redirect: 'manual' as const }
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
): Promise<FetchedResponse> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = ({ loaded }) => report(loaded)
    xhr.onerror = xhr.onabort = () => reject(new Error('no connection'))
    // Browsers show a page no header of the storage that matters here. A Response takes not every status.
    xhr.onload = () => {
      const { status, responseText, responseURL: url } = xhr
      const text = () => Promise.resolve(responseText)
      resolve({ ok: status > 199 && status < 300, status, url, headers: new Headers(), text })
    }
    signal.addEventListener('abort', () => xhr.abort())
    xhr.send(body)
  })
}
