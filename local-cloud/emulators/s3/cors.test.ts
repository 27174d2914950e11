// The preflight of a browser that uploads to another origin, and the headers that it needs in the answers.
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucket, refusal, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const origin = 'http://localhost:5173'
const preflight = (headers: Record<string, string>) =>
  fetch(`${server.url()}/${bucket}/key?X-Amz-Signature=any`, { method: 'OPTIONS', headers })

test('a preflight for upload and download is answered, without a signature', async () => {
  for (const method of ['PUT', 'GET', 'HEAD']) {
    const answer = await preflight({
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type,x-amz-meta-a',
    })
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT, GET, HEAD',
      'access-control-allow-headers': 'content-type,x-amz-meta-a',
      'access-control-expose-headers': 'ETag',
      'access-control-max-age': '3000',
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    })
  }
})

test('what is not a preflight, or for something else, is refused', async () => {
  expect(await refusal(preflight({}))).toBe('400 BadRequest')
  expect(await refusal(preflight({ origin }))).toBe('400 BadRequest')
  expect(await refusal(preflight({ origin, 'access-control-request-method': 'DELETE' }))).toBe('403 AccessForbidden')
})

test('answers and refusals carry the headers, for a page of another origin alone', async () => {
  const client = server.client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
  const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key: 'key' }))
  const put = (headers: Record<string, string>, to = url) => fetch(to, { method: 'PUT', headers, body: 'x' })
  for (const [answer, status] of [
    [await put({ origin }), 200],
    [await put({ origin }, `${url}0`), 403],
  ] as const) {
    expect(answer.status).toBe(status)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-expose-headers')).toBe('ETag')
    expect(answer.headers.get('vary')).toContain('Origin')
  }
  expect((await put({})).headers.has('access-control-allow-origin')).toBe(false)
})
