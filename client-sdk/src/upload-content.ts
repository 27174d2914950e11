// The content of an upload, as it is sent. It is loaded with the first upload.
import type { Core } from './later.ts'
import type { Held } from './upload-source.ts'

const wrongLength = (given: unknown) => `contentLength must be the length of the file, not ${String(given)}`
const wanted = 'file must be a File, a Blob, bytes, or a stream with contentLength'

/** Gives a stream part by part. */
export type Parts = { next: () => Promise<IteratorResult<Uint8Array, unknown>>; return?: () => unknown }

/** A Blob, or the parts of a stream. */
export type Content = ({ blob: Blob; parts?: undefined } | { blob?: undefined; parts: Parts }) & { size: number }

/** Refuses what is no file, and then has read nothing of it. */
export function contentOf({ fail }: Core, { source }: Held, contentLength: number | undefined): Content {
  // Safe cast: only a Blob has both.
  const blob = source.slice && 'size' in source ? (source as Blob) : undefined
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
  const next: Parts['next'] = async () => {
    const part = await parts.next()
    if (!part.done && !ArrayBuffer.isView(part.value)) fail('a stream must give Uint8Arrays')
    return part
  }
  // A Node stream whose iterator was not asked yet keeps its file open.
  const close = () => (source.destroy ? source.destroy() : parts.return?.())
  return { parts: { next, return: close }, size }
}

/** All of it as a Blob, for platforms whose fetch does not send a stream with its length. */
export async function gathered({ fail }: Core, parts: Parts, size: number): Promise<Blob> {
  const bytes: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { value, done } = await parts.next()
    if (done) break
    bytes.push(value)
    length += value.byteLength
    if (length > size) break
  }
  if (length !== size) fail(wrongLength(size))
  // Safe cast: the type asks for unshared memory, but Blob copies a view of any memory.
  return new Blob(bytes as BlobPart[])
}
