// The local cloud as its user runs it, over HTTP.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { largestFile } from '../server/services/case-files.ts'
import { requestOf } from '../testing/curl.ts'
import { createFakeTokens } from '../testing/fake-tokens.ts'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'
import { putZeros } from '../testing/put-zeros.ts'
import { exchange, parsed } from '../testing/raw-http.ts'
import { violations } from './response-check.ts'

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string

beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  url = await cloud.ready()
})
afterAll(async () => {
  await cloud.kill()
  await data.remove()
})

type Json = Record<string, unknown>

/** Sends a request as a user, and validates the answer against the contract. */
async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = data.user) {
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(url + path, { method, headers: { ...type, ...headers }, ...sent })
  const text = await response.text()
  const answer = { status: response.status, headers: Object.fromEntries(response.headers), body: text }
  for (const name of ['connection', 'keep-alive', 'date', 'content-length'])
    Reflect.deleteProperty(answer.headers, name)
  if (method !== 'HEAD') expect(violations(method, path.split('?')[0] ?? '', answer)).toEqual([])
  return { ...answer, json: () => JSON.parse(text) as Json }
}

const cases = async () => (await send('GET', '/cases?limit=100')).json().cases as Json[]

test('the commands of the first five minutes work as written', async () => {
  const env = { ...process.env, DATA_DIR: data.path }
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'token'], { env })
  const TOKEN = stdout.trim()
  const curl = async (command: string) => {
    const response = await fetch(await requestOf(command.replace('localhost:3000', url), { TOKEN }))
    return { status: response.status, body: (await response.json()) as Json }
  }
  expect(await curl('curl -s localhost:3000/status -H "authorization: Bearer $TOKEN"')).toMatchObject({
    status: 200,
    body: { status: 'ok', service: 'frontdesk', environment: 'local', user: 'local-user' },
  })
  expect(
    await curl(
      `curl -s localhost:3000/cases -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d '{"description":"Broken kiosk","metadata":{"site":"A4"}}'`,
    ),
  ).toMatchObject({ status: 201, body: { description: 'Broken kiosk', metadata: { site: 'A4' }, status: 'open' } })
  expect(await curl('curl -s "localhost:3000/cases?limit=2" -H "authorization: Bearer $TOKEN"')).toMatchObject({
    status: 200,
    body: { cases: [{ description: 'Broken kiosk' }] },
  })
})

test('a file goes up to the URL with the headers that it names, is listed, and comes down the same', async () => {
  const { caseId } = (await send('POST', '/cases', { description: 'With a file' })).json()
  const bytes = randomBytes(100_000)
  const fileName = 'Übersicht 1.pdf'
  const query = new URLSearchParams({ fileName, contentType: 'application/pdf', contentLength: '100000' })
  const upload = (await send('GET', `/cases/${String(caseId)}/upload?${query.toString()}`)).json()
  const put = (body: Buffer, headers: Json) =>
    fetch(String(upload.uploadUrl), { method: String(upload.method), headers: headers as Record<string, string>, body })
  expect((await put(bytes.subarray(1), upload.headers as Json)).status).toBe(403)
  expect((await put(bytes, { 'content-type': 'text/html' })).status).toBe(403)
  expect((await put(bytes, upload.headers as Json)).status).toBe(200)

  const { files } = (await send('GET', `/cases/${String(caseId)}/files`)).json() as { files: Json[] }
  expect(files).toMatchObject([{ key: upload.key, fileName, size: 100_000, contentType: 'application/pdf' }])
  const download = await fetch(String(files[0]?.downloadUrl))
  expect(download.headers.get('content-disposition')).toBe('attachment')
  expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true)
})

test('a file larger than 100 MiB is taken by a URL without a length, not listed, and removed', async () => {
  const { caseId } = (await send('POST', '/cases', { description: 'With a large file' })).json()
  const upload = (await send('GET', `/cases/${String(caseId)}/upload`)).json()
  const folder = join(data.path, 's3', 'frontdesk-case-files', 'data')
  const before = await readdir(folder)
  expect(await putZeros(String(upload.uploadUrl), upload.headers as Record<string, string>, largestFile + 1)).toBe(200)
  expect((await send('GET', `/cases/${String(caseId)}/files`)).json()).toEqual({ files: [] })
  await expect.poll(() => readdir(folder), { timeout: 10_000 }).toEqual(before)
})

describe('bad input is answered with its problem, and nothing is stored', () => {
  const good = { description: 'Bad input' }
  const unknown = '/cases/00000000-0000-4000-8000-000000000000'
  const tampered = () => ({ authorization: data.user.authorization.slice(0, -10) })
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  type Row = [name: string, problem: string, status: number, () => Promise<{ status: number; json: () => Json }>]
  const rows: Row[] = [
    ['no token', 'unauthenticated', 401, () => send('POST', '/cases', good, {})],
    ['a damaged token', 'unauthenticated', 401, () => send('POST', '/cases', good, tampered())],
    [
      'an expired token',
      'unauthenticated',
      401,
      async () => send('POST', '/cases', good, bearer(await token('--expires-in', '-60'))),
    ],
    [
      'a token for another client',
      'unauthenticated',
      401,
      () => send('POST', '/cases', good, bearer(createFakeTokens(data.key).idToken({ aud: 'another' }))),
    ],
    [
      'a missing scope',
      'insufficient-scope',
      403,
      () => send('POST', '/cases', good, bearer(data.accessToken('frontdesk/read'))),
    ],
    ['a missing key', 'forbidden', 403, () => send('PUT', '/customers/c-1', {}, {})],
    ['a wrong key', 'forbidden', 403, () => send('PUT', '/customers/c-1', {}, { 'x-api-key': 'wrong' })],
    ['not JSON', 'invalid-request', 400, () => send('POST', '/cases', '{"description":')],
    ['a missing field', 'invalid-request', 400, () => send('POST', '/cases', {})],
    ['an unknown field', 'invalid-request', 400, () => send('POST', '/cases', { ...good, priority: 1 })],
    ['a wrong type', 'invalid-request', 400, () => send('POST', '/cases', { description: 5 })],
    ['a damaged cursor', 'invalid-request', 400, () => send('GET', '/cases?cursor=abc')],
    ['a bad limit', 'invalid-request', 400, () => send('GET', '/cases?limit=0')],
    ['a repeated parameter', 'invalid-request', 400, () => send('GET', '/cases?limit=2&limit=2')],
    ['a broken escape in the path', 'invalid-request', 400, () => send('GET', '/cases/%zz')],
    ['a broken escape in the query', 'invalid-request', 400, () => send('GET', '/cases?limit=%zz')],
    ['a broken escape in the query of no route', 'not-found', 404, () => send('GET', '/casess?limit=%zz')],
    ['an unknown case', 'not-found', 404, () => send('GET', unknown)],
    ['an upload to an unknown case', 'not-found', 404, () => send('GET', `${unknown}/upload`)],
    ['an unknown route', 'not-found', 404, () => send('POST', '/casess', good)],
    ['a trailing slash', 'not-found', 404, () => send('POST', '/cases/', good)],
    ['a wrong method', 'method-not-allowed', 405, () => send('DELETE', '/cases', undefined)],
    [
      'another media type',
      'unsupported-media-type',
      415,
      () =>
        send('POST', '/cases', 'description=x', { ...data.user, 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    [
      'a body over 256 KiB',
      'payload-too-large',
      413,
      () => send('POST', '/cases', { description: 'x'.repeat(270_000) }),
    ],
    [
      'a body over 10 MB',
      'payload-too-large',
      413,
      () => send('POST', '/cases', { description: 'x'.repeat(10_500_000) }),
    ],
    [
      'a body that is not UTF-8',
      'invalid-request',
      400,
      () =>
        send('POST', '/cases', undefined, data.user).then(() =>
          sendBytes(Buffer.from('{"description":"\xff"}', 'latin1')),
        ),
    ],
  ]

  const token = async (...args: string[]) => {
    const env = { ...process.env, DATA_DIR: data.path }
    return (await promisify(execFile)(process.execPath, ['local-cloud/token.ts', ...args], { env })).stdout.trim()
  }
  const sendBytes = async (body: Buffer) => {
    const headers = { ...data.user, 'content-type': 'application/json' }
    const response = await fetch(`${url}/cases`, { method: 'POST', headers, body })
    const problem = (await response.json()) as Json
    return { status: response.status, json: () => problem }
  }

  test.each(rows)('%s', async (_, slug, status, ask) => {
    const before = await cases()
    const answer = await ask()
    expect(answer.status).toBe(status)
    const problem = answer.json()
    expect(problem).toMatchObject({
      type: `/docs/problems/${slug}`,
      status,
      error: problem.title,
      message: problem.detail,
    })
    expect(await cases()).toEqual(before)
  })
})

describe('the gateway', () => {
  test('answers for itself in the shape of the contract, with the headers of every answer', async () => {
    const answer = await send('PUT', '/customers/c-1', undefined, { 'x-api-key': 'wrong' })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.json()).toMatchObject({ instance: '/customers/c-1', requestId: answer.headers['x-request-id'] })
  })

  test('passes the key on as accepted, and to the operations that need none not at all', async () => {
    const key = { 'x-api-key': 'local-api-key' }
    expect((await send('PUT', '/customers/c-1', undefined, key)).status).toBe(201)
    expect((await send('GET', '/customers/c-1', undefined, key)).json()).toEqual({ id: 'c-1', exists: true })
    expect((await send('GET', '/cases', undefined, key)).status).toBe(401)
  })

  test('gives a request id, or takes the one of the caller', async () => {
    const own = await send('GET', '/status', undefined, { ...data.user, 'x-request-id': 'mine-1' })
    expect(own.headers['x-request-id']).toBe('mine-1')
    const given = await send('GET', '/status', undefined, { ...data.user, 'x-request-id': 'not a plain one' })
    expect(given.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('answers OPTIONS to a browser, and HEAD without a body', async () => {
    const preflight = await send('OPTIONS', '/customers/c-1', undefined, {
      origin: 'https://example.com',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type,x-api-key',
    })
    expect(preflight).toMatchObject({ status: 204, body: '' })
    expect(preflight.headers['access-control-allow-methods']?.split(',')).toContain('PUT')
    expect(preflight.headers['access-control-allow-headers']?.split(',')).toEqual(
      expect.arrayContaining(['content-type', 'x-api-key']),
    )
    expect(await send('HEAD', '/cases')).toMatchObject({ status: 405, headers: { allow: 'GET, POST, OPTIONS' } })
  })

  test('keeps what an encoded path and query say', async () => {
    const key = { 'x-api-key': 'local-api-key' }
    const { status, headers } = await send('PUT', '/customers/a%3Ab%40c.d', undefined, key)
    expect({ status, location: headers.location }).toEqual({ status: 201, location: '/customers/a:b@c.d' })
    expect((await send('GET', '/cases?st%61tus=res%6Flved&')).status).toBe(200)
    expect((await send('GET', '/cases?limit=+2')).status).toBe(400)
  })

  test.each([
    ['a method in lower case', 400, 'get /status HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['no Host', 400, 'GET /status HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['too large a header', 431, `GET /status HTTP/1.1\r\nHost: localhost\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['a broken body', 400, 'POST /cases HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ])('answers %s by a problem, and goes on', async (_, status, bytes) => {
    const answer = parsed(await exchange(Number(new URL(url).port), bytes))
    expect(answer.statusLine).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer.headers).toMatchObject({ connection: 'close', 'content-type': 'application/problem+json' })
    expect(violations('GET', '/nowhere', { status, ...answer })).toEqual([])
    expect((await send('GET', '/status')).status).toBe(200)
  })

  test('goes on when a caller hangs up in the middle of its request', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"description":')),
    })
    const signal = AbortSignal.timeout(200)
    const request = { method: 'POST', headers: data.user, body, duplex: 'half', signal } as RequestInit
    await expect(fetch(`${url}/cases`, request)).rejects.toThrow()
    expect((await send('GET', '/status')).status).toBe(200)
  })
})

test('nothing that the cloud answered broke the contract', () => {
  expect(cloud.stderr().slice(0, 1000)).toBe('')
})
