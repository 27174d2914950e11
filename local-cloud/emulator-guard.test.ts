// No website reaches an emulator: each refuses a request with an Origin, and one for another host, in the form of its service.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulators } from '../testing/emulators.ts'
import { exchange } from '../testing/raw-http.ts'
import { startDynamoDB } from './emulators/dynamodb/index.ts'
import { timeLimits } from './emulator-guard.ts'
import { startFrontServer } from './front-server.ts'
import { listen, stopNow } from './listen.ts'

let emulators: Awaited<ReturnType<typeof startEmulators>>
let dynalite: Awaited<ReturnType<typeof startDynamoDB>>
let directory: string
beforeAll(async () => {
  emulators = await startEmulators()
  directory = await mkdtemp(join(tmpdir(), 'guard-'))
  dynalite = await startDynamoDB({ directory })
})
afterAll(async () => {
  await emulators.close()
  await dynalite.close()
  await rm(directory, { recursive: true })
})

type Headers = Record<string, string>

const send = (url: string, headers: Headers, method = 'POST', body = '{}') =>
  new Promise<{ status: number | undefined; headers: object; body: string }>((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const answer = { status: response.statusCode, headers: response.headers }
      void text(response).then((answered) => resolve({ ...answer, body: answered }), reject)
    })
    sent.on('error', reject).end(method === 'POST' ? body : undefined)
  })

const foreign: Headers[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://localhost:3000' },
  { host: 'evil.example' },
  { host: 'localhost.evil.example:8000' },
]

const json: [string, () => string, string][] = [
  ['DynamoDB', () => emulators.addresses.DynamoDB, 'DynamoDB_20120810.ListTables'],
  ['dynalite behind it', () => dynalite.url, 'DynamoDB_20120810.ListTables'],
  ['Step Functions', () => emulators.addresses['Step Functions'], 'AWSStepFunctions.DescribeExecution'],
]

test.each(json)('%s', async (_, url, target) => {
  for (const headers of foreign) {
    for (const method of ['POST', 'OPTIONS', 'GET']) {
      const answer = await send(url(), { 'x-amz-target': target, ...headers }, method)
      expect(answer, JSON.stringify(headers)).toMatchObject({ status: 403 })
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
      expect(JSON.parse(answer.body)).toMatchObject({
        __type: expect.stringMatching(/AccessDeniedException$/) as string,
      })
    }
  }
  expect((await send(url(), { 'x-amz-target': target })).status).not.toBe(403)
})

test('Bedrock', async () => {
  const session = connectHttp2(emulators.addresses.Bedrock)
  const ask = (headers: Headers) =>
    new Promise<unknown>((resolve, reject) => {
      const stream = session.request({ ':method': 'POST', ':path': '/model/m/converse', ...headers })
      stream
        .on('response', ({ ':status': status }) => resolve(status))
        .on('error', reject)
        .resume()
        .end('{}')
    })
  expect(await ask({ origin: 'https://evil.example' })).toBe(403)
  expect(await ask({ ':authority': 'evil.example' })).toBe(403)
  expect(await ask({})).toBe(400)
  session.destroy()
})

test('S3 refuses another host, and answers a website that uploads', async () => {
  const url = `${emulators.addresses.S3}/frontdesk-case-files/a`
  const refused = await send(url, { host: 'evil.example' }, 'GET')
  expect(refused).toMatchObject({ status: 403 })
  expect(refused.body).toContain('<Code>AccessDenied</Code>')
  const preflight = { origin: 'https://app.example', 'access-control-request-method': 'PUT' }
  expect((await send(url, preflight, 'OPTIONS')).status).toBe(200)
})

test.each([
  ['a slow body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc'],
  ['a slow head', 'POST / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
])('%s ends with 408', async (_, bytes) => {
  const server = createServer(timeLimits(200), (incoming) => incoming.resume())
  const url = await listen(server)
  expect(String(await exchange(Number(new URL(url).port), bytes))).toMatch(/^HTTP\/1.1 408 /)
  await stopNow(server)
})

test('the front ends a slow body with a problem; the usual time is 30 seconds', async () => {
  expect(timeLimits()).toMatchObject({ headersTimeout: 30_000, requestTimeout: 30_000 })
  const front = await startFrontServer({ host: '127.0.0.1', port: 0, milliseconds: 200 })
  front.serve((incoming) => void incoming.resume())
  const slow = 'POST /cases HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc'
  const answer = await exchange(Number(new URL(front.url).port), slow)
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
  expect(answer).toContain('application/problem+json')
  await front.close()
})
