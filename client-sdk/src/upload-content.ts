// The content of an upload, as it is sent. It is loaded with the first upload.
import type { Core } from './later.ts'
import type { Held, Parts } from './upload-source.ts'

/** A Blob, or the parts of a stream. */
export type Content = ({ blob: Blob; parts?: undefined } | { blob?: undefined; parts: Parts }) & { size: number }

/** Refuses what is no file. */
export function contentOf({ fail, refuse }: Core, source: Held, contentLength: number | undefined): Content {
  const { blob, parts } = source
  const size = blob ? blob.size : contentLength
  if (
    size !== undefined &&
    (!Number.isSafeInteger(size) || size < 0 || (contentLength !== undefined && contentLength !== size))
  )
    refuse('contentLength', 'the length of the file', contentLength)
  if (blob) return { blob, size: blob.size }
  if (size === undefined || !parts) return fail('file must be a File, a Blob, bytes, or a stream with contentLength')
  let { first } = source
  const next: Parts['next'] = async () => {
    const part = await (first ?? parts.next())
    first = undefined
    if (!part.done && !ArrayBuffer.isView(part.value)) fail('a stream must give Uint8Arrays')
    return part
  }
  return { parts: { next }, size }
}

/** All of it as a Blob, for platforms whose fetch does not send a stream with its length. */
export async function gathered({ refuse }: Core, parts: Parts, size: number): Promise<Blob> {
  const bytes: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { value, done } = await parts.next()
    if (done) break
    bytes.push(value)
    length += value.byteLength
    if (length > size) break
  }
  if (length !== size) refuse('contentLength', 'the length of the file', size)
  // Safe cast: the type asks for unshared memory, but Blob copies a view of any memory.
  return new Blob(bytes as BlobPart[])
}
