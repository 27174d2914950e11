// Objects through the unmodified AWS SDK: an object comes back as it was put, with its headers, whole and in ranges.
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  type S3ServiceException,
} from '@aws-sdk/client-s3'
import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucket, signedFetch, signedHeaders, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
let s3: S3Client
beforeAll(async () => {
  server = await startTestServer()
  s3 = server.client()
})
afterAll(() => server.close())

const put = (Key: string, input: Partial<PutObjectCommandInput> = {}) =>
  s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: 'content', ...input }))
const get = (Key: string, Range?: string) =>
  s3.send(new GetObjectCommand({ Bucket: bucket, Key, ...(Range !== undefined && { Range }) }))
const head = (Key: string) => s3.send(new HeadObjectCommand({ Bucket: bucket, Key }))

/** Name and status of the SDK's error. */
async function failure(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => expect.fail('was not refused'),
    (thrown: unknown) => thrown as S3ServiceException,
  )
  return `${error.$metadata.httpStatusCode ?? ''} ${error.name}`
}

test('an object keeps its content, headers and metadata', async () => {
  const before = Math.floor(Date.now() / 1000) * 1000
  const { ETag, ChecksumCRC32, $metadata } = await put('a/report.pdf', {
    ContentType: 'application/pdf',
    ContentDisposition: 'attachment; filename="report.pdf"',
    CacheControl: 'no-store',
    ContentLanguage: 'de',
    ContentEncoding: 'identity',
    Metadata: { 'case-id': '17', note: 'two  spaces' },
  })
  expect(ETag).toBe(`"${createHash('md5').update('content').digest('hex')}"`)
  expect(ChecksumCRC32).toMatch(/^.{6}==$/)
  expect($metadata.requestId).toMatch(/^[0-9A-F]{16}$/)
  const description = {
    ContentLength: 7,
    ContentType: 'application/pdf',
    ContentDisposition: 'attachment; filename="report.pdf"',
    CacheControl: 'no-store',
    ContentLanguage: 'de',
    ContentEncoding: 'identity',
    Metadata: { 'case-id': '17', note: 'two  spaces' },
    ETag,
    AcceptRanges: 'bytes',
  }
  const got = await get('a/report.pdf')
  expect(got).toMatchObject({ ...description, ChecksumCRC32 })
  expect(got.LastModified?.valueOf()).toBeGreaterThanOrEqual(before)
  expect(await got.Body?.transformToString()).toBe('content')
  expect(await head('a/report.pdf')).toMatchObject(description)
})

test('a body of 6 MiB streams in and out, in chunks with a trailing checksum', async () => {
  const content = randomBytes(6 * 1024 * 1024)
  const pieces = Array.from({ length: 96 }, (_, index) => content.subarray(index * 65_536, (index + 1) * 65_536))
  await put('large', { Body: Readable.from(pieces), ContentLength: content.length })
  const got = await get('large')
  expect(got.ContentEncoding).toBeUndefined()
  expect(Buffer.compare(await (got.Body?.transformToByteArray() ?? Buffer.alloc(0)), content)).toBe(0)
})

test('each checksum of S3 is verified, kept, and verified again by the SDK', async () => {
  for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const) {
    const body = randomBytes(100_000)
    const stream = Readable.from([body.subarray(0, 60_000), body.subarray(60_000)])
    const whole = await put('whole', { ChecksumAlgorithm, Body: body })
    const streamed = await put('streamed', { ChecksumAlgorithm, Body: stream, ContentLength: body.length })
    const field = `Checksum${ChecksumAlgorithm}` as const
    expect(whole[field]).toBeDefined()
    expect(streamed[field]).toBe(whole[field])
    const got = await get('streamed')
    expect(got[field]).toBe(whole[field])
    expect(got.ChecksumType).toBe('FULL_OBJECT')
    expect(Buffer.compare(await (got.Body?.transformToByteArray() ?? Buffer.alloc(0)), body)).toBe(0)
  }
})

test('without a checksum S3 keeps a CRC-64/NVME', async () => {
  const plain = server.client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
  const { ChecksumCRC64NVME } = await plain.send(new PutObjectCommand({ Bucket: bucket, Key: 'plain', Body: 'x' }))
  const got = await get('plain')
  expect(ChecksumCRC64NVME).toMatch(/^.{11}=$/)
  expect(got.ChecksumCRC64NVME).toBe(ChecksumCRC64NVME)
  expect(await got.Body?.transformToString()).toBe('x')
})

test('an empty object', async () => {
  await put('empty', { Body: '' })
  expect((await head('empty')).ContentLength).toBe(0)
  expect(await (await get('empty')).Body?.transformToString()).toBe('')
  expect(await failure(get('empty', 'bytes=0-'))).toBe('416 InvalidRange')
})

test('keys with odd characters, and none of them leaves the directory', async () => {
  const keys = [
    'a b',
    'ä/ö/日本',
    '1+1=2',
    'a&b',
    '100%',
    '%41',
    '../../../etc/passwd',
    '/lead',
    'trail/',
    'q?x#y',
    '😀',
  ]
  for (const key of keys) await put(key, { Body: `of ${key}` })
  for (const key of keys) expect(await (await get(key)).Body?.transformToString()).toBe(`of ${key}`)
  const signed = await signedHeaders(server.url(), { path: `/${bucket}/a%20b` })
  const plus = await fetch(`${server.url()}/${bucket}/a+b`, { headers: signed })
  expect(await plus.text()).toBe('of a b')
  await put('k'.repeat(1024))
  expect(await failure(put('k'.repeat(1025)))).toBe('400 KeyTooLongError')
})

test('ranges', async () => {
  await put('digits', { Body: '0123456789' })
  const cases = [
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=-20', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=4-2', '0123456789', undefined],
    ['bytes=1-2,4-5', '0123456789', undefined],
    ['lines=1-2', '0123456789', undefined],
  ] as const
  for (const [range, content, contentRange] of cases) {
    const got = await get('digits', range)
    expect([range, await got.Body?.transformToString(), got.ContentRange]).toEqual([range, content, contentRange])
    expect(got.ContentLength).toBe(content.length)
  }
  for (const range of ['bytes=10-', 'bytes=-0']) expect(await failure(get('digits', range))).toBe('416 InvalidRange')
  const beyond = await signedFetch(server.url(), { path: `/${bucket}/digits`, headers: { range: 'bytes=99-' } })
  expect(beyond.headers.get('content-range')).toBe('bytes */10')
})

test('a resumed download gets all of an object that has changed', async () => {
  const { ETag = '' } = await put('resumed', { Body: '0123456789' })
  const resume = (ifRange: string) =>
    signedFetch(server.url(), {
      path: `/${bucket}/resumed`,
      headers: { range: 'bytes=5-', 'if-range': ifRange },
    }).then((answer) => answer.text())
  expect(await resume(ETag)).toBe('56789')
  expect(await resume('"another"')).toBe('0123456789')
})

test('conditions on reading', async () => {
  const { ETag = '' } = await put('read')
  const read = (headers: Record<string, string>) =>
    signedFetch(server.url(), { path: `/${bucket}/read`, headers }).then(({ status }) => status)
  const past = new Date(Date.now() - 86_400_000).toUTCString()
  const future = new Date(Date.now() + 86_400_000).toUTCString()
  expect(await read({ 'if-none-match': ETag })).toBe(304)
  expect(await read({ 'if-none-match': '"other"' })).toBe(200)
  expect(await read({ 'if-match': ETag })).toBe(200)
  expect(await read({ 'if-match': `"other", ${ETag.replaceAll('"', '')}` })).toBe(200)
  expect(await read({ 'if-match': '"other"' })).toBe(412)
  expect(await read({ 'if-modified-since': future })).toBe(304)
  expect(await read({ 'if-modified-since': past })).toBe(200)
  expect(await read({ 'if-unmodified-since': past })).toBe(412)
  expect(await read({ 'if-unmodified-since': 'garbage' })).toBe(200)
})

test('conditions on writing', async () => {
  const { ETag = '' } = await put('written', { IfNoneMatch: '*' })
  expect(await failure(put('written', { Body: 'other', IfNoneMatch: '*' }))).toBe('412 PreconditionFailed')
  expect(await failure(put('written', { Body: 'other', IfMatch: '"another"' }))).toBe('412 PreconditionFailed')
  expect(await (await get('written')).Body?.transformToString()).toBe('content')
  await put('written', { Body: 'new', IfMatch: ETag })
  expect(await (await get('written')).Body?.transformToString()).toBe('new')
  expect(await failure(put('never written', { IfMatch: ETag }))).toBe('404 NoSuchKey')
})

test('of many that must be the first, one is', async () => {
  const attempts = Array.from({ length: 8 }, (_, index) => put('race', { Body: `by ${index}`, IfNoneMatch: '*' }))
  const won = (await Promise.allSettled(attempts)).flatMap(({ status }, index) => (status === 'fulfilled' ? index : []))
  expect(won).toHaveLength(1)
  expect(await (await get('race')).Body?.transformToString()).toBe(`by ${won.join()}`)
})

test('overwriting and deleting leave no data behind, and readers keep what they have begun', async () => {
  const files = (await server.files()).length
  await put('replaced', { Body: 'a'.repeat(3_000_000) })
  const reading = await get('replaced')
  await put('replaced', { Body: 'b' })
  expect(await server.files()).toHaveLength(files + 2)
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'replaced' }))
  expect(await server.files()).toHaveLength(files)
  expect(await reading.Body?.transformToString()).toBe('a'.repeat(3_000_000))
})

test('deleting answers 204, whether or not the object was there', async () => {
  await put('deleted')
  for (let time = 0; time < 2; time += 1) {
    const { $metadata } = await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'deleted' }))
    expect($metadata.httpStatusCode).toBe(204)
  }
  expect(await failure(get('deleted'))).toBe('404 NoSuchKey')
  expect(await failure(head('deleted'))).toBe('404 NotFound')
})

test('buckets', async () => {
  const headBucket = (Bucket: string) => s3.send(new HeadBucketCommand({ Bucket }))
  const created = (Bucket: string) => s3.send(new CreateBucketCommand({ Bucket }))
  expect((await headBucket(bucket)).BucketRegion).toBe('eu-central-1')
  expect(await failure(headBucket('missing'))).toBe('404 NotFound')
  expect(await failure(s3.send(new GetObjectCommand({ Bucket: 'missing', Key: 'x' })))).toBe('404 NoSuchBucket')
  expect(await failure(s3.send(new PutObjectCommand({ Bucket: 'missing', Key: 'x' })))).toBe('404 NoSuchBucket')
  await created('made')
  await s3.send(new PutObjectCommand({ Bucket: 'made', Key: 'x', Body: 'y' }))
  expect(await failure(created('made'))).toBe('409 BucketAlreadyOwnedByYou')
  expect(await failure(created('Not_A_Bucket'))).toBe('400 InvalidBucketName')
})
