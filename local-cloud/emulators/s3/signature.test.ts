// Signatures compared with the examples in Amazon S3's API reference, "Authenticating Requests".
import { expect, test } from 'vitest'
import type { S3Request } from './request.ts'
import { canonicalRequest, chunkSignatures, sha256, sign, signingKey, stringToSign } from './signature.ts'

const key = signingKey('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', '20130524', 'us-east-1')
const timestamp = '20130524T000000Z'
const scope = '20130524/us-east-1/s3/aws4_request'
const host = 'examplebucket.s3.amazonaws.com'

const example = (request: Partial<S3Request>): S3Request => ({
  method: 'GET',
  path: '/test.txt',
  bucket: '',
  key: '',
  parameters: [],
  headers: new Map(),
  ...request,
})

const signatureOf = (request: S3Request, signedHeaders: string[], payloadHash: string) =>
  sign(key, stringToSign(timestamp, scope, canonicalRequest(request, signedHeaders, payloadHash)))

test('GET Object with a Range header', () => {
  const headers = new Map([
    ['host', host],
    ['range', 'bytes=0-9'],
    ['x-amz-content-sha256', sha256('')],
    ['x-amz-date', timestamp],
  ])
  expect(signatureOf(example({ headers }), [...headers.keys()], sha256(''))).toBe(
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

test('PUT Object with a dollar sign in its key', () => {
  const hash = sha256('Welcome to Amazon S3.')
  const headers = new Map([
    ['date', 'Fri, 24 May 2013 00:00:00 GMT'],
    ['host', host],
    ['x-amz-content-sha256', hash],
    ['x-amz-date', timestamp],
    ['x-amz-storage-class', 'REDUCED_REDUNDANCY'],
  ])
  const request = example({ method: 'PUT', path: '/test$file.text', headers })
  expect(signatureOf(request, [...headers.keys()], hash)).toBe(
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  )
})

test('GET Bucket with parameters', () => {
  const headers = new Map([
    ['host', host],
    ['x-amz-content-sha256', sha256('')],
    ['x-amz-date', timestamp],
  ])
  const parameters = [
    ['prefix', 'J'],
    ['max-keys', '2'],
  ] as const
  expect(signatureOf(example({ path: '/', headers, parameters }), [...headers.keys()], sha256(''))).toBe(
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  )
})

test('a presigned URL', () => {
  const parameters = [
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', `AKIAIOSFODNN7EXAMPLE/${scope}`],
    ['X-Amz-Date', timestamp],
    ['X-Amz-Expires', '86400'],
    ['X-Amz-SignedHeaders', 'host'],
    ['X-Amz-Signature', 'not a part of what is signed'],
  ] as const
  const request = example({ parameters, headers: new Map([['host', host]]) })
  expect(signatureOf(request, ['host'], 'UNSIGNED-PAYLOAD')).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  )
})

test('the chunks of a streamed upload', () => {
  const signatures = chunkSignatures({
    timestamp,
    scope,
    key,
    signature: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
  })
  expect([65_536, 1024, 0].map((size) => signatures.chunk(sha256('a'.repeat(size))))).toEqual([
    'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
    '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
    'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
  ])
})

test('parameters are signed in the order of their encoded names, then values', () => {
  const parameters = [
    ['a-b', '1'],
    ['a', '%'],
    ['a', ' '],
    ['Z', "!'()*"],
  ] as const
  expect(canonicalRequest(example({ parameters }), [], '').split('\n')[2]).toBe('Z=%21%27%28%29%2A&a=%20&a=%25&a-b=1')
})
