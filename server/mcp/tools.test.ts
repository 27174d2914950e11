// The tools: what each token sees, results, and errors that a model can act on.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import texts from '../../generated/mcp.json' with { type: 'json' }
import { tools } from '../../generated/mcp-tools.ts'
import { scopes } from '../../generated/names.ts'
import { operations } from '../../testing/contract-operations.ts'
import { json, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { bothScopes, createMcp, metaOf, textOf, type Mcp, type RpcAnswer, event } from '../../testing/mcp.ts'

let door: FrontDoor
let mcp: Mcp
beforeAll(async () => {
  door = await openFrontDoor()
  mcp = createMcp(door)
})
afterAll(() => door.close())

const call = (name: string, args: object = {}) => mcp.modern('tools/call', { name, arguments: args })
const create = async (name: string, args: object) => {
  const { json: answer } = await call(name, args)
  expect(answer.result?.isError, textOf(answer)).toBeUndefined()
  return answer.result?.structuredContent ?? {}
}

type Definition = (typeof texts.tools)[number] & { outputSchema?: object }
const { instructions } = texts
const definitionOf = (tool: string) => texts.tools.find(({ name }) => name === tool)

describe('what is shown', () => {
  const shownTo = async (scope: string) => {
    const { json: answer } = await createMcp(door, door.accessToken(scope)).modern('tools/list')
    return (answer.result?.tools ?? []).map(({ name }) => name)
  }

  test('a token sees the tools that its scopes allow, in the order of the contract', async () => {
    const all = await shownTo(bothScopes)
    expect(all).toEqual(Object.keys(tools))
    expect(all.length).toBeGreaterThan(3)
    for (const scope of scopes) {
      const allowed = Object.values(tools).filter((tool) => tool.scopes.every((needed) => needed === scope))
      expect(await shownTo(scope)).toEqual(allowed.map(({ name }) => name))
    }
    const reading = await shownTo('frontdesk/read')
    expect(reading.length).toBeGreaterThan(0)
    for (const name of reading) {
      expect(definitionOf(name)?.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
    }
  })

  test('no unmarked operation is a tool, and none with an API key', async () => {
    const all = await shownTo(bothScopes)
    for (const { operationId, caller } of operations) if (caller === 'apiKey') expect(all).not.toContain(operationId)
    for (const name of ['chat', 'getOpenApi', 'mcp']) {
      expect(all).not.toContain(name)
      expect((await call(name)).json.error?.code).toBe(-32602)
    }
  })

  test('beyond its scopes a call is 403 with the challenge', async () => {
    const reader = createMcp(door, door.accessToken('frontdesk/read'))
    const params = { name: 'createCase', arguments: { description: 'x' } }
    for (const { status, headers } of [
      await reader.modern('tools/call', params),
      await reader.legacy('tools/call', params),
    ]) {
      expect(status).toBe(403)
      const challenge = headers['WWW-Authenticate'] ?? ''
      expect(challenge).toContain('error="insufficient_scope", scope="frontdesk/write"')
      expect(challenge).toContain('resource_metadata="')
    }
  })

  test('the list is small, and each tool says what it does', () => {
    const definitions: Definition[] = texts.tools
    const withoutOutput = definitions.map(({ outputSchema: _, ...shown }) => shown)
    // A model reads them all before it calls one.
    expect(JSON.stringify(withoutOutput).length / definitions.length).toBeLessThanOrEqual(1250)
    for (const { name, title, annotations, inputSchema } of definitions) {
      expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
      expect(title).toBeTruthy()
      expect(Object.keys(annotations)).toEqual(
        expect.arrayContaining(['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint']),
      )
      expect(annotations.openWorldHint).toBe(false)
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    }
    expect(definitionOf('createCase')?.annotations).toMatchObject({ destructiveHint: false, idempotentHint: false })
    expect(definitionOf('updateCase')?.annotations).toMatchObject({ destructiveHint: true, idempotentHint: true })
    expect(definitionOf('deleteEvent')?.annotations).toMatchObject({ destructiveHint: true, idempotentHint: true })
  })

  test('the instructions fit, and both eras get them', async () => {
    expect(instructions.length).toBeGreaterThan(100)
    expect(instructions.length).toBeLessThanOrEqual(1500)
    expect((await mcp.modern('server/discover')).json.result).toMatchObject({
      resultType: 'complete',
      supportedVersions: ['2026-07-28'],
      instructions,
      cacheScope: 'public',
    })
    for (const [asked, given] of [
      ['2025-03-26', '2025-03-26'],
      ['2025-06-18', '2025-06-18'],
      ['2025-11-25', '2025-11-25'],
      ['2024-11-05', '2025-11-25'],
      ['2026-07-28', '2025-11-25'],
      [undefined, '2025-11-25'],
    ]) {
      const { json: answer } = await mcp.post({
        jsonrpc: '2.0',
        id: 'a',
        method: 'initialize',
        params: { protocolVersion: asked },
      })
      expect(answer).toMatchObject({ id: 'a', result: { protocolVersion: given, instructions } })
      expect(answer.result).not.toHaveProperty('resultType')
    }
  })

  test('the icon is a PNG inside the message, and an SVG for those who show it', async () => {
    const icons = async (answer: RpcAnswer) => {
      const { serverInfo, _meta = {} } = answer.result as Record<string, Record<string, unknown> | undefined>
      const info = serverInfo ?? _meta['io.modelcontextprotocol/serverInfo']
      return (info as { icons: { src: string; mimeType: string; sizes: string[] }[] }).icons
    }
    const discovered = await icons((await mcp.modern('server/discover')).json)
    const params = { protocolVersion: '2025-11-25' }
    expect(await icons((await mcp.legacy('initialize', params)).json)).toEqual(discovered)
    const [png, svg] = discovered
    expect([png?.mimeType, svg?.mimeType, svg?.sizes]).toEqual(['image/png', 'image/svg+xml', ['any']])
    const bytes = Buffer.from(png?.src.split('data:image/png;base64,')[1] ?? '', 'base64')
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
    expect([`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual(png?.sizes)
    expect(decodeURIComponent(svg?.src ?? '')).toMatch(/^data:image\/svg\+xml,<svg .*<\/svg>$/)
    // Other results do not repeat it.
    expect(JSON.stringify((await mcp.modern('tools/list')).json)).not.toContain('data:image')
  })

  test('a list may be kept, for this token alone', async () => {
    const { json: answer } = await mcp.modern('tools/list')
    expect(answer.result).toMatchObject({ resultType: 'complete', cacheScope: 'private' })
    expect(answer.result?.ttlMs).toBeGreaterThan(0)
    expect((await mcp.legacy('tools/list')).json.result).not.toHaveProperty('ttlMs')
  })
})

describe('results', () => {
  test('an item is the body, its JSON, and its ETag', async () => {
    const { caseId } = await create('createCase', { description: 'Broken kiosk', metadata: { floor: '2' } })
    const { json: answer } = await call('getCase', { caseId })
    const { content = [], structuredContent } = answer.result ?? {}
    expect(JSON.parse(content[0]?.text ?? '')).toEqual(structuredContent)
    expect(structuredContent).toMatchObject({ caseId, description: 'Broken kiosk', metadata: { floor: '2' } })
    const [, etag] = /^ETag: ("[^"]+")\. Pass it as ifMatch/.exec(content[1]?.text ?? '') ?? []
    const changed = await call('updateCase', { caseId, ifMatch: etag, status: 'closed' })
    expect(changed.json.result?.structuredContent).toMatchObject({ status: 'closed' })
    const again = await call('updateCase', { caseId, ifMatch: etag, status: 'open' })
    expect(textOf(again.json)).toMatch(/Nothing was changed\. Read it again with getCase/)
    expect(again.json.result?.isError).toBe(true)
  })

  test('an ETag may lose its quotes on the way, and is no other version', async () => {
    const { caseId } = await create('createCase', { description: 'Broken kiosk' })
    const { json: read } = await call('getCase', { caseId })
    const [, etag = ''] = /ETag: "([^"]+)"/.exec(textOf(read)) ?? []
    for (const ifMatch of [`${etag}x`, 'x', etag.slice(1), `W/${etag}`]) {
      expect(textOf((await call('updateCase', { caseId, ifMatch, status: 'open' })).json)).toContain(
        'Nothing was changed',
      )
    }
    const changed = await call('updateCase', { caseId, ifMatch: etag, status: 'closed' })
    expect(changed.json.result?.structuredContent).toMatchObject({ status: 'closed' })
  })

  test('a creation is repeated with its key', async () => {
    const args = { description: 'Once', idempotencyKey: 'mcp-once' }
    expect(await create('createCase', args)).toEqual(await create('createCase', args))
    const other = await call('createCase', { ...args, description: 'Twice' })
    expect(textOf(other.json)).toMatch(/another idempotencyKey/)
  })

  test('a list has 10 items unless asked, at most 25, and the pages lose nothing', async () => {
    const size = 27
    for (let n = 0; n < size; n += 1)
      await create('createEvent', { ...event, title: `Event ${n}`, status: 'completed' })
    const page = async (args: object) => {
      const { json: answer } = await call('listEvents', { status: 'completed', ...args })
      return answer.result?.structuredContent as { events: { eventId: string }[]; nextCursor?: string }
    }
    expect((await page({})).events).toHaveLength(10)
    expect((await page({ limit: 25 })).events).toHaveLength(25)
    expect(textOf((await call('listEvents', { limit: 26 })).json)).toContain('limit: must be at most 25')
    const ids = new Set<string>()
    let cursor: string | undefined
    do {
      const { events, nextCursor } = await page(cursor === undefined ? {} : { cursor })
      for (const { eventId } of events) ids.add(eventId)
      cursor = nextCursor
    } while (cursor !== undefined)
    expect(ids.size).toBe(size)
  })

  test('a page over 48 kB is made smaller, and the cursor goes on from there', async () => {
    const size = 12
    for (let n = 0; n < size; n += 1) {
      const { caseId } = await create('createCase', { description: `${n} ${'x'.repeat(7900)}` })
      await create('updateCase', { caseId: String(caseId), status: 'resolved' })
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { json: answer } = await call('listCases', { status: 'resolved', ...(cursor && { cursor }) })
      const { cases, nextCursor } = answer.result?.structuredContent as {
        cases: { caseId: string }[]
        nextCursor?: string
      }
      expect(Buffer.byteLength(answer.result?.content?.[0]?.text ?? '')).toBeLessThanOrEqual(48 * 1024)
      expect(cases.length).toBeGreaterThan(0)
      seen.push(...cases.map(({ caseId }) => caseId))
      cursor = nextCursor
    } while (cursor !== undefined)
    expect(new Set(seen).size).toBe(size)
    expect(seen).toHaveLength(size)
  })

  test('files are links', async () => {
    const { caseId } = await create('createCase', { description: 'With a file' })
    const upload = await create('getCaseUploadUrl', { caseId, fileName: 'a b.txt', contentType: 'text/plain' })
    const headers = upload.headers as Record<string, string>
    expect((await fetch(String(upload.uploadUrl), { method: 'PUT', headers, body: 'hello' })).status).toBe(200)
    const { json: answer } = await call('listCaseFiles', { caseId })
    const links = answer.result?.content?.filter(({ type }) => type === 'resource_link')
    expect(links).toMatchObject([
      { name: 'a b.txt', mimeType: 'text/plain', size: 5, uri: expect.stringMatching(/^http/) as string },
    ])
  })

  test('what has no body says that it is done', async () => {
    const { eventId } = await create('createEvent', event)
    const { json: answer } = await mcp.legacy('tools/call', { name: 'deleteEvent', arguments: { eventId } })
    expect([textOf(answer), answer.result?.isError]).toEqual(['Delete an event: done.', undefined])
    expect((await call('getEvent', { eventId })).json.result?.isError).toBe(true)
  })
})

describe('errors', () => {
  const failure = async (name: string, args: object) => {
    const { status, json: answer } = await call(name, args)
    expect(status).toBe(200)
    expect(answer.result).toMatchObject({ isError: true, resultType: 'complete' })
    expect(answer.result).not.toHaveProperty('structuredContent')
    const text = textOf(answer)
    expect(text).not.toMatch(/\/cases|\/events|node_modules|at \w+ \(/)
    return text
  }
  const unknown = '00000000-0000-4000-8000-000000000000'

  test.each<[string, object, RegExp]>([
    ['listCases', { limit: 'x' }, /^limit: must be an integer$/m],
    ['listCases', { limit: null }, /^limit: must be a text or a number$/m],
    ['listCases', { limit: 0 }, /^limit: must be >= 1$/m],
    // As by HTTP: a number has one spelling.
    ...['0x10', ' 5', '5 ', '1e1', '', '5.0', '+5'].map((limit): [string, object, RegExp] => [
      'listCases',
      { limit },
      /^limit: must be an integer$/m,
    ]),
    ['listCases', { limit: 1e21 }, /^limit: must be an integer$/m],
    ['listCases', { limit: 5.5 }, /^limit: must be an integer$/m],
    ['listCases', { limit: true }, /^limit: must be an integer$/m],
    ['listCases', { limit: 26 }, /^limit: must be at most 25$/m],
    ['listCases', { limit: 999_999_999_999_999 }, /^limit: must be at most 25$/m],
    ['listCases', { Status: 'open' }, /^Status: is unknown here; did you mean status\?$/m],
    ['getCase', { case_id: unknown }, /^case_id: is unknown here; did you mean caseId\?\ncaseId: is required$/m],
    ['createCase', { description: 'x', idempotency_key: 'k' }, /did you mean idempotencyKey\?$/m],
    ['createCase', { description: 'x', constructor: 1 }, /^constructor: is unknown here; the tool takes /m],
    ['listCases', { status: 'nope' }, /^status: must be one of open, in_progress, resolved, closed$/m],
    ['listCases', { stauts: 'open' }, /^stauts: is unknown here; did you mean status\?$/m],
    ['getStatus', { zzz: 1 }, /^zzz: is unknown here; the tool takes no arguments$/m],
    ['getCase', {}, /^caseId: is required$/m],
    ['getCase', { caseId: '' }, /^caseId: must not be empty$/m],
    ['getCase', { caseId: {} }, /^caseId: must be a text or a number$/m],
    ['getCase', { caseId: '../events' }, /^caseId: must match /m],
    ['getCase', { caseId: 'a?b#c%2f' }, /^caseId: /m],
    ['getCase', { caseId: unknown }, /^listCases lists the ids that exist\.$/m],
    ['listCaseFiles', { caseId: unknown }, /^listCases lists the ids that exist\.$/m],
    ['createCase', { description: '', metadata: { a: 1 } }, /^metadata\.a: must be string$/m],
    ['createCase', { description: 7 }, /^description: must be string$/m],
    ['createCase', {}, /^description: is required$/m],
    ['createCase', { description: 'x', idempotencyKey: 'é' }, /^idempotencyKey: /m],
    [
      'updateCase',
      { caseId: unknown },
      /^arguments: must NOT have fewer than 1 properties \(description, status, metadata\)$/m,
    ],
    ['createEvent', { ...event, date: '2027-02-30' }, /^date: /m],
  ])('%s %j', async (name, args, expected) => {
    const text = await failure(name, args)
    expect(text).toMatch(expected)
  })

  test('arguments that are nested more deeply than the stack, and very many of them', async () => {
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`
    const raw = async (args: string, name = 'createCase') => {
      const { status, json: answer } = await mcp.post(
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"${name}","arguments":${args}}}`,
      )
      expect([status, answer.result?.isError]).toEqual([200, true])
      return textOf(answer)
    }
    expect(await raw(`{"description":${deep}}`)).toContain('description: is nested too deeply')
    expect(await raw(`{"description":"x","metadata":{"a":${deep}}}`)).toContain('metadata: is nested too deeply')
    expect(await raw(`{"limit":${deep}}`, 'listCases')).toContain('limit: must be a text or a number')
    expect(await raw(`{"description":"x","descriptoin":${deep}}`)).toContain('did you mean description?')
    const many = Object.fromEntries(Array.from({ length: 12_000 }, (_, n) => [`descriptio${n}`, 1]))
    expect((await raw(JSON.stringify(many))).split('\n')).toHaveLength(22)
  })

  test('the request id leads to the log', async () => {
    expect(await failure('getCase', { nope: 1 })).toMatch(/^Request id: [0-9a-f-]{36}$/m)
    const headers = { 'x-request-id': 'mine-1' }
    for (const args of [{ nope: 1 }, { caseId: unknown }]) {
      const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'getCase', arguments: args } }
      expect(textOf((await mcp.post(message, headers)).json)).toMatch(/^Request id: mine-1$/m)
    }
    expect(await failure('getCase', { caseId: unknown })).toMatch(/^Request id: [0-9a-f-]{36}$/m)
  })

  test('a dependency that fails: how long to wait', async () => {
    const broken = await openFrontDoor({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9' })
    const { status, json: answer } = await createMcp(broken).modern('tools/call', { name: 'listCases' })
    expect([status, textOf(answer)]).toEqual([
      200,
      expect.stringMatching(/Service unavailable[^]*^Wait 2 s, then call again\.$/m),
    ])
    await broken.close()
  })
})

test('the log has a line for the operation with the name of the client', async () => {
  const lines: Record<string, unknown>[] = []
  const { log } = door.dependencies
  const { request } = log
  log.request = (line) => {
    lines.push(line)
  }
  const params = { name: 'getStatus', arguments: {}, _meta: metaOf({}, 'Evil\n"client"') }
  await mcp.post(
    { jsonrpc: '2.0', id: 1, method: 'tools/call', params },
    { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'getStatus' },
  )
  await door.send('GET', '/status', { headers: { authorization: `Bearer ${door.idToken()}` } })
  log.request = request
  expect(lines).toMatchObject([
    { operationId: 'getStatus', client: 'Evil__client_', status: 200, caller: { kind: 'user' } },
    { operationId: 'mcp', status: 200 },
    { operationId: 'getStatus' },
  ])
  expect(lines.map(({ client }) => client !== undefined)).toEqual([true, false, false])
  expect(lines[0]?.requestId).toBe(lines[1]?.requestId)
})

test('resources: the contract, every kind of problem, and the guides', async () => {
  const { json: answer } = await mcp.modern('resources/list')
  const resources = answer.result?.resources as { uri: string; mimeType: string; description: string }[]
  expect(resources.length).toBeGreaterThan(20)
  for (const { uri, mimeType } of resources) {
    for (const read of [await mcp.modern('resources/read', { uri }), await mcp.legacy('resources/read', { uri })]) {
      const [content] = read.json.result?.contents as { uri: string; text: string; mimeType: string }[]
      expect(content).toMatchObject({ uri, mimeType })
      expect(content?.text.length).toBeGreaterThan(20)
    }
  }
  expect(resources.map(({ uri }) => uri)).toEqual(
    expect.arrayContaining([
      'frontdesk://contract',
      'frontdesk://problems/not-found',
      'frontdesk://guides/what-frontdesk-is',
    ]),
  )
  expect((await mcp.modern('resources/templates/list')).json.result).toMatchObject({ resourceTemplates: [] })
})

test('a token for another resource is 401, and one for this is accepted', async () => {
  const { issueAccessToken } = await import('../../local-cloud/emulators/cognito/index.ts')
  const { signed } = await import('../../testing/signed-token.ts')
  const plain = issueAccessToken(door.key, { scope: bothScopes, expiresIn: 60 })
  for (const [aud, status] of [
    ['http://localhost/mcp', 200],
    [['http://localhost/mcp', 'x'], 200],
    ['http://localhost', 401],
    ['https://other.example/mcp', 401],
    ['', 401],
  ] as const) {
    const token = signed(door.key, plain, { aud })
    const { status: answered } = await createMcp(door, token).modern('tools/list')
    expect([aud, answered]).toEqual([aud, status])
  }
})

test('the requests of a tool are those of HTTP: the same answer', async () => {
  const { caseId } = await create('createCase', { description: 'Same' })
  const headers = { authorization: `Bearer ${door.accessToken(bothScopes)}` }
  const http = await door.send('GET', `/cases/${String(caseId)}`, { headers })
  expect((await call('getCase', { caseId })).json.result?.content?.[0]?.text).toBe(http.body)
  const bad = await door.send('POST', '/cases', json({}, headers))
  const [, fault] = /"detail":"(is required)"/.exec(bad.body ?? '') ?? []
  expect(textOf((await call('createCase', {})).json)).toContain(`description: ${fault ?? ''}`)
})
