// Decodes the aws-chunked encoding of a body: chunks, their signatures, and the trailers after the last chunk.
import { createHash } from 'node:crypto'
import { byteReader, type ByteReader } from './byte-reader.ts'
import { S3Error } from './error.ts'
import { chunkSignatures, sameSignature, sha256, type SigningContext } from './signature.ts'

type ChunkedEncoding = {
  /** Present when every chunk is signed. */
  signing?: SigningContext
  /** Whether trailers may follow. */
  trailing: boolean
  trailer?: string
}

type Signatures = ReturnType<typeof chunkSignatures>

const smallestChunk = 8192
const signatureTrailer = 'x-amz-trailer-signature'

/** Yields the bytes of the object, and fills `trailers` after the last one. */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  encoding: ChunkedEncoding,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer, void, undefined> {
  const reader = byteReader(source)
  const signatures = encoding.signing && chunkSignatures(encoding.signing)
  try {
    yield* chunks(reader, signatures)
    for (const [name, value] of await readTrailers(reader, encoding, signatures)) trailers.set(name, value)
    if (!(await reader.ended())) throw new S3Error('IncompleteBody')
  } finally {
    await reader.close()
  }
}

async function* chunks(reader: ByteReader, signatures?: Signatures): AsyncGenerator<Buffer, void, undefined> {
  let size = smallestChunk
  for (let number = 1; size > 0; number += 1) {
    const before = size
    const header = chunkHeader(await reader.line(), signatures !== undefined)
    size = header.size
    if (size > 0 && before < smallestChunk)
      throw new S3Error('InvalidChunkSizeError', { Chunk: number, BadChunkSize: before })
    const hash = createHash('sha256')
    for await (const piece of reader.take(size)) {
      if (signatures) hash.update(piece)
      yield piece
    }
    if (size > 0 && (await reader.line()) !== '') throw new S3Error('IncompleteBody')
    if (signatures) check(signatures.chunk(hash.digest('hex')), header.signature)
  }
}

async function readTrailers(reader: ByteReader, { trailing, trailer }: ChunkedEncoding, signatures?: Signatures) {
  const lines: [name: string, value: string][] = []
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    lines.push(readTrailer(line))
    if (!trailing || lines.length > 2) throw new S3Error('MalformedTrailerError')
  }
  const signature = lines.find(([name]) => name === signatureTrailer)?.[1]
  const trailers = lines.filter(([name]) => name !== signatureTrailer)
  if (trailers.map(([name]) => name).join() !== (trailer ?? '')) throw new S3Error('MalformedTrailerError')
  const signed = trailers.map((pair) => `${pair.join(':')}\n`).join('')
  if (signatures && trailing) check(signatures.trailers(sha256(signed)), signature)
  return trailers
}

function chunkHeader(line: string, signed: boolean): { size: number; signature?: string } {
  const form = signed ? /^([0-9a-f]{1,12});chunk-signature=([0-9a-f]{64})$/i : /^([0-9a-f]{1,12})$/i
  const [, size, signature] = form.exec(line) ?? []
  if (size === undefined) throw new S3Error('IncompleteBody')
  return { size: parseInt(size, 16), ...(signature !== undefined && { signature }) }
}

function readTrailer(line: string): [name: string, value: string] {
  const colon = line.indexOf(':')
  if (colon < 1) throw new S3Error('MalformedTrailerError')
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
}

function check(expected: string, given: string | undefined) {
  if (!sameSignature(expected, given ?? '')) throw new S3Error('SignatureDoesNotMatch')
}
