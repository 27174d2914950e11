// Accidents on the wire: bodies cut off, refused half-way or held back, broken HTTP, and the end of the server.
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import fc from 'fast-check'
import { Agent, request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bucket, refusal, signedFetch, signedHeaders, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const path = `/${bucket}/key`

/** Sends text unchanged, and resolves to everything that the server sends until it closes the connection. */
function raw(text: string, thenEnd = true): Promise<string> {
  const { hostname, port } = new URL(server.url())
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true }, () =>
      thenEnd ? socket.end(text) : socket.write(text),
    )
    socket.setEncoding('utf8').on('data', (data: string) => (answer += data))
    socket.on('end', () => {
      socket.destroy()
      resolve(answer)
    })
    socket.on('error', reject)
  })
}

const lines = (first: string, headers: Record<string, string>) =>
  `${[first, ...Object.entries(headers).map((pair) => pair.join(': '))].join('\r\n')}\r\n\r\n`
const signedPut = (headers: Record<string, string>) => signedHeaders(server.url(), { method: 'PUT', path, headers })
const eventually = async (condition: () => Promise<boolean>) => {
  for (let time = 0; time < 200 && !(await condition()); time += 1) await new Promise((wake) => setTimeout(wake, 10))
  expect(await condition()).toBe(true)
}
const noFiles = async () => (await server.files()).length === 0

test('a client that is done before its body is told so, and nothing is left', async () => {
  const headers = await signedPut({ 'content-length': '100' })
  const answer = await raw(`${lines(`PUT ${path} HTTP/1.1`, headers)}half`)
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
  expect(answer).toContain('<Code>IncompleteBody</Code>')
  await eventually(noFiles)
})

test('an upload whose client goes away leaves nothing', async () => {
  const { hostname, port } = new URL(server.url())
  const headers = await signedPut({ 'content-length': '1000000' })
  const socket = connect(Number(port), hostname)
  socket.write(`${lines(`PUT ${path} HTTP/1.1`, headers)}${'x'.repeat(100_000)}`)
  await eventually(async () => (await server.files()).length === 1)
  socket.destroy()
  await eventually(noFiles)
  expect(await refusal(signedFetch(server.url(), { path }))).toBe('404 NoSuchKey')
})

test('a body without a length', async () => {
  const headers = await signedPut({ 'transfer-encoding': 'chunked', connection: 'close' })
  expect(await raw(`${lines(`PUT ${path} HTTP/1.1`, headers)}1\r\nx\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1.1 411 /)
  expect(await noFiles()).toBe(true)
})

test('a body that has become too long is refused before it ends', async () => {
  const headers = await signedPut({
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'x-amz-decoded-content-length': '10',
    'content-length': '1000000000',
  })
  const answer = await raw(
    `${lines(`PUT ${path} HTTP/1.1`, { ...headers, connection: 'close' })}fffff\r\n12345678901`,
    false,
  )
  expect(answer).toMatch(/^HTTP\/1.1 400 [^]*IncompleteBody/)
})

test('a connection outlives refusals, before the body and in the middle of it', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const put = async (headers: Record<string, string>, body: Buffer) => {
    const signed = await signedPut({ 'content-length': String(body.length), ...headers })
    return new Promise<{ status: number | undefined; reused: boolean }>((resolve, reject) => {
      const sent = request(server.url() + path, { method: 'PUT', agent, headers: signed }, (answer) => {
        answer.resume().on('end', () => resolve({ status: answer.statusCode, reused: sent.reusedSocket }))
      })
      sent.on('error', reject).end(body)
    })
  }
  const large = Buffer.alloc(2_000_000)
  const streaming = {
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'x-amz-decoded-content-length': '2000000',
  }
  expect(await put({}, Buffer.from('x'))).toEqual({ status: 200, reused: false })
  expect(await put({ 'content-md5': 'wrong' }, large)).toEqual({ status: 400, reused: true })
  expect(await put(streaming, large)).toEqual({ status: 400, reused: true })
  expect(await put({}, large)).toEqual({ status: 200, reused: true })
  agent.destroy()
})

test('Expect: 100-continue is answered when the headers are right, and only then', async () => {
  const ask = async (headers: Record<string, string>) => {
    const signed = await signedPut({ 'content-length': '4', ...headers })
    let continued = false
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(server.url() + path, { method: 'PUT', headers: { ...signed, expect: '100-continue' } })
      sent.on('continue', () => {
        continued = true
        sent.end('body')
      })
      sent.on('response', resolve).on('error', reject)
      sent.flushHeaders()
    })
    answer.resume()
    return { status: answer.statusCode, continued, connection: answer.headers.connection }
  }
  expect(await ask({})).toMatchObject({ status: 200, continued: true })
  expect(await ask({ 'content-md5': 'wrong' })).toEqual({ status: 400, continued: false, connection: 'close' })
})

test('HEAD answers like GET but for the body, refusals too', async () => {
  await signedFetch(server.url(), { method: 'PUT', path, body: 'content', headers: { 'content-length': '7' } })
  for (const to of [path, `${path}-missing`]) {
    const headers = await signedHeaders(server.url(), { method: 'HEAD', path: to })
    const answer = await raw(lines(`HEAD ${to} HTTP/1.1`, { ...headers, connection: 'close' }))
    expect(answer).toMatch(to === path ? /^HTTP\/1.1 200 [^]*content-length: 7\r\n/ : /^HTTP\/1.1 404 /)
    expect(answer.split('\r\n\r\n')[1]).toBe('')
  }
})

test('URLs and HTTP that cannot be read', async () => {
  const get = (target: string) => raw(lines(`GET ${target} HTTP/1.1`, { host: 'x', connection: 'close' }))
  for (const target of ['/%', '/a/%zz', '/a/%ff%fe', '/a?%', 'http://elsewhere/a', '*'])
    expect([target, await get(target)]).toEqual([target, expect.stringMatching(/^HTTP\/1.1 400 [^]*InvalidURI/)])
  expect(await get('/a/é')).toMatch(/^HTTP\/1.1 400 /)
  expect(await raw('nonsense\r\n\r\n', false)).toMatch(/^HTTP\/1.1 400 [^]*BadRequest/)
  const long = lines('GET / HTTP/1.1', { host: 'x', long: 'x'.repeat(20_000) })
  expect(await raw(long, false)).toMatch(/^HTTP\/1.1 400 [^]*RequestHeaderSectionTooLarge/)
})

test('no request makes it fail: signed or not, any target, parameters and headers', async () => {
  const part = fc.string({
    unit: fc.constantFrom('a', '%', '2', 'F', '/', '?', '&', '=', '+', '.', '\u0000', 'é', '😀'),
    maxLength: 12,
  })
  const header = fc.constantFrom(
    'range',
    'if-match',
    'if-none-match',
    'content-md5',
    'x-amz-checksum-crc32',
    'x-amz-trailer',
    'expires',
    'x-amz-decoded-content-length',
    'if-modified-since',
  )
  const name = fc.constantFrom(
    'list-type',
    'prefix',
    'max-keys',
    'delimiter',
    'continuation-token',
    'response-expires',
    'X-Amz-Date',
    'x-amz-meta-a',
  )
  const visible = fc.string({ maxLength: 12 }).map((text) => text.trim())
  const statuses = new Set<number>()
  const property = fc.asyncProperty(
    fc.constantFrom('GET', 'PUT', 'HEAD', 'DELETE', 'POST', 'OPTIONS'),
    fc.tuple(fc.constantFrom(bucket, bucket, bucket, 'b', ''), part),
    fc.dictionary(name, fc.oneof(part, fc.constant('2')), { maxKeys: 2 }),
    fc.dictionary(header, visible, { maxKeys: 2 }),
    async (method, [first, rest], query, headers) => {
      const target = `/${first}/${encodeURIComponent(rest)}`
      const body = method === 'PUT' || method === 'POST' ? 'body' : undefined
      const answer = await signedFetch(server.url(), {
        method,
        path: target,
        query,
        headers,
        ...(body !== undefined && { body }),
      })
      statuses.add(answer.status)
      expect(answer.status === 501 || answer.status < 500).toBe(true)
      await answer.arrayBuffer()
      const bare = await raw(
        lines(`${method} /${first}/${rest.replaceAll(/[^!-~]/g, '')} HTTP/1.1`, { host: 'x', connection: 'close' }),
      )
      expect(bare).toMatch(/^HTTP\/1.1 [2345]0\d /)
      expect(bare).not.toMatch(/^HTTP\/1.1 500/)
    },
  )
  await fc.assert(property, { numRuns: 300 })
  // The signature was accepted, and the requests reached the operations.
  for (const status of [200, 204, 400, 404]) expect([...statuses]).toContain(status)
})

test('closing ends connections that are kept alive and uploads that are under way', async () => {
  const { hostname, port } = new URL(server.url())
  const headers = await signedPut({ 'content-length': '1000' })
  const idle = connect(Number(port), hostname)
  const uploading = connect(Number(port), hostname)
  const ended = [idle, uploading].map(
    (socket) => new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined)),
  )
  uploading.write(`${lines(`PUT ${path} HTTP/1.1`, headers)}part`)
  await eventually(async () => (await server.files()).length === 1)
  await server.stop()
  await Promise.all(ended)
  expect(await noFiles()).toBe(true)
})

test('the answer of a download whose reader goes away is not waited for', async () => {
  const client = server.client()
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'key', Body: Buffer.alloc(20_000_000) }))
  const cut = new AbortController()
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'key' }), { abortSignal: cut.signal })
  cut.abort()
  await expect(Body?.transformToByteArray()).rejects.toThrow()
  expect((await signedFetch(server.url(), { path, headers: { range: 'bytes=0-1' } })).status).toBe(206)
})
