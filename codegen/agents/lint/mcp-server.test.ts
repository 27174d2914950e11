import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { toolsOfServer } from './mcp-server.ts'
import { fetchText } from './web.ts'

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** The URL of a server that lives for one test. */
async function serve(handler: Handler): Promise<URL> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => handler(request, body, response))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`)
}

const tool = (name: string) => ({ name, inputSchema: { type: 'object' } })
const answer = (response: ServerResponse, value: unknown, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}
type Sent = { id?: number; method: string; params: { cursor?: string; _meta?: Record<string, unknown> } }
const read = (body: string) => JSON.parse(body) as Sent

describe('toolsOfServer', () => {
  test('asks in the form of 2026-07-28, with the token', async () => {
    const seen: IncomingMessage['headers'][] = []
    const bodies: Sent[] = []
    const url = await serve(({ headers }, body, response) => {
      seen.push(headers)
      bodies.push(read(body))
      answer(response, { jsonrpc: '2.0', id: 1, result: { tools: [tool('a')], ttlMs: 0 } })
    })
    expect(await toolsOfServer(url, { token: 'secret' })).toEqual({
      value: { tools: [tool('a')], ttlMs: 0 },
      format: 'json',
    })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      authorization: 'Bearer secret',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/list',
    })
    expect(bodies[0]?.params._meta).toMatchObject({ 'io.modelcontextprotocol/protocolVersion': '2026-07-28' })
  })

  test('asks again without the new form when the server does not know it, and reads all pages', async () => {
    const url = await serve((_, body, response) => {
      const { id, params } = read(body)
      if (params._meta) return answer(response, { jsonrpc: '2.0', id, error: { code: -32022, message: 'old' } }, 400)
      const isLast = params.cursor === 'two'
      answer(response, {
        jsonrpc: '2.0',
        id,
        result: { tools: [tool(isLast ? 'b' : 'a')], ...(!isLast && { nextCursor: 'two' }) },
      })
    })
    const { value } = await toolsOfServer(url)
    expect(value).toMatchObject({ tools: [tool('a'), tool('b')] })
  })

  test('begins a session when the server answers nothing before, and stays in it', async () => {
    const methods: string[] = []
    const url = await serve(({ headers }, body, response) => {
      const { id, method, params } = read(body)
      const isInSession = headers['mcp-session-id'] === 's1' && headers['mcp-protocol-version'] === '2025-03-26'
      if (method === 'initialize') {
        response.setHeader('mcp-session-id', 's1')
        answer(response, { jsonrpc: '2.0', id, result: { protocolVersion: '2025-03-26', capabilities: {} } })
      } else if (!isInSession) {
        answer(response, { jsonrpc: '2.0', error: { code: -32000, message: 'Server not initialized' } }, 400)
      } else if (id === undefined) response.writeHead(202).end()
      else {
        const page = params.cursor ? { tools: [tool('b')] } : { tools: [tool('a')], nextCursor: 'two' }
        answer(response, { jsonrpc: '2.0', id, result: page })
      }
      methods.push(method)
    })
    expect((await toolsOfServer(url)).value).toMatchObject({ tools: [tool('a'), tool('b')] })
    const [list, begin] = ['tools/list', 'initialize']
    expect(methods).toEqual([list, list, begin, 'notifications/initialized', list, list])
  })

  test('reads an answer that comes as an event, though the stream stays open', async () => {
    const url = await serve((_, body, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const { id } = read(body)
      const message = JSON.stringify({ jsonrpc: '2.0', id, result: { tools: [] } })
      response.write(
        `: hello\n\nevent: message\ndata: {"jsonrpc":"2.0","method":"notifications/message"}\n\ndata: ${message}\n\n`,
      )
    })
    expect((await toolsOfServer(url)).value).toEqual({ tools: [] })
  })

  test.each<[what: string, handler: Handler, reason: string]>([
    [
      'no token',
      (_request, _body, response) => answer(response, {}, 401),
      '/mcp answers 401: give a token of this server in AGENTS_LINT_TOKEN',
    ],
    ['no right', (_request, _body, response) => answer(response, {}, 403), 'answers 403: give a token'],
    [
      'an error',
      (_request, _body, response) => answer(response, { error: { code: -32601, message: 'no tools' } }),
      'answers 200 with the error -32601, no tools to tools/list',
    ],
    ['no JSON', (_request, _body, response) => response.end('<html>'), 'answers 200 to tools/list'],
    ['a list', (_request, _body, response) => answer(response, [null]), 'answers 200 to tools/list'],
    [
      'endless pages',
      (_request, _body, response) => answer(response, { result: { tools: [], nextCursor: 'x' } }),
      'more than 100 pages',
    ],
    ['a broken connection', (request) => request.socket.destroy(), 'is not reached'],
    ['too much', (_request, _body, response) => response.end(Buffer.alloc(10_000_001, ' ')), 'is larger than 10 MB'],
    ['silence', () => undefined, 'does not answer within 300 ms'],
  ])('says in one line that the server gives %s', async (_, handler, reason) => {
    const url = await serve(handler)
    // Only silence meets the deadline, also on a machine with other work.
    const deadlineMs = reason.endsWith('300 ms') ? 300 : 30_000
    const error: unknown = await toolsOfServer(url, { deadlineMs }).catch((thrown: unknown) => thrown)
    expect((error as Error).name).toBe('Unreadable')
    expect((error as Error).message).toContain(reason)
    expect((error as Error).message).not.toContain('\n')
  })
})

describe('fetchText', () => {
  test('returns the document', async () => {
    const url = await serve((_request, _body, response) => response.end('openapi: 3.0.3'))
    expect(await fetchText(url)).toBe('openapi: 3.0.3')
  })

  test('says the status of a refusal, and that a host is not there', async () => {
    const url = await serve((_request, _body, response) => answer(response, {}, 404))
    await expect(fetchText(url)).rejects.toThrow('/mcp answers 404')
    await expect(fetchText(new URL('http://127.0.0.1:9/'))).rejects.toThrow('is not reached')
  })

  test('gives up when the document does not end in time', async () => {
    const url = await serve((_request, _body, response) => response.write('openapi:'))
    await expect(fetchText(url, 200)).rejects.toThrow('does not answer within 200 ms')
  })
})
