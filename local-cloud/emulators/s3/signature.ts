// Computes Signature Version 4: canonical request, string to sign, signing key, and the chain of chunk signatures.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { S3Request } from './request.ts'

export const algorithm = 'AWS4-HMAC-SHA256'

/** The values that the chunks of a streamed body need. Each chunk is signed with the signature before it. */
export type SigningContext = { timestamp: string; scope: string; key: Buffer; signature: string }

export const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

export const sign = (key: Buffer, stringToSign: string) => hmac(key, stringToSign).toString('hex')

export const signingKey = (secretAccessKey: string, date: string, region: string) =>
  [date, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secretAccessKey}`))

export const stringToSign = (timestamp: string, scope: string, canonical: string) =>
  [algorithm, timestamp, scope, sha256(canonical)].join('\n')

export function canonicalRequest(request: S3Request, signedHeaders: readonly string[], payloadHash: string): string {
  const query = request.parameters
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]))
  return [
    request.method,
    request.path.split('/').map(encode).join('/'),
    query.map((pair) => pair.join('=')).join('&'),
    ...signedHeaders.map((name) => `${name}:${trimmed(request.headers.get(name) ?? '')}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n')
}

/** Signatures of the chunks of one body and of its trailers, in order. Each is made from the one before. */
export function chunkSignatures({ timestamp, scope, key, signature }: SigningContext) {
  let previous = signature
  const next = (kind: string, ...hashes: string[]) =>
    (previous = sign(key, [`${algorithm}-${kind}`, timestamp, scope, previous, ...hashes].join('\n')))
  return {
    chunk: (dataHash: string) => next('PAYLOAD', sha256(''), dataHash),
    trailers: (trailersHash: string) => next('TRAILER', trailersHash),
  }
}

export const sameSignature = (expected: string, given: string) =>
  expected.length === given.length && timingSafeEqual(Buffer.from(expected, 'latin1'), Buffer.from(given, 'latin1'))

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const trimmed = (value: string) => value.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '')
