// The content of an upload: what is accepted, and what happens to it before the rest of the upload is loaded.

/**
 * The content of an upload. A `File` has a name and a type, a `Blob` a type. A stream needs `contentLength`. It can be
 * read only once, so its upload is not repeated.
 */
export type UploadSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

/** A Blob, or a stream with its first part. Neither: it is no file. */
export type Held =
  | { blob: Blob; parts?: undefined }
  | { blob?: undefined; parts?: Parts | undefined; first?: ReturnType<Parts['next']> | undefined }

export type Parts = { next: () => Promise<IteratorResult<Uint8Array, unknown>>; return?: () => unknown }

type Source = Partial<File & ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>>

/**
 * Copies bytes, which the caller may change after the call: a Blob can be sent again and is of known length. Of a stream
 * it reads the first part: a Node stream that fails before its first read ends the program.
 */
export function held(source: unknown, contentLength: unknown): Held {
  // Safe cast: the members of any value may be tested. Not by instanceof: the window of a test has classes of its own.
  const given = Object(source) as Source
  const isBuffer = {}.toString.call(given) === '[object ArrayBuffer]'
  // Safe cast: the type asks for unshared memory, but Blob copies a view of any memory.
  if (ArrayBuffer.isView(given) || isBuffer) return { blob: new Blob([given as BlobPart]) }
  // Safe cast: only a Blob has both.
  if (given.slice && 'size' in given) return { blob: given as Blob }
  // It is refused, so nothing of it must be gone.
  if (!Number.isSafeInteger(contentLength)) return {}
  const reader = given.getReader?.()
  const parts: Parts | undefined = reader
    ? { next: () => reader.read(), return: () => reader.cancel() }
    : given[Symbol.asyncIterator]?.()
  const first = parts?.next()
  first?.catch(() => undefined)
  return { parts, first }
}
