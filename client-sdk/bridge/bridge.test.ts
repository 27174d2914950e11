// The bridge in front of a server that gives the answers of each test.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { startServer, type Reaction } from '../testing/server.ts'
import { createBridge } from './bridge.ts'
import { readLines } from './lines.ts'
import { createTokens } from './tokens.ts'

type Line = { id?: unknown; result?: unknown; error?: { code: number; message: string; data?: object } }

async function open(reactions: Parameters<typeof startServer>[0], tokens = createTokens({ token: 'a-token' })) {
  const server = await startServer(reactions)
  const written: string[] = []
  const bridge = createBridge({ endpoint: `${server.url}/mcp`, tokens, write: (line) => written.push(line) })
  return {
    server,
    bridge,
    received: server.received,
    written,
    lines: () => written.map((line) => JSON.parse(line) as Line),
    send: async (...messages: unknown[]) => {
      for (const message of messages) bridge.receive(typeof message === 'string' ? message : JSON.stringify(message))
      await bridge.settled()
    },
    close: () => server[Symbol.asyncDispose](),
  }
}

const json = (result: object, id: unknown = 1): Reaction => ({ status: 200, body: { jsonrpc: '2.0', id, result } })
const request = (method: string, params: object = {}, id: unknown = 1) => ({ jsonrpc: '2.0', id, method, params })
const call = (name: string, given?: object, id: unknown = 1) =>
  request('tools/call', { name, ...(given && { arguments: given }) }, id)
const bodyOf = ({ body }: { body: Buffer }) => JSON.parse(body.toString()) as { params: { arguments?: object } }
const unavailable: Reaction = { status: 503, headers: { 'retry-after': '0' }, body: { title: 'Away' } }
const meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
}

afterEach(() => {
  vi.restoreAllMocks()
})

/** The waits between attempts are random. These are none. */
const withoutWaits = () => vi.spyOn(Math, 'random').mockReturnValue(0)

describe('headers', () => {
  test('repeat the message of a client of today', async () => {
    const { send, received, written, close } = await open([json({ a: 'line\n\u2028' })])
    await send(request('tools/call', { name: 'getCase', arguments: {}, _meta: meta }))
    await send(request('resources/read', { uri: 'frontdesk://größe', _meta: meta }))
    await send(request('tools/call', { name: '=?base64?eA==?=', _meta: meta }))
    await send(request('tools/list', { _meta: meta }))
    const today = { 'mcp-protocol-version': '2026-07-28', authorization: 'Bearer a-token' }
    const encoded = (text: string) => `=?base64?${Buffer.from(text).toString('base64')}?=`
    expect(received.map(({ headers }) => headers)).toMatchObject([
      { ...today, 'mcp-method': 'tools/call', 'mcp-name': 'getCase', 'content-type': 'application/json' },
      { ...today, 'mcp-method': 'resources/read', 'mcp-name': encoded('frontdesk://größe') },
      { ...today, 'mcp-method': 'tools/call', 'mcp-name': encoded('=?base64?eA==?=') },
      { ...today, 'mcp-method': 'tools/list' },
    ])
    expect(received[3]?.headers).not.toHaveProperty('mcp-name')
    expect(received[0]?.url).toBe('/mcp')
    // One line is one message.
    expect(written.every((line) => !line.includes('\n'))).toBe(true)
    await close()
  })

  test('of an older client have the version that it has agreed on', async () => {
    const agreed = json({ protocolVersion: '2025-06-18' })
    const { send, received, lines, close } = await open([agreed, { status: 202 }, json({ tools: [] }, 2)])
    await send(request('initialize', { protocolVersion: '2025-06-18' }))
    await send({ jsonrpc: '2.0', method: 'notifications/initialized' })
    await send(request('tools/list', {}, 2))
    expect(received.map(({ headers }) => headers['mcp-protocol-version'])).toEqual([
      undefined,
      '2025-06-18',
      '2025-06-18',
    ])
    expect(received.every(({ headers }) => !('mcp-method' in headers))).toBe(true)
    expect(lines().map(({ id }) => id)).toEqual([1, 2])
    await close()
  })
})

describe('answers', () => {
  test('of the service are handed on, errors with any status too', async () => {
    const error = { jsonrpc: '2.0', id: 'a', error: { code: -32601, message: 'None.' } }
    const { send, lines, close } = await open([{ status: 404, body: error }])
    await send(request('prompts/list', {}, 'a'))
    expect(lines()).toEqual([error])
    await close()
  })

  test.each<[string, Reaction, string, object | undefined]>([
    [
      'a refused token',
      { status: 401, body: { detail: 'It is old.' } },
      'It is old. See FRONTDESK_TOKEN.',
      { status: 401 },
    ],
    ['a missing scope', { status: 403, body: { detail: 'It needs x.' } }, 'answered 403: It needs x.', { status: 403 }],
    [
      'another address',
      { status: 404, body: '<html>' },
      'answered 404: HTTP 404 Is the address right?',
      { status: 404 },
    ],
    [
      'a redirect',
      { status: 307, headers: { location: 'http://127.0.0.1:1' } },
      'Is the address right?',
      { status: 307 },
    ],
    [
      'a failure',
      { status: 500, headers: { 'x-request-id': 'r-1' }, body: { title: 'Internal error' } },
      'answered 500: Internal error',
      { status: 500, requestId: 'r-1' },
    ],
    ['a page', { status: 200, body: '<html>' }, 'no message. Is the address right?', undefined],
  ])('%s is an error of the protocol that says what to do', async (_, reaction, text, data) => {
    withoutWaits()
    const { send, lines, close } = await open([reaction])
    await send(call('createCase', {}, 'x'))
    expect(lines()).toEqual([
      {
        jsonrpc: '2.0',
        id: 'x',
        error: { code: -32603, message: expect.stringContaining(text) as string, ...(data && { data }) },
      },
    ])
    await close()
  })

  test('no answer: an error, and the next message is sent again', async () => {
    withoutWaits()
    const { send, lines, close } = await open((_, index) => (index < 3 ? 'disconnect' : json({}, 2)))
    await send(request('tools/list', {}, 1))
    await send(request('tools/list', {}, 2))
    expect(lines()).toMatchObject([
      { id: 1, error: { code: -32603 } },
      { id: 2, result: {} },
    ])
    expect(lines()[0]?.error?.message).toContain('gave no answer')
    await close()
  })

  test('a notification has none, whatever happens to it', async () => {
    const { send, written, received, close } = await open([{ status: 500 }, { status: 202 }])
    await send({ jsonrpc: '2.0', method: 'notifications/initialized' }, { jsonrpc: '2.0', id: 1, result: {} })
    expect([received.length, written]).toEqual([1, []])
    await close()
  })

  test('a line that is no message is for the service to judge', async () => {
    const refusal = { jsonrpc: '2.0', error: { code: -32700, message: 'No JSON.' } }
    const { send, received, lines, close } = await open([{ status: 400, body: refusal }])
    await send('{"id":', '[]')
    expect(received.map(({ body }) => body.toString())).toEqual(['{"id":', '[]'])
    expect(lines()).toEqual([refusal, refusal])
    await close()
  })
})

describe('retries', () => {
  test.each(['tools/list', 'server/discover', 'initialize', 'resources/read', 'ping'])(
    '%s is repeated',
    async (method) => {
      withoutWaits()
      const { send, received, lines, close } = await open([unavailable, 'disconnect', json({})])
      await send(request(method))
      expect([received.length, lines()]).toMatchObject([3, [{ result: {} }]])
      await close()
    },
  )

  test.each(['getCase', 'updateEvent', 'deleteEvent', 'createProduct'])(
    'a call of %s is repeated as it is',
    async (name) => {
      withoutWaits()
      const { send, received, close } = await open([unavailable, json({})])
      await send(call(name, { a: 1 }))
      expect(received.map(({ body }) => body.toString())).toEqual(Array(2).fill(JSON.stringify(call(name, { a: 1 }))))
      await close()
    },
  )

  test('a creation is repeated under one key, its own or that of the client', async () => {
    withoutWaits()
    const { send, received, close } = await open([unavailable, json({}), unavailable, json({}), json({})])
    await send(call('createCase', { description: 'x' }))
    await send(call('createCase', { idempotencyKey: 'mine' }))
    await send(call('createCase'))
    const keys = received.map((sent) => (bodyOf(sent).params.arguments as { idempotencyKey?: string }).idempotencyKey)
    expect(keys[0]).toMatch(/^[\w-]{36}$/)
    expect(keys).toEqual([keys[0], keys[0], 'mine', 'mine', expect.not.stringMatching(keys[0] ?? '')])
    expect(bodyOf(received[0] ?? { body: Buffer.from('') }).params.arguments).toMatchObject({ description: 'x' })
    await close()
  })

  test('a call of a tool that is not known is sent once', async () => {
    const { send, received, lines, close } = await open([unavailable])
    for (const name of ['archiveCase', 'constructor', undefined]) await send(request('tools/call', { name }))
    expect([received.length, lines().length]).toEqual([3, 3])
    await close()
  })

  test('what fails for good is sent once', async () => {
    const { send, received, close } = await open([{ status: 403, body: {} }])
    await send(request('tools/list'))
    expect(received).toHaveLength(1)
    await close()
  })

  test('an error after a lost answer says that the call may have been carried out', async () => {
    withoutWaits()
    const failed = json({ isError: true, content: [{ type: 'text', text: 'It has changed.' }] })
    const limited: Reaction = { status: 429, headers: { 'retry-after': '0' } }
    const { send, lines, close } = await open([
      'disconnect',
      failed,
      limited,
      failed,
      'disconnect',
      json({ content: [] }),
    ])
    await send(call('updateEvent'))
    await send(call('updateEvent'))
    await send(call('updateEvent'))
    const texts = lines().map(({ result }) => JSON.stringify(result))
    expect(texts.map((text) => text.includes('may have carried it out'))).toEqual([true, false, false])
    await close()
  })
})

test('a cancelled request has no answer, and the others go on', async () => {
  const { send, bridge, received, lines, close } = await open((sent) =>
    sent.body.includes('getCase') ? 'silence' : json({}, 2),
  )
  bridge.receive(JSON.stringify(call('getCase', {}, 1)))
  await vi.waitFor(() => expect(received).toHaveLength(1))
  await send(
    request('tools/list', {}, 2),
    { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } },
    { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'unknown' } },
  )
  expect(lines()).toMatchObject([{ id: 2, result: {} }])
  expect(received).toHaveLength(2)
  await close()
})

describe('a program', () => {
  const credential = (url: string) => ({ clientId: 'id', clientSecret: 's:/+', tokenUrl: `${url}/oauth2/token` })
  const token = (value: string, seconds = 3600): Reaction => ({
    status: 200,
    body: { access_token: value, expires_in: seconds, token_type: 'Bearer' },
  })

  test('gets a token once, and renews it before its end or when it is refused', async () => {
    const pool = await startServer([token('one'), token('two', 30), token('three')])
    const { send, received, lines, close } = await open(
      (_, index) => (index === 2 ? { status: 401 } : json({}, index)),
      createTokens(credential(pool.url)),
    )
    await send(request('tools/list', {}, 0), request('tools/list', {}, 1))
    await send(request('tools/list', {}, 2))
    await send(request('tools/list', {}, 3))
    expect(received.map(({ headers }) => headers.authorization)).toEqual(
      ['one', 'one', 'one', 'two', 'three'].map((value) => `Bearer ${value}`),
    )
    expect(lines()).toHaveLength(4)
    expect(lines().every((line) => 'result' in line)).toBe(true)
    const [asked] = pool.received
    expect([pool.received.length, asked?.url, asked?.body.toString()]).toEqual([
      3,
      '/oauth2/token',
      'grant_type=client_credentials',
    ])
    expect(asked?.headers.authorization).toBe(`Basic ${Buffer.from('id:s%3A%2F%2B').toString('base64')}`)
    await close()
    await pool[Symbol.asyncDispose]()
  })

  test('that gets no token, or whose token is refused twice, is told', async () => {
    const pool = await startServer([
      { status: 400, body: { error: 'invalid_client' } },
      'disconnect',
      { status: 200, body: '<html>' },
      token('one'),
    ])
    const { send, lines, close } = await open([{ status: 401, body: {} }], createTokens(credential(pool.url)))
    for (const id of [1, 2, 3, 4]) await send(request('tools/list', {}, id))
    expect(lines().map(({ error }) => error?.message)).toEqual([
      expect.stringContaining('FRONTDESK_TOKEN_URL was refused: 400 invalid_client. Are FRONTDESK_CLIENT_ID'),
      expect.stringContaining('FRONTDESK_TOKEN_URL could not be fetched'),
      expect.stringContaining('FRONTDESK_TOKEN_URL was refused: 200'),
      expect.stringContaining('See FRONTDESK_CLIENT_ID and FRONTDESK_CLIENT_SECRET.'),
    ])
    await close()
    await pool[Symbol.asyncDispose]()
  })
})

test('lines end at a line feed alone, wherever the pieces of the stream begin', async () => {
  const text = '{"a":"\u2028ö"}\r\n\n  \n{"b":"\u2029"}\nlast'
  const bytes = Buffer.from(text)
  for (const size of [1, 3, bytes.length]) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    )
    const lines: string[] = []
    for await (const line of readLines(
      (async function* () {
        yield* pieces
      })(),
    ))
      lines.push(line)
    expect(lines).toEqual(['{"a":"\u2028ö"}', '{"b":"\u2029"}', 'last'])
  }
})
