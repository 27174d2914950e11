// The content of an upload, as it is sent. It is loaded with the first upload.
import type { Core } from './later.ts'
import type { Held } from './upload-source.ts'

const wrongLength = (given: unknown) => `contentLength must be the length of the file, not ${String(given)}`
const wanted = 'file must be a File, a Blob, bytes, or a stream with contentLength'

/** Gives a stream part by part. */
export type Parts = {
  next: () => Promise<IteratorResult<Uint8Array, unknown>>
  return?: () => unknown
  /** What the caller's own stream has failed with. A fetch tells it in words of its own. */
  failed?: { error: unknown; isOwn: true }
}

/** A Blob, or the parts of a stream. */
export type Content = ({ blob: Blob; parts?: undefined } | { blob?: undefined; parts: Parts }) & { size: number }

/** Refuses what is no file, and then has read nothing of it. */
export function contentOf({ fail }: Core, { source }: Held, contentLength: number | undefined): Content {
  // A list of a library may have a size and a slice too. The Blob of React Native has no more than them and a type.
  const isBlob = source.slice && typeof source.type === 'string' && (source.arrayBuffer ?? source instanceof Blob)
  // Safe cast: only a Blob has all of it.
  const blob = isBlob ? (source as Blob) : undefined
  const size = blob ? blob.size : contentLength
  if (
    size !== undefined &&
    (!Number.isSafeInteger(size) || size < 0 || (contentLength !== undefined && contentLength !== size))
  )
    fail(wrongLength(contentLength))
  if (size === undefined) return fail(wanted)
  if (blob) return { blob, size }
  const reader = source.getReader?.()
  const parts: Parts | undefined = reader
    ? { next: () => reader.read(), return: () => reader.cancel() }
    : source[Symbol.asyncIterator]?.()
  if (!parts) return fail(wanted)
  let length = 0
  let end: Awaited<ReturnType<Parts['next']>> | undefined
  const read: Parts['next'] = async () => {
    const part = await parts.next()
    const { value, done } = part
    if (!done && !ArrayBuffer.isView(value)) fail('a stream must give Uint8Arrays')
    length += done ? 0 : value.byteLength
    if (length > size || (done && length < size)) fail(wrongLength(size))
    // A copy: the stream may fill the same memory again, and not every platform sends a view of shared memory.
    return done ? part : { value: new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice() }
  }
  const checked = async () => {
    const part = await read()
    // The last part waits for the end. With it the storage would keep the beginning of a stream that is longer.
    while (length === size && !end?.done) end = part.done ? part : await read()
    return part
  }
  const own: Parts = {
    next: async () => {
      try {
        return end ?? (await checked())
      } catch (error) {
        own.failed = { error, isOwn: true }
        throw error
      }
    },
    // A Node stream whose iterator was not asked yet keeps its file open.
    return: () => (source.destroy ? source.destroy() : parts.return?.()),
  }
  return { parts: own, size }
}

/** All of it as a Blob, for platforms whose fetch does not send a stream with its length. */
export async function gathered(parts: Parts): Promise<Blob> {
  const bytes: Uint8Array[] = []
  for (;;) {
    const { value, done } = await parts.next()
    // Safe cast: each part is a copy in memory of its own.
    if (done) return new Blob(bytes as BlobPart[])
    bytes.push(value)
  }
}
