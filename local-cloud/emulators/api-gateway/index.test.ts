// The API Gateway emulator over HTTP, in front of a handler that records its events.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { exchange, parsed } from '../../../testing/raw-http.ts'
import { listen } from '../../listen.ts'
import { createGateway } from './index.ts'

let server: Server
let port: number
let received: APIGatewayProxyEvent[]
let broken: string[]
let refused: object[]
let asked: object[]
let answer: () => Promise<APIGatewayProxyResult>

const notFound = {
  type: '/docs/problems/not-found',
  title: 'Not found',
  status: 404,
  detail: 'None.',
  instance: '/x',
  requestId: '1',
  error: 'Not found',
  message: 'None.',
}

beforeAll(async () => {
  const gateway = createGateway({
    handler: (event) => {
      received.push(event)
      return answer()
    },
    keyIdOf: (key) => (key === 'the-key' ? 'local' : undefined),
    authorize: (authorization, scopes) => {
      asked.push({ authorization, scopes })
      return authorization === 'Bearer good' ? undefined : 'UNAUTHORIZED'
    },
    onViolation: (violation) => broken.push(violation),
    onRefusal: (refusal) => refused.push(refusal),
  })
  server = createServer({ requireHostHeader: false }, (message, response) => void gateway(message, response))
  port = Number(new URL(await listen(server)).port)
})
afterAll(() => server.close())
beforeEach(() => {
  received = []
  broken = []
  refused = []
  asked = []
  answer = () =>
    Promise.resolve({
      statusCode: 404,
      headers: { 'Content-Type': 'application/problem+json' },
      body: JSON.stringify(notFound),
    })
})

/** Sends by node:http, because fetch would normalise the path. */
async function send(method: string, path: string, headers: [string, string][] = [], body?: string | Buffer) {
  const sending = request({ port, method, path, headers: [['host', 'localhost'], ...headers].flat() }).end(body)
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  const chunks = (await response.toArray()) as Buffer[]
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }
}

test('a request becomes the event of a REST proxy', async () => {
  const path = '/cases/a%20b/files?limit=2&a=1&a=%C3%A9+%2B&b&=c'
  await send('GET', path, [
    ['Accept', 'text/plain'],
    ['accept', '*/*'],
    ['X-Api-Key', 'unasked'],
  ])
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({
    httpMethod: 'GET',
    path: '/cases/a%20b/files',
    resource: '/cases/{caseId}/files',
    headers: { accept: '*/*', 'x-api-key': 'unasked' },
    multiValueHeaders: { accept: ['text/plain', '*/*'] },
    queryStringParameters: { limit: '2', a: 'é +', b: '', '': 'c' },
    multiValueQueryStringParameters: { limit: ['2'], a: ['1', 'é +'], b: [''], '': ['c'] },
    pathParameters: { caseId: 'a%20b' },
    body: null,
    isBase64Encoded: false,
    requestContext: { resourcePath: '/cases/{caseId}/files', identity: { apiKey: null, apiKeyId: null } },
  })
})

test('what is absent is null', async () => {
  await send('GET', '/cases')
  await send('GET', '/cases?')
  for (const event of received) {
    expect(event).toMatchObject({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
    })
  }
  expect(received).toHaveLength(2)
})

test('a body is handed on as text where it is text, and else in base64', async () => {
  await send('POST', '/cases', [], '{"description":"Größe"}')
  await send('POST', '/cases', [], Buffer.from([0xff, 0x00, 0x41]))
  expect(received).toMatchObject([
    { body: '{"description":"Größe"}', isBase64Encoded: false },
    { body: '/wBB', isBase64Encoded: true },
  ])
})

test('what the function gives in base64 reaches the caller as bytes', async () => {
  const bytes = Buffer.from([0, 255, 128, 10])
  const headers = { 'Content-Type': 'image/png' }
  answer = () => Promise.resolve({ statusCode: 404, headers, body: bytes.toString('base64'), isBase64Encoded: true })
  const response = await fetch(`http://localhost:${port}/x`)
  expect(response.headers.get('content-length')).toBe('4')
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
})

test("a page of any origin can read the gateway's own answers, as it can those of a deployed one", async () => {
  for (const origin of ['https://app.example', 'https://other.example']) {
    const { status, headers } = await send('PUT', '/customers/c-1', [['origin', origin]])
    expect(status).toBe(403)
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*' })
    expect(headers['access-control-expose-headers']?.split(',')).toContain('X-Request-Id')
    // The answer is the same for every origin.
    expect(headers).not.toHaveProperty('vary')
  }
})

test('an operation with a key is reached with that key alone', async () => {
  for (const headers of [[], [['x-api-key', '']], [['x-api-key', 'The-Key']], [['x-api-key', 'the-key, the-key']]]) {
    const forbidden = await send('PUT', '/customers/c-1', headers as [string, string][])
    expect(forbidden).toMatchObject({ status: 403 })
    expect(JSON.parse(forbidden.body)).toMatchObject({ type: '/docs/problems/forbidden', instance: '/customers/c-1' })
  }
  expect(received).toEqual([])
  const line = { method: 'PUT', path: '/customers/{id}', status: 403, caller: { kind: 'anyone', id: 'anyone' } }
  expect(refused).toMatchObject([line, line, line, line])
  await send('PUT', '/customers/c-1', [['x-api-key', 'the-key']])
  expect(received).toMatchObject([{ requestContext: { identity: { apiKey: 'the-key', apiKeyId: 'local' } } }])
})

test("an operation that takes access tokens alone is reached with one, and the gateway's 401 leads to the sign-in", async () => {
  const { status, headers, body } = await send('POST', '/mcp', [], '{}')
  expect(status).toBe(401)
  expect(headers['www-authenticate']).toBe(
    'Bearer realm="frontdesk", ' +
      'resource_metadata="http://localhost/.well-known/oauth-protected-resource/mcp", ' +
      'scope="frontdesk/read frontdesk/write"',
  )
  expect(JSON.parse(body)).toMatchObject({ type: '/docs/problems/unauthenticated', instance: '/mcp' })
  expect(broken).toEqual([])
  expect(received).toEqual([])
  await send('POST', '/mcp', [['authorization', 'Bearer good']], '{}')
  expect(received).toMatchObject([{ resource: '/mcp' }])
  const scopes = ['frontdesk/read', 'frontdesk/write']
  expect(asked).toEqual([
    { authorization: undefined, scopes },
    { authorization: 'Bearer good', scopes },
  ])
  // A preflight has no token, and another method is a matter of the app.
  for (const method of ['OPTIONS', 'GET', 'DELETE']) await send(method, '/mcp')
  await send('POST', '/cases', [], '{}')
  expect(received).toHaveLength(5)
  expect(asked).toHaveLength(2)
})

test.each([
  ['DELETE', '/cases', '/cases'],
  ['OPTIONS', '/customers/c-1', '/customers/{id}'],
  ['GET', '/nowhere/at/all', '/{proxy+}'],
  ['GET', '/cases/', '/{proxy+}'],
  ['GET', '/openapiXjson', '/{proxy+}'],
])('%s %s meets %s, without a key', async (method, path, resource) => {
  await send(method, path)
  expect(received).toMatchObject([{ resource, requestContext: { identity: { apiKeyId: null } } }])
})

test('a body of 10 MB is taken, one byte more is not', async () => {
  const limit = 10 * 1024 * 1024
  await send('POST', '/cases', [], Buffer.alloc(limit, 'x'))
  expect(received).toHaveLength(1)
  expect(await send('POST', '/cases', [], Buffer.alloc(limit + 1, 'x'))).toMatchObject({ status: 413 })
  expect(received).toHaveLength(1)
})

test('a handler that fails is a 5xx that does not say why', async () => {
  answer = () => Promise.reject(new Error('the cause'))
  const { status, body } = await send('GET', '/cases')
  expect(status).toBeGreaterThanOrEqual(500)
  expect(body).not.toContain('the cause')
  expect(JSON.parse(body)).toMatchObject({ status, instance: '/cases' })
})

test('an answer that the contract does not promise is given, and told', async () => {
  answer = () => Promise.resolve({ statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>' })
  expect(await send('GET', '/cases')).toMatchObject({ status: 200, body: '<html>' })
  expect(broken).toEqual(['GET /cases → 200: the media type text/html is not documented'])
})

test('a path with characters that mean something to JSON is shown as the URI that it is', async () => {
  const { body } = await send('PUT', '/customers/a"b\\c%zz')
  expect(JSON.parse(body)).toMatchObject({ status: 403, instance: '/customers/a%22b%5Cc%25zz' })
  expect(broken).toEqual([])
})

test.each([
  ['http://api.example/cases?limit=2', '/cases', { limit: ['2'] }],
  ['HTTP://api.example:8080/cases/a%20b', '/cases/a%20b', null],
  ['https://api.example', '/', null],
  ['http://api.example?a=http://b/c', '/', { a: ['http://b/c'] }],
  ['/cases/http://api.example/x', '/cases/http://api.example/x', null],
])('the target %s is the path %s', async (target, path, query) => {
  await send('GET', target)
  expect(received).toMatchObject([{ path, multiValueQueryStringParameters: query, requestContext: { path } }])
})

test.each([
  ['two Hosts', 'Host: a\r\nHost: b\r\n'],
  ['two equal Hosts', 'Host: a\r\nhost: a\r\n'],
  ['no Host', ''],
  ['an empty Host', 'Host:\r\n'],
  ['a list of Hosts', 'Host: a, b\r\n'],
  ['a Host with a path', 'Host: a/b\r\n'],
  ['a Host with a user', 'Host: u@a\r\n'],
])('%s: a 400, also with an absolute target', async (_, lines) => {
  for (const target of ['/events', 'http://api.example/events']) {
    const { statusLine, body } = parsed(
      await exchange(port, `GET ${target} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`),
    )
    expect(statusLine).toBe('HTTP/1.1 400 Bad Request')
    expect(JSON.parse(body)).toMatchObject({ type: '/docs/problems/invalid-request', instance: '/events' })
  }
  expect(received).toEqual([])
})

test('HTTP/1.0 needs no Host', async () => {
  expect(parsed(await exchange(port, 'GET /events HTTP/1.0\r\n\r\n')).statusLine).toBe('HTTP/1.1 404 Not Found')
  expect(received).toHaveLength(1)
})

test('10,240 bytes of request line and header values are accepted, one more is a 431', async () => {
  const line = 'GET /events?cursor= HTTP/1.1'
  const rest = 'localhost'.length + 'close'.length
  const ask = (bytes: number, inQuery: boolean) => {
    const filling = 'x'.repeat(bytes - line.length - rest)
    const [cursor, header] = inQuery ? [filling, ''] : ['', filling]
    const head = `GET /events?cursor=${cursor} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Filling: ${header}\r\n\r\n`
    return exchange(port, head).then(parsed)
  }
  for (const inQuery of [true, false]) {
    expect((await ask(10_240, inQuery)).statusLine).toBe('HTTP/1.1 404 Not Found')
    const { statusLine, body } = await ask(10_241, inQuery)
    expect(statusLine).toBe('HTTP/1.1 431 Request Header Fields Too Large')
    const type = '/docs/problems/request-header-fields-too-large'
    expect(JSON.parse(body)).toMatchObject({ type, status: 431, instance: '/events' })
  }
  expect(received).toHaveLength(2)
  expect(broken.filter((violation) => violation.includes('431'))).toEqual([])
})
