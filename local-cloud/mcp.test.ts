// The official MCP client, in both eras, against the local cloud as its own process.
import {
  auth,
  Client,
  discoverOAuthServerInfo,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueAccessToken } from './emulators/cognito/index.ts'
import { name } from '../generated/names.ts'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'
import { claimsOf, createPerson, type Person } from '../testing/mcp-person.ts'
import { bothScopes, event } from '../testing/mcp.ts'

type Answer = { action: 'accept' | 'decline' | 'cancel'; content?: Record<string, boolean> }

let directory: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: string
beforeAll(async () => {
  directory = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: directory.path } })
  url = await cloud.ready()
})
afterAll(async () => {
  await cloud.kill()
  await directory.remove()
})

type Era = 'legacy' | 'auto' | { pin: string }

async function connect(
  mode: Era,
  { scope = bothScopes, answer }: { scope?: string; answer?: () => Promise<Answer> | Answer } = {},
) {
  const client = new Client(
    { name: 'official', version: '1' },
    {
      ...(mode !== 'legacy' && { versionNegotiation: { mode } }),
      capabilities: answer ? { elicitation: { form: {} } } : {},
    },
  )
  if (answer) client.setRequestHandler('elicitation/create', () => answer())
  const headers = { Authorization: `Bearer ${directory.accessToken(scope)}` }
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }))
  return client
}

const structured = (result: object) =>
  (result as { structuredContent?: Record<string, unknown> }).structuredContent ?? {}

describe.each<[string, Era, string]>([
  ['legacy', 'legacy', 'legacy'],
  ['auto', 'auto', 'modern'],
  ['pinned', { pin: '2026-07-28' }, 'modern'],
])('the official client, %s', (_, mode, era) => {
  test('lists, creates, reads, changes with ifMatch, pages, and gets useful errors', async () => {
    const client = await connect(mode)
    expect(client.getProtocolEra()).toBe(era)
    expect(client.getServerVersion()).toMatchObject({ name: 'frontdesk', title: 'Frontdesk' })
    expect(client.getInstructions()).toContain('Frontdesk')
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['listCases', 'createEvent', 'deleteEvent']))

    const created = structured(await client.callTool({ name: 'createCase', arguments: { description: 'Kiosk' } }))
    const { caseId } = created
    const read = await client.callTool({ name: 'getCase', arguments: { caseId } })
    expect(structured(read)).toEqual(created)
    const [, etag] = /ETag: ("[^"]+")/.exec(JSON.stringify(read.content).replaceAll('\\"', '"')) ?? []
    const change = { caseId, ifMatch: etag, status: 'closed' }
    expect(structured(await client.callTool({ name: 'updateCase', arguments: change }))).toMatchObject({
      status: 'closed',
    })
    expect((await client.callTool({ name: 'updateCase', arguments: change })).isError).toBe(true)

    for (let n = 0; n < 3; n += 1) await client.callTool({ name: 'createEvent', arguments: event })
    const seen: unknown[] = []
    let cursor: unknown
    do {
      const page = await client.callTool({ name: 'listEvents', arguments: { limit: 2, ...(cursor ? { cursor } : {}) } })
      const { events, nextCursor } = structured(page) as { events: unknown[]; nextCursor?: string }
      seen.push(...events)
      cursor = nextCursor
    } while (cursor !== undefined)
    expect(seen.length).toBeGreaterThanOrEqual(3)

    const bad = await client.callTool({ name: 'listEvents', arguments: { limit: 'many' } })
    expect([bad.isError, JSON.stringify(bad.content)]).toEqual([
      true,
      expect.stringContaining('limit: must be an integer'),
    ])
    const { resources } = await client.listResources()
    const { contents } = await client.readResource({ uri: resources[0]?.uri ?? '' })
    expect(JSON.stringify(contents)).toContain('openapi')
    await expect(client.readResource({ uri: 'frontdesk://nope' })).rejects.toThrow('no such resource')
    await expect(client.callTool({ name: 'chat', arguments: {} })).rejects.toThrow('There is no tool chat')
    await client.close()
  })

  test('sees reads only with a token that reads, and is refused a write', async () => {
    const client = await connect(mode, { scope: 'frontdesk/read' })
    const { tools } = await client.listTools()
    expect(tools.length).toBeGreaterThan(3)
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
    await expect(client.callTool({ name: 'createCase', arguments: { description: 'x' } })).rejects.toThrow()
    await client.close()
  })
})

test('without a token, and with an ID token, the official client is refused', async () => {
  for (const authorization of [undefined, directory.user.authorization]) {
    const client = new Client({ name: 'official', version: '1' }, { versionNegotiation: { mode: 'auto' } })
    const headers = authorization === undefined ? {} : { Authorization: authorization }
    const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } })
    await expect(client.connect(transport)).rejects.toThrow(/401|Unauthorized/i)
  }
})

describe('a delete asks the person', () => {
  const newEvent = async (client: Client) =>
    String(structured(await client.callTool({ name: 'createEvent', arguments: event })).eventId)
  const isThere = async (client: Client, eventId: string) =>
    (await client.callTool({ name: 'getEvent', arguments: { eventId } })).isError !== true

  test('a yes deletes; a no, and a change in between, do not', async () => {
    let answer: () => Promise<Answer> | Answer = () => ({ action: 'accept', content: { confirm: true } })
    const client = await connect('auto', { answer: () => answer() })
    const gone = await newEvent(client)
    await client.callTool({ name: 'deleteEvent', arguments: { eventId: gone } })
    expect(await isThere(client, gone)).toBe(false)

    const kept = await newEvent(client)
    answer = () => ({ action: 'decline' })
    const declined = await client.callTool({ name: 'deleteEvent', arguments: { eventId: kept } })
    expect([declined.isError, await isThere(client, kept)]).toEqual([true, true])

    const other = await connect('legacy')
    answer = async () => {
      await other.callTool({ name: 'updateEvent', arguments: { eventId: kept, capacity: 11 } })
      return { action: 'accept', content: { confirm: true } }
    }
    const stale = await client.callTool({ name: 'deleteEvent', arguments: { eventId: kept } })
    expect(stale.isError).toBe(true)
    expect(JSON.stringify(stale.content)).toContain('Nothing was changed')
    expect(await isThere(client, kept)).toBe(true)
    await Promise.all([client.close(), other.close()])
  })
})

test('the official client finds where to sign in', async () => {
  const info = await discoverOAuthServerInfo(new URL(`${url}/mcp`))
  expect(info.authorizationServerUrl).toMatch(new RegExp(`^${url}/?$`))
  expect(info.resourceMetadata).toMatchObject({ resource: `${url}/mcp`, resource_name: 'Frontdesk' })
  expect(info.authorizationServerMetadata).toMatchObject({
    issuer: url,
    code_challenge_methods_supported: ['S256'],
    authorization_endpoint: expect.stringMatching(/\/oauth2\/authorize$/) as string,
  })
})

describe('a person signs in through the official client', () => {
  const connectAs = async ({ provider }: Person) => {
    const client = new Client({ name: 'official', version: '1' }, { versionNegotiation: { mode: 'auto' } })
    const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { authProvider: provider })
    await client.connect(transport)
    return client
  }
  const signIn = async (person: Person) => {
    expect(await auth(person.provider, { serverUrl: `${url}/mcp`, authorizationCode: await person.signIn() })).toBe(
      'AUTHORIZED',
    )
  }

  test('the refusal leads to the page, the code to tokens for this address, and the tokens to the tools', async () => {
    const person = createPerson({ user: 'alice' })
    // The first request has no token. The 401 of the gateway tells the client where to sign in.
    await expect(connectAs(person)).rejects.toThrow(UnauthorizedError)
    const [page] = person.visited
    expect(Object.fromEntries(page?.searchParams ?? [])).toMatchObject({
      resource: `${url}/mcp`,
      scope: bothScopes,
      code_challenge_method: 'S256',
    })
    await signIn(person)
    const { access_token: token = '', refresh_token: refreshToken } = person.tokens() ?? {}
    expect(claimsOf(token)).toMatchObject({
      aud: `${url}/mcp`,
      scope: bothScopes,
      username: 'alice',
      token_use: 'access',
    })

    const client = await connectAs(person)
    const status = await client.callTool({ name: 'getStatus', arguments: {} })
    expect(structured(status)).toMatchObject({ user: 'alice' })
    await client.close()

    // A refresh keeps the audience.
    expect(refreshToken).toBeDefined()
    expect(await auth(person.provider, { serverUrl: `${url}/mcp` })).toBe('AUTHORIZED')
    const renewed = person.tokens()?.access_token ?? ''
    expect(renewed).not.toBe(token)
    expect(claimsOf(renewed)).toMatchObject({ aud: `${url}/mcp`, scope: bothScopes })
  })

  test('a person who gives the right to read only sees reads, and can give more', async () => {
    const person = createPerson({ user: 'bob', scope: 'frontdesk/read' })
    const options = { serverUrl: `${url}/mcp`, scope: 'frontdesk/read' }
    expect(await auth(person.provider, options)).toBe('REDIRECT')
    await signIn(person)
    const client = await connectAs(person)
    const { tools } = await client.listTools()
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
    const writes = person.visited.length
    // The 403 names the scope, and the client asks the person again.
    await expect(client.callTool({ name: 'createCase', arguments: { description: 'x' } })).rejects.toThrow()
    expect(person.visited.length).toBe(writes + 1)
    expect(person.visited.at(-1)?.searchParams.get('scope')).toContain('frontdesk/write')
    await client.close()
  })

  test('a token for another address is refused', async () => {
    const headers = {
      authorization: `Bearer ${issueAccessToken(directory.key, { scope: bothScopes, user: 'alice', expiresIn: 60, resource: 'https://other.example/mcp' })}`,
    }
    expect(await statusOf(headers)).toBe(401)
  })
})

test("the gateway's own 401 leads to the sign-in; an old token and one without a scope get it too", async () => {
  const access = (scope: string, expiresIn: number) => issueAccessToken(directory.key, { scope, expiresIn })
  const tokens = [
    undefined,
    access(bothScopes, -1),
    access('openid', 60),
    directory.user.authorization.slice('Bearer '.length),
  ]
  for (const token of tokens) {
    const response = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
    })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe(
      `Bearer realm="frontdesk", resource_metadata="${url}/.well-known/oauth-protected-resource/mcp", scope="${bothScopes}"`,
    )
  }
  expect(cloud.stderr()).not.toContain('CONTRACT VIOLATION')
})

test('the settings on the start page work as they are pasted', async () => {
  const page = await (await fetch(url)).text()
  const [, settings = ''] = /<pre id="mcp">(.*?)<\/pre>/.exec(page) ?? []
  const text = settings.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
  const { mcpServers } = JSON.parse(text) as {
    mcpServers: Record<string, { type: string; url: string; headers: Record<string, string> }>
  }
  const { url: address = '', headers = {} } = mcpServers[name] ?? {}
  const client = new Client({ name: 'official', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers } }))
  expect((await client.listTools()).tools.length).toBeGreaterThan(0)
  await client.close()
})

const statusOf = (headers: Record<string, string | undefined>, path = '/mcp', method = 'POST') =>
  new Promise<number | undefined>((resolve, reject) => {
    const all = {
      authorization: `Bearer ${directory.accessToken(bothScopes)}`,
      'content-type': 'application/json',
      ...headers,
    }
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
    const sent = request(`${url}${path}`, { method, headers: given }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end(method === 'POST' ? '{"jsonrpc":"2.0","id":1,"method":"ping"}' : undefined)
  })

test('a website gets no answer, by its origin or by its name', async () => {
  const { port } = new URL(url)
  expect(await statusOf({})).toBe(200)
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
    expect(await statusOf({ host })).toBe(200)
  for (const host of ['evil.example.com', `evil.example.com:${port}`, `localhost.evil.example:${port}`]) {
    expect([host, await statusOf({ host })]).toEqual([host, 403])
  }
  // A website would be told its own name as the address to sign in at.
  const documents = ['oauth-protected-resource', 'oauth-protected-resource/mcp', 'oauth-authorization-server']
  const evil = { host: `evil.example.com:${port}` }
  for (const path of documents.map((name) => `/.well-known/${name}`)) {
    expect([path, await statusOf({}, path, 'GET')]).toEqual([path, 200])
    expect([path, await statusOf(evil, path, 'GET')]).toEqual([path, 403])
  }
  for (const path of ['/%6dcp', '/mcp?x=1', '/%2ewell-known/oauth-protected-resource']) {
    expect([path, await statusOf(evil, path)]).toEqual([path, 403])
  }
  for (const origin of ['http://localhost:6274', 'https://localhost:5173', 'http://127.0.0.1', 'http://[::1]:3000']) {
    expect([origin, await statusOf({ origin })]).toEqual([origin, 200])
  }
  for (const origin of ['https://evil.example', 'http://localhost.evil.example', 'null', '']) {
    expect([origin, await statusOf({ origin })]).toEqual([origin, 403])
    // The origin comes before the token and the media type, and after the method.
    const worse = { origin, authorization: undefined, 'content-type': 'text/plain' }
    expect([origin, await statusOf(worse)]).toEqual([origin, 403])
    expect([origin, await statusOf(worse, '/%6dcp?x=1')]).toEqual([origin, 403])
    expect([origin, await statusOf(worse, '/mcp', 'GET')]).toEqual([origin, 405])
    expect([origin, await statusOf({ origin }, '/.well-known/oauth-protected-resource/mcp', 'GET')]).toEqual([
      origin,
      200,
    ])
  }
})
