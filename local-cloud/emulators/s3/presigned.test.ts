// Presigned URLs made by AWS's presigners and used by fetch. They allow what was signed, in time, and nothing else.
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl, S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
import { Sha256 } from '../../../server/aws/sha256.ts'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bucket, credentials, refusal, region, signedFetch, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
let s3: S3Client
beforeAll(async () => {
  server = await startTestServer()
  s3 = server.client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
})
afterAll(() => server.close())
beforeEach(() => server.setTime(undefined))

const key = 'cases/17/a b+c&d=é.pdf'
const content = '%PDF-1.7 content'
const right = { 'content-type': 'application/pdf' }

const uploadUrl = (client = s3, expiresIn = 60) =>
  getSignedUrl(
    client,
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      ContentType: 'application/pdf',
      ContentLength: Buffer.byteLength(content),
    }),
    { expiresIn, signableHeaders: new Set(['content-type', 'content-length']) },
  )
const put = (url: string, headers: Record<string, string> = right, body: RequestInit['body'] = content) =>
  fetch(url, { method: 'PUT', headers, body: body ?? null })
const changed = (url: string, change: (parameters: URLSearchParams, url: URL) => void) => {
  const parsed = new URL(url)
  change(parsed.searchParams, parsed)
  return parsed.href
}

test('an upload as it was signed', async () => {
  const answer = await put(await uploadUrl())
  expect(answer.status).toBe(200)
  expect(answer.headers.get('etag')).toBe(`"${createHash('md5').update(content).digest('hex')}"`)
  const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  expect(ContentType).toBe('application/pdf')
  expect(await Body?.transformToString()).toBe(content)
})

test('S3RequestPresigner alone, without a client', async () => {
  const presigner = new S3RequestPresigner({ credentials, region, sha256: Sha256 })
  const { hostname, port, protocol, host } = new URL(server.url())
  const { query = {} } = await presigner.presign(
    {
      method: 'PUT',
      protocol,
      hostname,
      port: Number(port),
      path: `/${bucket}/alone.txt`,
      headers: { host, 'content-type': 'text/plain', 'content-length': '5' },
    },
    { expiresIn: 60, signableHeaders: new Set(['host', 'content-type', 'content-length']) },
  )
  const url = `${server.url()}/${bucket}/alone.txt?${new URLSearchParams(query as Record<string, string>).toString()}`
  expect(await refusal(put(url, { 'content-type': 'text/html' }, '12345'))).toBe('403 SignatureDoesNotMatch')
  expect((await put(url, { 'content-type': 'text/plain' }, '12345')).status).toBe(200)
})

test('whatever differs from what was signed is refused, and nothing is stored', async () => {
  const url = await uploadUrl()
  const other = (value: string) => (value.startsWith('0') ? `1${value.slice(1)}` : `0${value.slice(1)}`)
  const stranger = server.client({ credentials: { ...credentials, accessKeyId: 'AKIASTRANGER' } })
  const guesser = server.client({ credentials: { ...credentials, secretAccessKey: 'guessed' } })
  const abroad = server.client({ region: 'us-east-1' })
  const lent = server.client({ credentials: { ...credentials, sessionToken: 'token' } })
  const headers = (extra: Record<string, string>) => ({ ...right, ...extra })
  const stream = new Blob([content]).stream()
  const before = await server.files()

  const refusals: [why: string, answer: Promise<Response>, expected: string][] = [
    ['wrong type', put(url, { 'content-type': 'text/html' }), '403 SignatureDoesNotMatch'],
    ['no type', put(url, {}, new TextEncoder().encode(content)), '403 SignatureDoesNotMatch'],
    ['longer', put(url, right, `${content}!`), '403 SignatureDoesNotMatch'],
    ['shorter', put(url, right, content.slice(1)), '403 SignatureDoesNotMatch'],
    [
      'without a length',
      fetch(url, { method: 'PUT', headers: right, body: stream, duplex: 'half' }),
      '403 SignatureDoesNotMatch',
    ],
    ['another method', fetch(url), '403 SignatureDoesNotMatch'],
    ['unsigned metadata', put(url, headers({ 'x-amz-meta-role': 'admin' })), '403 AccessDenied'],
    ['unsigned copy', put(url, headers({ 'x-amz-copy-source': `/${bucket}/x` })), '403 AccessDenied'],
    [
      'hoisted metadata',
      put(changed(url, (parameters) => parameters.set('x-amz-meta-role', 'admin'))),
      '403 SignatureDoesNotMatch',
    ],
    [
      'signature',
      put(
        changed(url, (parameters) => parameters.set('X-Amz-Signature', other(parameters.get('X-Amz-Signature') ?? ''))),
      ),
      '403 SignatureDoesNotMatch',
    ],
    [
      'short signature',
      put(changed(url, (parameters) => parameters.set('X-Amz-Signature', 'é'))),
      '403 SignatureDoesNotMatch',
    ],
    ['key', put(changed(url, (_, parsed) => (parsed.pathname += 'x'))), '403 SignatureDoesNotMatch'],
    ['plus for space', put(url.replace('a%20b%2Bc', 'a%2Bb%2Bc')), '403 SignatureDoesNotMatch'],
    ['bucket', put(url.replace(bucket, 'other')), '403 SignatureDoesNotMatch'],
    ['host', put(url.replace('127.0.0.1', 'localhost')), '403 SignatureDoesNotMatch'],
    ['later', put(changed(url, (parameters) => parameters.set('X-Amz-Expires', '600'))), '403 SignatureDoesNotMatch'],
    [
      'fewer signed headers',
      put(changed(url, (parameters) => parameters.set('X-Amz-SignedHeaders', 'host'))),
      '403 SignatureDoesNotMatch',
    ],
    [
      'host unsigned',
      put(changed(url, (parameters) => parameters.set('X-Amz-SignedHeaders', 'content-type'))),
      '403 AccessDenied',
    ],
    ['another parameter', put(`${url}&versionId=1`), '403 SignatureDoesNotMatch'],
    ['a week', put(changed(url, (p) => p.set('X-Amz-Expires', '604801'))), '400 AuthorizationQueryParametersError'],
    ['no time', put(changed(url, (p) => p.set('X-Amz-Expires', '0'))), '400 AuthorizationQueryParametersError'],
    ['not a time', put(changed(url, (p) => p.set('X-Amz-Expires', 'NaN'))), '400 AuthorizationQueryParametersError'],
    [
      'not a date',
      put(changed(url, (p) => p.set('X-Amz-Date', '20269999T999999Z'))),
      '400 AuthorizationQueryParametersError',
    ],
    ['no signature', put(changed(url, (p) => p.delete('X-Amz-Signature'))), '400 AuthorizationQueryParametersError'],
    ['algorithm', put(changed(url, (p) => p.set('X-Amz-Algorithm', 'none'))), '400 AuthorizationQueryParametersError'],
    ['credential', put(changed(url, (p) => p.set('X-Amz-Credential', 'x'))), '400 AuthorizationQueryParametersError'],
    ['two ways', put(url, headers({ authorization: 'AWS4-HMAC-SHA256 x' })), '400 InvalidArgument'],
    ['unsigned', put(url.replace(/\?.*/, '')), '403 AccessDenied'],
    ['stranger', put(await uploadUrl(stranger)), '403 InvalidAccessKeyId'],
    ['wrong secret', put(await uploadUrl(guesser)), '403 SignatureDoesNotMatch'],
    ['other region', put(await uploadUrl(abroad)), '400 AuthorizationQueryParametersError'],
    ['session token', put(await uploadUrl(lent)), '400 InvalidToken'],
  ]
  for (const [why, answer, expected] of refusals) expect([why, await refusal(answer)]).toEqual([why, expected])
  expect(await server.files()).toEqual(before)
  expect((await put(url)).status).toBe(200)
})

test('expiry: valid to its last second, then refused', async () => {
  const url = await uploadUrl(s3, 60)
  const signedAt = Date.parse(
    (new URL(url).searchParams.get('X-Amz-Date') ?? '').replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'),
  )
  server.setTime(new Date(signedAt + 60_000))
  expect((await put(url)).status).toBe(200)
  server.setTime(new Date(signedAt + 60_001))
  const late = await put(url)
  expect(late.status).toBe(403)
  expect(await late.text()).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>')
  server.setTime(new Date(signedAt - 16 * 60_000))
  expect(await refusal(put(url))).toBe('403 AccessDenied')
})

test('a download says what its signer chose, and cannot be altered', async () => {
  await put(await uploadUrl())
  const url = await getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ResponseContentDisposition: `attachment; filename="a b.pdf"; filename*=UTF-8''%C3%A9.pdf`,
      ResponseContentType: 'application/octet-stream',
      ResponseCacheControl: 'no-store',
    }),
    { expiresIn: 60 },
  )
  const answer = await fetch(url, { headers: { range: 'bytes=0-3' } })
  expect(answer.status).toBe(206)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="a b.pdf"; filename*=UTF-8''%C3%A9.pdf`)
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toBe('%PDF')

  const disposition = 'response-content-disposition'
  const alterations = [
    changed(url, (parameters) => parameters.set(disposition, 'inline')),
    changed(url, (parameters) => parameters.delete(disposition)),
    changed(url, (parameters) => parameters.append(disposition, 'inline')),
    changed(url, (parameters) => parameters.append('response-expires', '0')),
  ]
  for (const altered of alterations) expect(await refusal(fetch(altered))).toBe('403 SignatureDoesNotMatch')
  const anonymous = `${server.url()}/${bucket}/x?${disposition}=attachment`
  expect(await refusal(fetch(anonymous))).toBe('403 AccessDenied')
})

test('no other header can be chosen', async () => {
  await put(await uploadUrl())
  const query = { 'response-x-injected': '1', 'response-content-language': '' }
  const path = `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`
  const answer = await signedFetch(server.url(), { path, query })
  expect(answer.status).toBe(200)
  expect(answer.headers.has('x-injected') || answer.headers.has('content-language')).toBe(false)
})

test('a header that HTTP cannot carry is refused, however well it is signed', async () => {
  await put(await uploadUrl())
  const download = (ResponseContentDisposition: string) =>
    getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: key, ResponseContentDisposition }))
  expect(await refusal(fetch(await download('attachment; filename="日本.pdf"')))).toBe('400 InvalidArgument')
  expect(await refusal(fetch(await download('inline\r\nx-injected: 1')))).toBe('400 InvalidArgument')
  const upload = await getSignedUrl(s3, new PutObjectCommand({ Bucket: bucket, Key: 'm', Metadata: { a: 'b\nc' } }))
  expect(await refusal(put(upload))).toBe('400 InvalidArgument')
})

test('headers that the presigner moves into the URL count', async () => {
  const command = { Bucket: bucket, Key: 'hoisted', Metadata: { 'case-id': '17' } }
  expect((await put(await getSignedUrl(s3, new PutObjectCommand(command)))).status).toBe(200)
  const { Metadata } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: 'hoisted' }))
  expect(Metadata).toEqual({ 'case-id': '17' })
  // By default the presigner signs the checksum of an empty body, which no upload matches.
  const trap = await getSignedUrl(server.client(), new PutObjectCommand({ Bucket: bucket, Key: 'trap' }))
  expect(await refusal(put(trap))).toBe('400 BadDigest')
})
