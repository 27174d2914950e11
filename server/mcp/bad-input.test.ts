// Bad input to the MCP endpoint: each row of the protocol's table, in the order in which faults are told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { issueAccessToken, issueIdToken } from '../../local-cloud/emulators/cognito/index.ts'
import { createMcp, headersOf, metaOf, type Mcp } from '../../testing/mcp.ts'
import { sendGenerated } from '../../testing/mcp-bodies.ts'

let door: FrontDoor
let mcp: Mcp
beforeAll(async () => {
  door = await openFrontDoor({ MCP_ALLOWED_ORIGINS: 'https://good.example,http://localhost:*' })
  mcp = createMcp(door)
})
afterAll(() => door.close())

const list = (params: object = { _meta: metaOf() }) => ({ jsonrpc: '2.0', id: 7, method: 'tools/list', params })
const listHeaders = headersOf('tools/list')

describe('before the body is read', () => {
  test.each(['GET', 'DELETE', 'PUT', 'HEAD'])('%s is 405, also with a session', async (method) => {
    const headers = { 'mcp-session-id': 'x', 'last-event-id': '1', origin: 'https://evil.example' }
    const { status, headers: sent } = await door.send(method, '/mcp', { headers })
    expect([status, sent.Allow]).toEqual([405, 'POST, OPTIONS'])
  })

  test.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['', 403],
    ['http://localhost.evil.example', 403],
    ['http://localhost:80:80', 403],
    ['https://good.example:8443', 403],
    ['https://good.example', 200],
    ['http://localhost', 200],
    ['http://localhost:6274', 200],
    [undefined, 200],
  ])('the origin %s is answered %i', async (origin, status) => {
    expect((await mcp.post(list(), { ...listHeaders, origin })).status).toBe(status)
    // The origin is told before the token.
    if (status === 403) expect((await mcp.post('', { origin, authorization: undefined })).status).toBe(403)
  })

  const expiresIn = 60
  test.each<[string, () => string | undefined, RegExp]>([
    ['no token', () => undefined, /needs a token/],
    ['an ID token', () => `Bearer ${door.idToken()}`, /An ID token is not accepted here/],
    [
      'an expired token',
      () => `Bearer ${issueAccessToken(door.key, { scope: 'frontdesk/read', expiresIn: -60 })}`,
      /expired/,
    ],
    ['a broken token', () => 'Bearer a.b.c', /not accepted/],
    ['another scheme', () => 'Basic YTpi', /one bearer token/],
    [
      'a token of another client',
      () => `Bearer ${issueIdToken(door.key, { user: 'a', expiresIn, clientId: 'x' })}`,
      /not accepted/,
    ],
  ])('%s is 401 and tells where to sign in', async (_, authorization, detail) => {
    const { status, headers, json } = await mcp.post('{', {
      authorization: authorization(),
      'content-type': 'text/plain',
    })
    expect(status).toBe(401)
    expect(json).toMatchObject({ detail: expect.stringMatching(detail) as string })
    const challenge = headers['WWW-Authenticate'] ?? ''
    expect(challenge).toMatch(/^Bearer realm="frontdesk"/)
    expect(challenge).toContain('resource_metadata="http://localhost/.well-known/oauth-protected-resource/mcp"')
    expect(challenge).toContain('scope="frontdesk/read frontdesk/write"')
  })

  test('a token without a scope of ours is 403', async () => {
    const none = createMcp(door, door.accessToken('other/read'))
    const { status, headers } = await none.modern('tools/list')
    expect([status, headers['WWW-Authenticate']]).toEqual([403, expect.stringContaining('insufficient_scope')])
  })

  test('the media type, then the size', async () => {
    const large = Buffer.alloc(262_145, ' ')
    for (const type of [undefined, 'text/plain', 'application/jsonx']) {
      expect((await mcp.post(large, { 'content-type': type })).status).toBe(415)
    }
    expect((await mcp.post(large)).status).toBe(413)
    const fitting = Buffer.concat([Buffer.from(JSON.stringify(list())), Buffer.alloc(200_000, ' ')])
    expect((await mcp.post(fitting, listHeaders)).status).toBe(200)
  })
})

describe('the body', () => {
  const refused: [what: string, body: unknown, code: number, id?: unknown][] = [
    ['nothing', '', -32700],
    ['no JSON', '{', -32700],
    ['two values', '{}{}', -32700],
    ['UTF-16', Buffer.from('{}', 'utf16le'), -32700],
    ['broken UTF-8', Buffer.from('"\xc3\x28"', 'latin1'), -32700],
    ['a batch', [list()], -32600],
    ['an empty batch', [], -32600],
    ['a text', '"x"', -32600],
    ['null', 'null', -32600],
    ['an empty object', {}, -32600],
    ['no version of JSON-RPC', { id: 1, method: 'ping' }, -32600, 1],
    ['another version of JSON-RPC', { jsonrpc: '1.0', id: 'a', method: 'ping' }, -32600, 'a'],
    ['an id of null', { jsonrpc: '2.0', id: null, method: 'ping' }, -32600],
    ['a fraction as id', { jsonrpc: '2.0', id: 1.5, method: 'ping' }, -32600],
    ['an object as id', { jsonrpc: '2.0', id: {}, method: 'ping' }, -32600],
    ['no method', { jsonrpc: '2.0', id: 1 }, -32600, 1],
    ['a response', { jsonrpc: '2.0', id: 1, result: {} }, -32600, 1],
    ['a number as method', { jsonrpc: '2.0', id: 1, method: 1 }, -32600, 1],
    ['a list as params', { jsonrpc: '2.0', id: 1, method: 'ping', params: [] }, -32600, 1],
    ['a member twice', '{"jsonrpc":"2.0","id":1,"id":1,"method":"ping"}', -32600],
    ['a NUL', '{"jsonrpc":"2.0","id":1,"method":"a\\u0000"}', -32600],
  ]
  test.each(refused)('%s', async (_, body, code, id) => {
    // The headers are wrong too. The body is told first.
    const { status, json } = await mcp.post(body, { 'mcp-protocol-version': 'x' })
    expect([status, json.error?.code]).toEqual([400, code])
    expect('id' in json ? json.id : undefined).toEqual(id)
    expect(json.id).not.toBeNull()
  })
})

describe('headers, version and _meta of today', () => {
  const version = 'mcp-protocol-version'
  const call = (name: unknown) => ({
    jsonrpc: '2.0',
    id: 7,
    method: 'tools/call',
    params: { name, _meta: metaOf() },
  })
  const meta = (changes: object) => list({ _meta: { ...metaOf(), ...changes } })
  const at = (name: string) => `io.modelcontextprotocol/${name}`
  const encoded = (text: string) => `=?base64?${Buffer.from(text).toString('base64')}?=`
  const rows: [what: string, body: object, headers: Record<string, string | undefined>, code: number | undefined][] = [
    ['no version in the headers', list(), { ...listHeaders, [version]: undefined }, -32020],
    ['another version in the headers', list(), { ...listHeaders, [version]: '2025-11-25' }, -32020],
    ['no method in the headers', list(), { ...listHeaders, 'mcp-method': undefined }, -32020],
    ['another method in the headers', list(), { ...listHeaders, 'mcp-method': 'tools/call' }, -32020],
    ['no name in the headers', call('getStatus'), headersOf('tools/call'), -32020],
    ['another name in the headers', call('getStatus'), headersOf('tools/call', 'getCase'), -32020],
    ['an encoded name that differs', call('getStatus'), headersOf('tools/call', encoded('getCase')), -32020],
    ['an encoded name', call('getStatus'), headersOf('tools/call', encoded('getStatus')), undefined],
    ['a name that the method does not have', list(), { ...listHeaders, 'mcp-name': 'x' }, -32020],
    [
      'a version that we do not have',
      meta({ [at('protocolVersion')]: '2030-01-01' }),
      { ...listHeaders, [version]: '2030-01-01' },
      -32022,
    ],
    ['the same without _meta', list({}), { ...listHeaders, [version]: '2030-01-01' }, -32022],
    ['no _meta', list({}), listHeaders, -32602],
    ['no version in _meta', meta({ [at('protocolVersion')]: undefined }), listHeaders, -32602],
    ['no capabilities in _meta', meta({ [at('clientCapabilities')]: undefined }), listHeaders, -32602],
    ['capabilities that are no object', meta({ [at('clientCapabilities')]: [] }), listHeaders, -32602],
    ['no client', meta({ [at('clientInfo')]: undefined }), listHeaders, undefined],
  ]
  test.each(rows)('%s', async (_, body, headers, code) => {
    const { status, json } = await mcp.post(body, headers)
    expect([status, json.error?.code]).toEqual([code === undefined ? 200 : 400, code])
    expect(json.id).toBe(7)
    if (code === -32022) {
      expect(json.error?.data).toEqual({
        supported: ['2026-07-28'],
        requested: '2030-01-01',
      })
    }
  })
})

describe('methods and their parameters', () => {
  test.each(['initialize', 'ping', 'subscriptions/listen', 'prompts/list', 'nope', '__proto__', 'constructor'])(
    '%s is no method of today',
    async (method) => {
      const { status, json } = await mcp.modern(method)
      expect([status, json.error?.code]).toEqual([404, -32601])
    },
  )

  test.each([
    ['prompts/list', {}, -32601],
    ['server/discover', {}, -32601],
    ['tools/call', {}, -32602],
    ['tools/call', { name: 'nope' }, -32602],
    ['tools/call', { name: 'getStatus', arguments: [] }, -32602],
    ['tools/list', { cursor: 'x' }, -32602],
    ['resources/read', {}, -32602],
    ['resources/read', { uri: 'frontdesk://nope' }, -32002],
  ])('an older client gets the error of %s %j with 200', async (method, params, code) => {
    const { status, json } = await mcp.legacy(method, params)
    expect([status, json.error?.code, json.id]).toEqual([200, code, 1])
  })

  test('an unknown resource is told by its address', async () => {
    const uri = 'frontdesk://nope'
    const { status, json } = await mcp.modern('resources/read', { uri })
    expect([status, json.error?.code, json.error?.data]).toEqual([400, -32602, { uri }])
  })

  test('an unknown tool is told with the nearest one', async () => {
    const { json } = await mcp.modern('tools/call', { name: 'get_status' })
    expect(json.error).toMatchObject({ code: -32602, message: 'There is no tool get_status. Did you mean getStatus?' })
    const { json: other } = await mcp.modern('tools/call', { name: 'x'.repeat(5000) })
    expect(other.error?.message.length).toBeLessThan(1100)
  })

  test('a notification is accepted, whatever it says', async () => {
    for (const [body, headers] of [
      [{ jsonrpc: '2.0', method: 'notifications/initialized' }, {}],
      [{ jsonrpc: '2.0', method: 'notifications/cancelled', params: {} }, headersOf('notifications/cancelled')],
      [{ jsonrpc: '2.0', method: 'tools/call', params: { name: 'getStatus' } }, {}],
    ] as const) {
      const { status, body: sent } = await mcp.post(body, headers)
      expect([status, sent]).toEqual([202, undefined])
    }
  })
})

test('500 generated bodies: no 5xx, and every answer is one of the protocol', { timeout: 60_000 }, async () => {
  const seen = await sendGenerated(500)
  for (const kind of ['202', 'complete', 'isError', '-32600', '-32602', '-32020']) {
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(2)
  }
})
