// Input that is no HTTP request, sent byte by byte to a server of node:http.
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { securityHeaders } from '../../../generated/headers.ts'
import { exchange, parsed } from '../../../testing/raw-http.ts'
import { violations } from '../../response-check.ts'
import { answerMalformed } from './malformed.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const start = async (listener: RequestListener = (_request, response) => void response.end('served')) => {
  server = createServer({ headersTimeout: 500, connectionsCheckingInterval: 50 }, listener)
  answerMalformed(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

const tooLarge = 'Request Header Fields Too Large'
const chunked = 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'
const posted = 'POST / HTTP/1.1\r\nHost: a\r\n'
const refused: [what: string, bytes: string, status: number, phrase: string][] = [
  ['a method in lower case', 'get /status HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'Bad Request'],
  ['a line that is none', 'Frontdesk?\r\n\r\n', 400, 'Bad Request'],
  ['a header without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n', 400, 'Bad Request'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400, 'Bad Request'],
  ['two equal lengths', `${posted}Content-Length: 1\r\nContent-Length: 1\r\n\r\nx`, 400, 'Bad Request'],
  ['two lengths in a line', `${posted}Content-Length: 1, 1\r\n\r\nx`, 400, 'Bad Request'],
  [
    'a length and chunks',
    `${posted}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'Bad Request',
  ],
  [
    'chunks and a length',
    `${posted}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
    400,
    'Bad Request',
  ],
  ['chunks that are not last', `${posted}Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n`, 400, 'Bad Request'],
  ['a broken body', `${chunked}zz\r\n`, 400, 'Bad Request'],
  ['a large header', `GET / HTTP/1.1\r\nHost: a\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`, 431, tooLarge],
  ['a header of megabytes', `GET / HTTP/1.1\r\nHost: a\r\nX-Large: ${'x'.repeat(8_000_000)}\r\n\r\n`, 431, tooLarge],
  ['headers that do not come', 'GET / HTTP/1.1\r\nHost: a\r\n', 408, 'Request Timeout'],
]

test.each(refused)('%s is a problem, and the connection is closed', async (_, bytes, status, phrase) => {
  // A request whose body breaks has no answer yet.
  const port = await start((request, response) => void request.on('end', () => response.end('served')).resume())
  const { statusLine, headers, body } = parsed(await exchange(port, bytes))
  expect(statusLine).toBe(`HTTP/1.1 ${status} ${phrase}`)
  expect(headers).toMatchObject({ connection: 'close', 'content-length': String(Buffer.byteLength(body)) })
  for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name.toLowerCase()]).toBe(value)
  expect(violations('GET', '/nowhere', { status, headers, body })).toEqual([])
  const types: Record<number, string> = {
    400: '/docs/problems/invalid-request',
    431: '/docs/problems/request-header-fields-too-large',
  }
  const type = types[status] ?? 'about:blank'
  expect(JSON.parse(body)).toMatchObject({ type, status, requestId: headers['x-request-id'] })
})

test('it says what cannot be read', async () => {
  const { body } = parsed(await exchange(await start(), 'get / HTTP/1.1\r\n\r\n'))
  expect(JSON.parse(body)).toMatchObject({ detail: 'Invalid method encountered.' })
})

test('after an answer that is whole there is another, and in the middle of one there is none', async () => {
  const request = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'
  const port = await start()
  const none = 'get / HTTP/1.1\r\n\r\n'
  for (const received of [await exchange(port, request, none), await exchange(port, request + none)]) {
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400'])
  }
  server.close()

  const slow = await start((_request, response) => void response.writeHead(200, { 'Content-Length': 9 }).write('half'))
  expect(await exchange(slow, chunked, 'zz\r\n')).toMatch(/\r\n\r\nhalf$/)
})

test('an expectation that nobody knows is ignored', async () => {
  const { statusLine } = parsed(
    await exchange(await start(), 'GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n'),
  )
  expect(statusLine).toBe('HTTP/1.1 200 OK')
})
