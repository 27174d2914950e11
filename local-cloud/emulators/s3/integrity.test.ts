// The digests that an upload declares: right ones are accepted, wrong ones are refused.
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucket, refusal, signedFetch, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const put = (headers: Record<string, string>, key = 'checked') =>
  signedFetch(server.url(), { method: 'PUT', path: `/${bucket}/${key}`, headers, body: '123456789' })

// Digests of '123456789': from the CRC catalogue, and from node:crypto.
const digest = (name: string) => createHash(name).update('123456789').digest('base64')
const right = {
  'content-md5': digest('md5'),
  'x-amz-checksum-crc32': 'y/Q5Jg==',
  'x-amz-checksum-crc32c': '4waSgw==',
  'x-amz-checksum-crc64nvme': 'rosUhgp5mIg=',
  'x-amz-checksum-sha1': digest('sha1'),
  'x-amz-checksum-sha256': digest('sha256'),
  'x-amz-content-sha256': createHash('sha256').update('123456789').digest('hex'),
}

test('right digests are accepted and the checksum is answered', async () => {
  for (const [name, value] of Object.entries(right)) {
    const answer = await put({ [name]: value })
    expect([name, answer.status]).toEqual([name, 200])
    if (name.startsWith('x-amz-checksum')) expect(answer.headers.get(name)).toBe(value)
  }
})

test('wrong and malformed digests are refused, and what was there stays', async () => {
  await put({})
  const before = await server.files()
  for (const [name, value] of Object.entries(right)) {
    const wrong = (value.startsWith('0') ? '1' : '0') + value.slice(1)
    const hash = name === 'x-amz-content-sha256'
    const malformed = { 'content-md5': '400 InvalidDigest', 'x-amz-content-sha256': '400 InvalidArgument' }
    expect([name, await refusal(put({ [name]: wrong }))]).toEqual([
      name,
      hash ? '400 XAmzContentSHA256Mismatch' : '400 BadDigest',
    ])
    for (const bad of ['AAAA', value.slice(0, -2), `${value}!`])
      expect([name, await refusal(put({ [name]: bad }))]).toEqual([
        name,
        name in malformed ? malformed[name as keyof typeof malformed] : '400 InvalidRequest',
      ])
  }
  expect(await server.files()).toEqual(before)
  const { Body } = await server.client().send(new GetObjectCommand({ Bucket: bucket, Key: 'checked' }))
  expect(await Body?.transformToString()).toBe('123456789')
})

test('checksum headers that contradict each other', async () => {
  const { 'x-amz-checksum-crc32': crc32, 'x-amz-checksum-sha1': sha1 } = right
  const refused = (headers: Record<string, string>) => refusal(put(headers))
  expect(await refused({ 'x-amz-checksum-crc32': crc32, 'x-amz-checksum-sha1': sha1 })).toBe('400 InvalidRequest')
  expect(await refused({ 'x-amz-sdk-checksum-algorithm': 'CRC32' })).toBe('400 InvalidRequest')
  expect(await refused({ 'x-amz-sdk-checksum-algorithm': 'SHA1', 'x-amz-checksum-crc32': crc32 })).toBe(
    '400 InvalidRequest',
  )
  expect(await refused({ 'x-amz-checksum-xxhash64': 'AAAAAAAAAAA=' })).toBe('400 InvalidRequest')
  expect(await refused({ 'x-amz-trailer': 'x-amz-checksum-crc32' })).toBe('400 InvalidRequest')
})

test('metadata has a limit', async () => {
  expect((await put({ 'x-amz-meta-a': 'v'.repeat(2047) }, 'meta')).status).toBe(200)
  expect(await refusal(put({ 'x-amz-meta-a': 'v'.repeat(2048) }, 'meta'))).toBe('400 MetadataTooLarge')
})
