// Compares an upload with its declared digests: Content-MD5, and one x-amz-checksum in a header or a trailer.
import { checksums, isBase64Of, isChecksumAlgorithm, md5, type ChecksumAlgorithm } from './checksums.ts'
import { S3Error } from './error.ts'
import type { Headers } from './request.ts'

export type Checksum = { algorithm: ChecksumAlgorithm; value: string }

const prefix = 'x-amz-checksum-'

/** `trailers` is read after the end of the body. */
export function openIntegrity(headers: Headers, trailers: ReadonlyMap<string, string>) {
  const declaredMd5 = headers.get('content-md5')
  if (declaredMd5 !== undefined && !isBase64Of(declaredMd5, 16))
    throw new S3Error('InvalidDigest', { 'Content-MD5': declaredMd5 })
  const declared = declaredChecksum(headers)
  // S3 computes a CRC-64/NVME for every upload that declares no checksum.
  const algorithm = declared?.algorithm ?? 'crc64nvme'
  const checksum = checksums[algorithm].create()
  const whole = md5()

  return {
    update(bytes: Buffer) {
      whole.update(bytes)
      checksum.update(bytes)
    },

    async verify(): Promise<{ etag: string; checksum: Checksum }> {
      const digest = await whole.base64()
      if (declaredMd5 !== undefined && declaredMd5 !== digest)
        throw new S3Error('BadDigest', { ExpectedDigest: declaredMd5, CalculatedDigest: digest })
      const value = await checksum.base64()
      const expected = declared && (declared.value ?? trailers.get(prefix + algorithm) ?? '')
      if (expected !== undefined) checkForm(algorithm, expected)
      if (expected !== undefined && expected !== value)
        throw new S3Error(
          'BadDigest',
          {},
          `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
        )
      return { etag: `"${Buffer.from(digest, 'base64').toString('hex')}"`, checksum: { algorithm, value } }
    },
  }
}

/** Without `value`, the checksum arrives in the trailer. */
function declaredChecksum(headers: Headers): { algorithm: ChecksumAlgorithm; value?: string } | undefined {
  const invalid = (message: string) => new S3Error('InvalidRequest', {}, message)
  const settings = [`${prefix}algorithm`, `${prefix}mode`, `${prefix}type`]
  const names = [...headers.keys()].filter((name) => name.startsWith(prefix) && !settings.includes(name))
  const trailer = headers.get('x-amz-trailer')?.trim().toLowerCase()
  if (trailer !== undefined) names.push(trailer)
  const [name] = names
  if (names.length > 1)
    throw invalid('Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.')
  const requested = headers.get('x-amz-sdk-checksum-algorithm')?.toLowerCase()
  if (name === undefined) {
    if (requested !== undefined)
      throw invalid(
        'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
      )
    return undefined
  }
  const algorithm = name.slice(prefix.length)
  if (!name.startsWith(prefix) || !isChecksumAlgorithm(algorithm))
    throw invalid(
      name === trailer
        ? 'The value specified in the x-amz-trailer header is not supported'
        : `${name} is not supported`,
    )
  if (requested !== undefined && requested !== algorithm)
    throw invalid('Value for x-amz-sdk-checksum-algorithm header is invalid.')
  const value = headers.get(name)
  if (value === undefined) return { algorithm }
  checkForm(algorithm, value)
  return { algorithm, value }
}

function checkForm(algorithm: ChecksumAlgorithm, value: string) {
  if (!isBase64Of(value, checksums[algorithm].length))
    throw new S3Error('InvalidRequest', {}, `Value for ${prefix}${algorithm} header is invalid.`)
}
