// The content of an upload: what is accepted, its length, and the parts of a stream.
import { refuse } from './checks.ts'
import { fail } from './errors.ts'

/**
 * The content of an upload. A `File` has a name and a type, a `Blob` a type. A stream needs `contentLength`. It can be
 * read only once, so its upload is not repeated.
 */
export type UploadSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

/** A Blob, or the parts of a stream. */
export type Content = { blob: Blob; parts?: undefined } | { blob?: undefined; parts: Parts }

export type Parts = { next: () => Promise<IteratorResult<Uint8Array, unknown>>; return?: () => unknown }

type Source = Partial<File & ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>>

/** Refuses what is no file. Bytes become a Blob, which can be sent again and is of known length. */
export function contentOf(source: unknown, contentLength: number | undefined): Content & { size: number } {
  // Safe cast: the members of any value may be tested. Not by instanceof: the window of a test has classes of its own.
  const given = Object(source) as Source
  const blob = blobOf(given)
  const size = blob ? blob.size : contentLength
  if (size === undefined || !(blob ?? given.getReader ?? given[Symbol.asyncIterator]))
    fail('file must be a File, a Blob, bytes, or a stream with contentLength')
  if (!Number.isSafeInteger(size) || size < 0 || (contentLength !== undefined && contentLength !== size))
    refuse('contentLength', 'the length of the file', contentLength)
  return blob ? { blob, size } : { parts: partsOf(given), size }
}

function blobOf(given: Source): Blob | undefined {
  // Safe cast: the type asks for unshared memory, but Blob copies a view of any memory.
  const isBuffer = {}.toString.call(given) === '[object ArrayBuffer]'
  if (ArrayBuffer.isView(given) || isBuffer) return new Blob([given as BlobPart])
  // Safe cast: only a Blob has both.
  return given.slice && 'size' in given ? (given as Blob) : undefined
}

/** Reads the first part at once: a Node stream that fails before its first read ends the program. */
function partsOf(source: Source): Parts {
  const reader = source.getReader?.()
  const parts: Parts = reader
    ? { next: () => reader.read(), return: () => reader.cancel() }
    : // Safe cast: the source is a stream of one of the two kinds.
      (source as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  let first: ReturnType<Parts['next']> | undefined = parts.next()
  first.catch(() => undefined)
  return {
    next: async () => {
      const part = await (first ?? parts.next())
      first = undefined
      if (!part.done && !ArrayBuffer.isView(part.value)) fail('a stream must give Uint8Arrays')
      return part
    },
    // A Node stream keeps its file open until then.
    return: async () => await parts.return?.(),
  }
}
