// The content of an upload: what is accepted, and what happens to it before the rest of the upload is loaded.

/**
 * The content of an upload. A `File` has a name and a type, a `Blob` a type. A stream needs `contentLength`. It can be
 * read only once, so its upload is not repeated.
 */
export type UploadSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

/** The members that the kinds of content have, and those of a Node stream. */
export type Source = Partial<
  File &
    ReadableStream<Uint8Array> &
    AsyncIterable<Uint8Array> & { on: (event: 'error', listener: () => void) => unknown; destroy: () => unknown }
>

/** Any value, or a Blob instead of bytes. In an object, because a promise of a promise would wait for it. */
export type Held = { source: Source }

/** Copies bytes at once, because the caller may change them after the call. Nothing of a stream is read yet. */
export function held(given: unknown): Held {
  // Safe cast: the members of any value may be tested. Not by instanceof: the window of a test has classes of its own.
  const source = Object(given) as Source
  const isBuffer = {}.toString.call(source) === '[object ArrayBuffer]'
  // Safe cast: the type asks for unshared memory, but Blob copies a view of any memory.
  if (ArrayBuffer.isView(source) || isBuffer) return { source: new Blob([source as BlobPart]) }
  // Without a listener, a Node stream that fails would end the program. Its reader gets the error later.
  source.on?.('error', () => undefined)
  return { source }
}
