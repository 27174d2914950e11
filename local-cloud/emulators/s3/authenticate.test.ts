// The Authorization header: which requests are accepted, and how each of the others is refused.
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3ClientConfig } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  bucket,
  credentials,
  refusal,
  signedFetch,
  signedHeaders,
  startTestServer,
  type TestServer,
} from './test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.client().send(new PutObjectCommand({ Bucket: bucket, Key: 'secret', Body: 'content' }))
})
afterAll(() => server.close())
beforeEach(() => server.setTime(undefined))

const path = `/${bucket}/secret`
const get = (headers: Record<string, string> = {}) => fetch(server.url() + path, { headers })

test('the SDK with other credentials', async () => {
  const fails = (config: S3ClientConfig) =>
    expect(server.client(config).send(new GetObjectCommand({ Bucket: bucket, Key: 'secret' }))).rejects
  await fails({ credentials: { ...credentials, secretAccessKey: 'guessed' } }).toThrow(/signature we calculated/)
  await fails({ credentials: { ...credentials, accessKeyId: 'AKIASTRANGER' } }).toThrow(/does not exist in our records/)
  await fails({ credentials: { ...credentials, sessionToken: 'x' } }).toThrow(/token is malformed/)
  await fails({ region: 'us-east-1' }).toThrow(/region 'us-east-1' is wrong; expecting 'eu-central-1'/)
  const stranger = server.client({ credentials: { ...credentials, secretAccessKey: 'guessed' } })
  await expect(stranger.send(new ListObjectsV2Command({ Bucket: bucket }))).rejects.toThrow(/signature we calculated/)
})

test('without a signature, or with one of another kind', async () => {
  expect(await refusal(get())).toBe('403 AccessDenied')
  expect(await refusal(fetch(`${server.url()}/`))).toBe('403 AccessDenied')
  expect(await refusal(fetch(`${server.url()}/${bucket}?list-type=2`))).toBe('403 AccessDenied')
  expect(await refusal(get({ authorization: 'AWS AKIALOCALTEST:c2lnbmF0dXJl' }))).toBe('400 InvalidRequest')
  expect(await refusal(get({ authorization: 'AWS4-HMAC-SHA256 Credential=x' }))).toBe(
    '400 AuthorizationHeaderMalformed',
  )
})

test('a request signed for one thing and used for another', async () => {
  const headers = await signedHeaders(server.url(), {
    path,
    headers: { 'x-amz-meta-a': '1', 'x-empty': '', range: 'bytes=0-1' },
  })
  const without = (name: string) => Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name))
  const send = (given: Record<string, string>, to = path, method = 'GET') =>
    refusal(fetch(server.url() + to, { headers: given, method }))
  const { authorization = '' } = headers
  const { scope = '' } = /\/(?<scope>\d{8}\/.*?),/.exec(authorization)?.groups ?? {}

  const cases: [why: string, answer: Promise<string>, expected: string][] = [
    ['method', send(headers, path, 'DELETE'), '403 SignatureDoesNotMatch'],
    ['key', send(headers, `${path}2`), '403 SignatureDoesNotMatch'],
    ['parameter', send(headers, `${path}?x=1`), '403 SignatureDoesNotMatch'],
    ['signed header changed', send({ ...headers, range: 'bytes=0-9' }), '403 SignatureDoesNotMatch'],
    ['signed header absent', send(without('range')), '403 SignatureDoesNotMatch'],
    ['signed empty header absent', send(without('x-empty')), '403 SignatureDoesNotMatch'],
    ['unsigned x-amz header', send({ ...headers, 'x-amz-meta-b': '1' }), '403 AccessDenied'],
    ['host unsigned', send({ ...headers, authorization: authorization.replace('=host;', '=') }), '403 AccessDenied'],
    ['no date', send(without('x-amz-date')), '403 AccessDenied'],
    ['a date that is none', send({ ...headers, 'x-amz-date': 'today' }), '403 AccessDenied'],
    ['no payload hash', send(without('x-amz-content-sha256')), '400 InvalidRequest'],
    ...[
      scope.replace('s3', 'dynamodb'),
      scope.replace('aws4', 'aws5'),
      scope.replace(/^\d+/, '20200101'),
      'nowhere',
    ].map((wrong): [string, Promise<string>, string] => [
      wrong,
      send({ ...headers, authorization: authorization.replace(scope, wrong) }),
      '400 AuthorizationHeaderMalformed',
    ]),
  ]
  for (const [why, answer, expected] of cases) expect([why, await answer]).toEqual([why, expected])
  expect(await fetch(server.url() + path, { headers }).then((answer) => answer.text())).toBe('co')
})

test('a mismatch shows what the server has signed', async () => {
  const headers = await signedHeaders(server.url(), { path })
  const text = await fetch(`${server.url()}${path}?marker=%2F`, { headers }).then((answer) => answer.text())
  expect(text).toContain(`<CanonicalRequest>GET\n${path}\nmarker=%2F\n`)
  expect(text).toContain('<StringToSign>AWS4-HMAC-SHA256\n')
})

test('a clock that is wrong by more than 15 minutes', async () => {
  const at = (seconds: number) =>
    signedFetch(server.url(), { path, signingDate: new Date(Date.now() + seconds * 1000) })
  server.setTime(new Date())
  for (const seconds of [-890, 890]) expect((await at(seconds)).status).toBe(200)
  for (const seconds of [-910, 910]) expect(await refusal(at(seconds))).toBe('403 RequestTimeTooSkewed')
})

test('an operation that the emulator lacks is not mistaken for one that it has', async () => {
  const send = (method: string, to: string, query: Record<string, string> = {}, headers = {}) =>
    refusal(signedFetch(server.url(), { method, path: to, query, headers }))
  expect(await send('PUT', path, { tagging: '' })).toBe('501 NotImplemented')
  expect(await send('DELETE', path, { uploadId: '1' })).toBe('501 NotImplemented')
  expect(await send('PUT', `/${bucket}`, { policy: '' })).toBe('501 NotImplemented')
  expect(await send('GET', `/${bucket}`)).toBe('501 NotImplemented')
  expect(await send('GET', '/')).toBe('501 NotImplemented')
  const copy = { 'x-amz-copy-source': path, 'content-length': '0' }
  expect(await send('PUT', path, {}, copy)).toBe('501 NotImplemented')
  expect(await send('PUT', path, {}, { 'if-none-match': '"etag"', 'content-length': '0' })).toBe('501 NotImplemented')
  const { Body } = await server.client().send(new GetObjectCommand({ Bucket: bucket, Key: 'secret' }))
  expect(await Body?.transformToString()).toBe('content')
})

test('methods that S3 does not have are told before who may use them', async () => {
  const answer = await fetch(server.url() + path, { method: 'PATCH', body: 'x' })
  expect(answer.headers.get('allow')).toBe('GET, HEAD, PUT, DELETE')
  expect(await refusal(answer)).toBe('405 MethodNotAllowed')
  expect(await refusal(fetch(`${server.url()}/${bucket}`, { method: 'POST' }))).toBe('405 MethodNotAllowed')
})
