// The content of an upload: what is accepted, and what happens to it before the rest of the upload is loaded.

/**
 * The content of an upload. A `File` has a name and a type, a `Blob` a type. A stream needs `contentLength`. It can be
 * read only once, so its upload is repeated only until there is a URL.
 */
export type UploadSource =
  Blob | ArrayBufferLike | ArrayBufferView | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

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
  // Safe cast: the members of any value may be tested. The memory may be shared.
  const { buffer = source, byteOffset, byteLength } = source as unknown as Partial<ArrayBufferView<ArrayBuffer>>
  if (ArrayBuffer.isView(source) || {}.toString.call(source).endsWith('ArrayBuffer]'))
    // Safe cast: it is a buffer, with or without a view. The slice is a copy: not every platform's Blob takes shared memory.
    return { source: new Blob([new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength).slice()]) }
  // Without a listener, a Node stream that fails would end the program. Its reader gets the error later.
  source.on?.('error', () => undefined)
  return { source }
}
