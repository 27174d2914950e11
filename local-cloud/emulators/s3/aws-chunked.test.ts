// aws-chunked bodies, well-formed and malformed: signed and unsigned chunks, trailers, lengths.
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { createHash, createHmac } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bucket,
  credentials,
  refusal,
  region,
  signedFetch,
  signedHeaders,
  startTestServer,
  type TestServer,
} from './test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = `/${bucket}/chunked`
const content = Buffer.alloc(20_000, 'chunk ')
const pieces = [
  content.subarray(0, 8192),
  content.subarray(8192, 19_000),
  content.subarray(19_000),
  content.subarray(0, 0),
]
const checksum = (bytes: Buffer) => {
  const encoded = Buffer.alloc(4)
  encoded.writeUInt32BE(crc32(bytes))
  return encoded.toString('base64')
}
const trailer = `x-amz-checksum-crc32:${checksum(content)}`
const hash = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const stored = async () => {
  const { Body, ContentEncoding } = await server.client().send(new GetObjectCommand({ Bucket: bucket, Key: 'chunked' }))
  return { same: content.equals((await Body?.transformToByteArray()) ?? Buffer.alloc(0)), ContentEncoding }
}

const unsigned = (body: string, headers: Record<string, string> = {}) =>
  signedFetch(server.url(), {
    method: 'PUT',
    path,
    headers: {
      'content-encoding': 'aws-chunked',
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': String(content.length),
      'x-amz-trailer': 'x-amz-checksum-crc32',
      ...headers,
    },
    body,
  })
const plain = (...parts: (Buffer | string)[]) =>
  parts.map((part) => `${part.length.toString(16)}\r\n${part.toString()}\r\n`).join('')
const whole = `${plain(...pieces.slice(0, 3))}0\r\n${trailer}\r\n\r\n`

/** Signs each chunk as the API reference says, beginning with the signature of the headers. */
async function signed(trailers: boolean, tamper = (body: string) => body, announced = trailers) {
  const kind = trailers ? 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER' : 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'
  const headers = await signedHeaders(server.url(), {
    method: 'PUT',
    path,
    headers: {
      'content-encoding': 'gzip,aws-chunked',
      'x-amz-content-sha256': kind,
      'x-amz-decoded-content-length': String(content.length),
      ...(announced && { 'x-amz-trailer': 'x-amz-checksum-crc32' }),
    },
  })
  const { 'x-amz-date': date = '', authorization = '' } = headers
  const scope = [date.slice(0, 8), region, 's3', 'aws4_request']
  const key = scope.reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${credentials.secretAccessKey}`,
  )
  let previous = authorization.split('Signature=')[1] ?? ''
  const next = (...lines: string[]) => {
    const text = [lines[0], date, scope.join('/'), previous, ...lines.slice(1)].join('\n')
    return (previous = createHmac('sha256', key).update(text).digest('hex'))
  }
  const chunks = pieces.map((piece) => {
    const signature = next('AWS4-HMAC-SHA256-PAYLOAD', hash(''), hash(piece))
    return `${piece.length.toString(16)};chunk-signature=${signature}\r\n${piece.toString()}${piece.length ? '\r\n' : ''}`
  })
  const end = trailers
    ? `${trailer}\r\nx-amz-trailer-signature:${next('AWS4-HMAC-SHA256-TRAILER', hash(`${trailer}\n`))}\r\n\r\n`
    : '\r\n'
  return fetch(server.url() + path, { method: 'PUT', headers, body: tamper(chunks.join('') + end) })
}

test('signed chunks, with and without trailers', async () => {
  for (const trailers of [false, true]) {
    const answer = await signed(trailers)
    expect([trailers, answer.status, await answer.text()]).toEqual([trailers, 200, ''])
    expect(await stored()).toEqual({ same: true, ContentEncoding: 'gzip' })
  }
})

test('unsigned chunks with a trailer', async () => {
  expect((await unsigned(whole)).status).toBe(200)
  expect(await stored()).toEqual({ same: true, ContentEncoding: undefined })
})

test('signed chunks that were altered are refused, and nothing is stored', async () => {
  const before = await server.files()
  const tampered = (trailers: boolean, from: string | RegExp, to: string) =>
    refusal(signed(trailers, (body) => body.replace(from, to)))
  const mismatch = '403 SignatureDoesNotMatch'
  expect(await tampered(false, 'chunk ', 'junk! ')).toBe(mismatch)
  expect(await tampered(true, trailer, trailer.replace(/:./, ':0'))).toBe(mismatch)
  expect(await tampered(true, /x-amz-trailer-signature:.*\r\n/, '')).toBe(mismatch)
  expect(await tampered(false, /signature=.{64}/, `signature=${'0'.repeat(64)}`)).toBe(mismatch)
  expect(await tampered(false, /;chunk-signature=.{64}/, '')).toBe('400 IncompleteBody')
  expect(await tampered(false, /0;chunk-signature=.{64}\r\n\r\n$/, '')).toBe('400 IncompleteBody')
  const withTrailer = (body: string) => body.replace(/\r\n$/, `${trailer}\r\n\r\n`)
  for (const announced of [false, true])
    expect(await refusal(signed(false, withTrailer, announced))).toBe('400 MalformedTrailerError')
  expect(await server.files()).toEqual(before)
})

test('unsigned chunks that are malformed are refused, and nothing is stored', async () => {
  const before = await server.files()
  const body = plain(...pieces.slice(0, 3))
  const other = trailer.replace(checksum(content), checksum(pieces[0] ?? content))
  const cases: [why: string, body: string, expected: string][] = [
    ['altered', whole.replace('chunk ', 'junk! '), '400 BadDigest'],
    ['another checksum', whole.replace(trailer, other), '400 BadDigest'],
    ['a checksum that is none', whole.replace(trailer, 'x-amz-checksum-crc32:AAAA'), '400 InvalidRequest'],
    ['no trailer', `${body}0\r\n\r\n`, '400 MalformedTrailerError'],
    ['another trailer', whole.replace('crc32:', 'crc32c:'), '400 MalformedTrailerError'],
    ['more trailers', whole.replace(trailer, `${trailer}\r\na:1`), '400 MalformedTrailerError'],
    ['many trailers', whole.replace(trailer, 'a:1\r\n'.repeat(9) + trailer), '400 MalformedTrailerError'],
    ['a trailer without a colon', whole.replace(trailer, 'trailer'), '400 MalformedTrailerError'],
    ['no last chunk', body, '400 IncompleteBody'],
    ['cut in a chunk', whole.slice(0, 9000), '400 IncompleteBody'],
    ['cut in the trailer', whole.slice(0, -2), '400 IncompleteBody'],
    ['more after the end', `${whole}x`, '400 IncompleteBody'],
    ['size too small', whole.replace('2000\r\n', '1ff0\r\n'), '400 IncompleteBody'],
    ['size not hexadecimal', whole.replace('2000\r\n', 'size\r\n'), '400 IncompleteBody'],
    ['negative size', whole.replace('2000\r\n', '-2000\r\n'), '400 IncompleteBody'],
    ['endless line', 'f'.repeat(200_000), '400 IncompleteBody'],
    ['signed after all', whole.replace('2000\r\n', `2000;chunk-signature=${'0'.repeat(64)}\r\n`), '400 IncompleteBody'],
    ['small chunk', plain(content.subarray(0, 100), content.subarray(100)), '403 InvalidChunkSizeError'],
    ['one byte missing', `${plain(content.subarray(1))}0\r\n${trailer}\r\n\r\n`, '400 IncompleteBody'],
    ['one byte more', `${plain(`${content.toString()}x`)}0\r\n${trailer}\r\n\r\n`, '400 IncompleteBody'],
    ['empty', '', '400 IncompleteBody'],
  ]
  for (const [why, text, expected] of cases) expect([why, await refusal(unsigned(text))]).toEqual([why, expected])
  expect(await server.files()).toEqual(before)
})

test('headers that do not go with the encoding', async () => {
  const send = (headers: Record<string, string>) => refusal(unsigned(whole, headers))
  expect(await send({ 'x-amz-decoded-content-length': 'undefined' })).toBe('400 InvalidArgument')
  expect(await send({ 'x-amz-decoded-content-length': String(6 * 1024 ** 3) })).toBe('400 EntityTooLarge')
  expect(await send({ 'x-amz-content-sha256': 'STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD' })).toBe('400 InvalidArgument')
  expect(await send({ 'x-amz-trailer': 'x-amz-checksum-crc1' })).toBe('400 InvalidRequest')
  expect(await send({ 'x-amz-trailer': 'x-custom' })).toBe('400 InvalidRequest')
})
