// The body of an upload: decoded, and compared with its declared length and hash while it passes.
import { createHash } from 'node:crypto'
import type { Authenticated } from './authenticate.ts'
import { decodeAwsChunked } from './aws-chunked.ts'
import { S3Error } from './error.ts'
import type { Headers } from './request.ts'

export type Payload = {
  length: number
  /** Fails, at the latest after its last byte, when the body is not the declared one. */
  bytes: AsyncIterable<Buffer>
  /** Filled after the last byte. */
  trailers: ReadonlyMap<string, string>
}

const largestUpload = 5 * 1024 ** 3

export function openPayload(body: AsyncIterable<Buffer>, { payloadHash, signing, headers }: Authenticated): Payload {
  const trailers = new Map<string, string>()
  const length = declaredLength(headers, payloadHash.startsWith('STREAMING-'))
  const trailer = headers.get('x-amz-trailer')?.trim().toLowerCase()
  const announced = trailer === undefined ? {} : { trailer }
  const decoded = () => {
    switch (payloadHash) {
      case 'UNSIGNED-PAYLOAD':
        return body
      case 'STREAMING-UNSIGNED-PAYLOAD-TRAILER':
        return decodeAwsChunked(body, { trailing: true, ...announced }, trailers)
      case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD':
        return decodeAwsChunked(body, { signing, trailing: false, ...announced }, trailers)
      case 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER':
        return decodeAwsChunked(body, { signing, trailing: true, ...announced }, trailers)
      default:
        if (!/^[0-9a-f]{64}$/.test(payloadHash))
          throw new S3Error(
            'InvalidArgument',
            { ArgumentName: 'x-amz-content-sha256', ArgumentValue: payloadHash },
            'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, one of the STREAMING values, or a valid sha256 value.',
          )
        return hashed(body, payloadHash)
    }
  }
  return { length, bytes: measured(decoded(), length), trailers }
}

function declaredLength(headers: Headers, chunked: boolean): number {
  const declared = headers.get(chunked ? 'x-amz-decoded-content-length' : 'content-length')
  if (declared === undefined) throw new S3Error('MissingContentLength')
  if (!/^\d{1,15}$/.test(declared))
    throw new S3Error('InvalidArgument', { ArgumentName: 'x-amz-decoded-content-length', ArgumentValue: declared })
  const length = Number(declared)
  if (length > largestUpload)
    throw new S3Error('EntityTooLarge', { ProposedSize: length, MaxSizeAllowed: largestUpload })
  return length
}

async function* measured(bytes: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer, void, undefined> {
  let count = 0
  const wrong = () =>
    new S3Error(
      'IncompleteBody',
      { NumberBytesExpected: length, NumberBytesProvided: count },
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
    )
  for await (const piece of bytes) {
    count += piece.length
    if (count > length) throw wrong()
    yield piece
  }
  if (count !== length) throw wrong()
}

async function* hashed(bytes: AsyncIterable<Buffer>, declared: string): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256')
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
  const computed = hash.digest('hex')
  if (computed !== declared)
    throw new S3Error('XAmzContentSHA256Mismatch', {
      ClientComputedContentSHA256: declared,
      S3ComputedContentSHA256: computed,
    })
}
