// ListObjectsV2 through the AWS SDK: order, pages, prefixes, and keys that are difficult in XML and URLs.
import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  PutObjectCommand,
  type ListObjectsV2CommandInput,
  type S3Client,
} from '@aws-sdk/client-s3'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucket, refusal, signedFetch, startTestServer, type TestServer } from './test-server.ts'

// In the order of their UTF-8 bytes. By UTF-16 units the last two would change places.
const keys = [
  '%41',
  '../up',
  'a b',
  'a"b<c>',
  'a&amp;b',
  'a+b',
  'case/1/a.txt',
  'case/1/b.txt',
  'case/2/a.txt',
  'case/3.txt',
  'ctrl\u0001\r\n\t',
  'é',
  '日本',
  '\uff5e',
  '😀',
]

let server: TestServer
let s3: S3Client
beforeAll(async () => {
  server = await startTestServer()
  s3 = server.client()
  for (const Key of [...keys].reverse()) await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: Key }))
})
afterAll(() => server.close())

const list = (input: Partial<ListObjectsV2CommandInput> = {}) =>
  s3.send(new ListObjectsV2Command({ Bucket: bucket, ...input }))

async function listed(input: Partial<ListObjectsV2CommandInput> = {}) {
  const { Contents = [], CommonPrefixes = [] } = await list(input)
  return [...Contents.map(({ Key }) => Key), ...CommonPrefixes.map(({ Prefix }) => Prefix)]
}

test('all keys in order, with what is known of each', async () => {
  const { Contents = [], ...page } = await list()
  expect(Contents.map(({ Key }) => Key)).toEqual(keys)
  expect(page).toMatchObject({ Name: bucket, Prefix: '', KeyCount: keys.length, MaxKeys: 1000, IsTruncated: false })
  expect(page.NextContinuationToken).toBeUndefined()
  const [first] = Contents
  expect(first).toMatchObject({
    Size: 3,
    ETag: `"${createHash('md5').update('%41').digest('hex')}"`,
    StorageClass: 'STANDARD',
    ChecksumAlgorithm: ['CRC32'],
  })
  expect(first?.LastModified?.getMilliseconds()).toBe(0)
})

test('pages of every size hold each key once', async () => {
  for (const pageSize of [1, 2, 4, 7, keys.length, keys.length + 1]) {
    const pages: (string | undefined)[][] = []
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3, pageSize }, { Bucket: bucket }))
      pages.push(Contents.map(({ Key }) => Key))
    expect(pages.flat()).toEqual(keys)
    expect(pages).toHaveLength(Math.ceil(keys.length / pageSize))
  }
})

test('prefix, start-after and max-keys', async () => {
  expect(await listed({ Prefix: 'case/' })).toEqual(keys.slice(6, 10))
  expect(await listed({ Prefix: 'case/', StartAfter: 'case/1/b.txt' })).toEqual(keys.slice(8, 10))
  expect(await listed({ Prefix: 'case/', StartAfter: 'a' })).toEqual(keys.slice(6, 10))
  expect(await listed({ Prefix: 'case/', StartAfter: 'zebra' })).toEqual([])
  expect(await listed({ StartAfter: 'é' })).toEqual(['日本', '\uff5e', '😀'])
  expect(await listed({ Prefix: '😀' })).toEqual(['😀'])
  expect(await listed({ Prefix: 'a+' })).toEqual(['a+b'])
  expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false })
  expect(await list({ MaxKeys: 5000 })).toMatchObject({ MaxKeys: 1000, KeyCount: keys.length })
  const token = (await list({ MaxKeys: 13 })).NextContinuationToken
  expect(await listed({ ContinuationToken: token, StartAfter: 'ignored' })).toEqual(['\uff5e', '😀'])
})

test('a delimiter rolls keys up, over pages too', async () => {
  const { Contents = [], CommonPrefixes = [], KeyCount } = await list({ Prefix: 'case/', Delimiter: '/' })
  expect(Contents.map(({ Key }) => Key)).toEqual(['case/3.txt'])
  expect(CommonPrefixes).toEqual([{ Prefix: 'case/1/' }, { Prefix: 'case/2/' }])
  expect(KeyCount).toBe(3)
  const found: unknown[] = []
  const pages = paginateListObjectsV2({ client: s3, pageSize: 1 }, { Bucket: bucket, Prefix: 'c', Delimiter: '/' })
  for await (const page of pages) found.push(page.CommonPrefixes?.[0]?.Prefix ?? page.Contents?.[0]?.Key)
  expect(found).toEqual(['case/', 'ctrl\u0001\r\n\t'])
})

test('encoding-type=url', async () => {
  const { Contents = [], EncodingType, Prefix } = await list({ EncodingType: 'url', Prefix: 'a+' })
  expect([EncodingType, Prefix, Contents[0]?.Key]).toEqual(['url', 'a%2B', 'a%2Bb'])
  const encoded = (await list({ EncodingType: 'url' })).Contents ?? []
  expect(encoded.map(({ Key = '' }) => decodeURIComponent(Key.replaceAll('+', ' ')))).toEqual(keys)
  expect(encoded.every(({ Key = '' }) => /^[\w%+/.*-]*$/.test(Key))).toBe(true)
})

test('what a page cannot be asked for', async () => {
  const ask = (query: Record<string, string>, to = bucket) =>
    refusal(signedFetch(server.url(), { path: `/${to}`, query: { 'list-type': '2', ...query } }))
  for (const size of ['-1', 'x', '1.5', '99999999999'])
    expect(await ask({ 'max-keys': size })).toBe('400 InvalidArgument')
  for (const token of ['', '!', 'AB', '_w'])
    expect(await ask({ 'continuation-token': token })).toBe('400 InvalidArgument')
  expect(await ask({ 'encoding-type': 'xml' })).toBe('400 InvalidArgument')
  expect(await ask({}, 'missing')).toBe('404 NoSuchBucket')
})

test('any set of keys comes back in byte order, by pages', async () => {
  const Bucket = 'any-keys'
  await signedFetch(server.url(), { method: 'PUT', path: `/${Bucket}` })
  const key = fc.string({
    unit: fc.constantFrom('a', '/', '%', '+', 'é', '\uffee', '😀', ' '),
    minLength: 1,
    maxLength: 4,
  })
  const property = fc.asyncProperty(
    fc.uniqueArray(key, { maxLength: 12 }),
    fc.integer({ min: 1, max: 5 }),
    async (given, pageSize) => {
      for (const Key of given) await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
      const found: (string | undefined)[] = []
      for await (const { Contents = [] } of paginateListObjectsV2({ client: s3, pageSize }, { Bucket }))
        found.push(...Contents.map(({ Key }) => Key))
      for (const Key of given) await s3.send(new DeleteObjectCommand({ Bucket, Key }))
      expect(found).toEqual([...given].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    },
  )
  await fc.assert(property, { numRuns: 25 })
})
