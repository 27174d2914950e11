// A made-up contract with a deprecated operation: headers, the warning of the SDK, docs, tools and CORS all tell its end.
import { afterEach, expect, test, vi } from 'vitest'
import { routes } from '../generated/routes.ts'
import { createApp } from '../server/app.ts'
import { openFrontDoor } from '../testing/front-door.ts'
import { renderAgents } from './agents/index.ts'
import { renderClientSdk } from './client-sdk/index.ts'
import { contract, json, ref } from './client-sdk/testing/made-contracts.ts'
import { loadModule, recorder, sdkFiles, typeFaults } from './client-sdk/testing/any-contract.ts'
import { withCodeSamples } from './docs/code-samples.ts'
import { renderOperationsTable } from './docs/operations-table.ts'
import { modelOf } from './model.ts'
import { retirementOf } from './model/retirement.ts'
import { renderHeaders } from './server/headers.ts'
import { renderMcpTexts } from './server/mcp-tools.ts'
import { routesOf } from './server/routes.ts'

const thing = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } }
const agents = ['amazon-q', 'quick', 'agentcore', 'm365', 'mcp', 'assistant']
const operation = { tags: ['things'], 'x-agents': agents, responses: { 200: json(ref('Thing')) } }
const flow = { authorizationUrl: 'https://a.test', tokenUrl: 'https://t.test', scopes: { read: 'Read' } }
const flows = { authorizationCode: flow, clientCredentials: flow }
const cognito = { type: 'oauth2' as const, flows }
const text = 'Deprecated: it may be gone from 2027-06-30 on.'
const old = { deprecated: true, 'x-sunset': '2027-06-30', 'x-deprecated-since': '2026-12-01' }
const made = contract(
  {
    '/things': { get: { ...operation, operationId: 'getOldThing', description: 'Gives the old thing.', ...old } },
    '/new': { get: { ...operation, operationId: 'getThing', description: 'Gives the thing.' } },
    '/other': { get: { ...operation, operationId: 'getOtherThing', description: 'Gives another.', deprecated: true } },
  },
  {
    components: { schemas: { Thing: thing as never }, securitySchemes: { cognito } },
    security: [{ cognito: ['read'] }],
    servers: [{ url: 'https://things.test' }],
    tags: [{ name: 'things' }],
  },
)
const model = modelOf(made)
afterEach(() => vi.restoreAllMocks())

test('the headers are those of RFC 9745 and RFC 8594', () => {
  expect(retirementOf(old)?.headers).toEqual({ Deprecation: '@1796083200', Sunset: 'Wed, 30 Jun 2027 00:00:00 GMT' })
  expect(retirementOf({ deprecated: true, 'x-sunset': '2027-06-30' })?.headers.Deprecation).toBe('@0')
  expect(retirementOf({ 'x-sunset': '2027-06-30' })).toBeUndefined()
})

test('only the route of the deprecated operation has headers', () => {
  expect(routesOf(model.operations).map(({ headers }) => headers)).toEqual([
    { Deprecation: '@1796083200', Sunset: 'Wed, 30 Jun 2027 00:00:00 GMT' },
    undefined,
    undefined,
  ])
})

test('the service sends them with each answer of the operation, failures too, and with no other', async () => {
  const route = routes.find(({ operationId }) => operationId === 'getStatus')
  if (!route) throw new Error('The contract has no getStatus.')
  const headers = routesOf(model.operations)[0]?.headers
  Object.assign(route, { headers })
  const door = await openFrontDoor()
  // Not the door's own app: it compares each answer with the project's contract.
  const app = createApp(door.dependencies)
  try {
    const authorization = `Bearer ${door.idToken()}`
    const sent = (path: string, own: Record<string, string>, query: Record<string, string[]> = {}) =>
      app({ method: 'GET', path, query, headers: own, requestId: 'r' })
    const answers = [
      await sent('/status', { authorization }),
      await sent('/status', {}),
      await sent('/status', { authorization }, { unknown: ['1'] }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 400])
    for (const answer of answers) expect(answer.headers).toMatchObject(headers ?? {})
    for (const path of ['/openapi.json', '/nowhere'])
      expect((await sent(path, { authorization })).headers).not.toHaveProperty('Deprecation')
  } finally {
    Reflect.deleteProperty(route, 'headers')
    await door.close()
  }
})

test('pages of other origins may read the headers, once there are some', () => {
  expect(renderHeaders(model)).toMatch(/corsExposeHeaders: string\[\] = \['Deprecation', 'Sunset'\]/)
  expect(renderHeaders(modelOf(contract({})))).not.toContain('Deprecation')
})

test('the SDK warns once for each client and operation, unless its log is off', async () => {
  const files = await sdkFiles(made)
  expect(typeFaults({ made: files }).made).toEqual([])
  const { createClient, things } = (await loadModule(files)) as {
    createClient: (options: object) => { policy: (own: object) => object }
    things: (client: object) => Record<'getOldThing' | 'get' | 'getOtherThing', () => Promise<unknown>>
  }
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const warnings = () => warn.mock.calls.flat()
  const { fetch } = recorder(() => Response.json({ id: 'a' }))
  const client = createClient({ baseUrl: 'https://things.test', fetch })
  const resource = things(client)
  await resource.get()
  expect(warnings()).toEqual([])
  await resource.getOldThing()
  await resource.getOldThing()
  expect(warnings()).toEqual(['getOldThing is deprecated, and may be gone from 2027-06-30 on.'])
  await resource.getOtherThing()
  expect(warnings().slice(1)).toEqual(['getOtherThing is deprecated.'])
  await things(createClient({ baseUrl: 'https://things.test', fetch })).getOldThing()
  expect(warnings()).toHaveLength(3)
  const silent = { ...client, policy: (own: object) => ({ ...client.policy(own), log: 'off' }) }
  await things(silent).getOldThing()
  expect(warnings()).toHaveLength(3)
})

test('a contract without deprecated operations pays nothing', () => {
  const { '/things': _old, '/other': _other, ...paths } = made.paths
  expect(JSON.stringify(renderClientSdk(modelOf({ ...made, paths })))).not.toContain('retiring')
})

test('an editor strikes the method out, and says until when it works', () => {
  expect(Object.values(renderClientSdk(model)).join('\n')).toContain('@deprecated It may be gone from 2027-06-30 on.')
})

test('the docs say it', () => {
  const { paths } = withCodeSamples(model)
  expect(paths['/things']?.get?.description).toBe(`${text} Gives the old thing.`)
  expect(paths['/new']?.get?.description).toBe('Gives the thing.')
  expect(renderOperationsTable(model)).toContain('`getOldThing` (deprecated, ends 2027-06-30)')
})

test('every document for assistants says it, and the MCP endpoint', () => {
  const documents = { ...renderAgents(model), endpoint: renderMcpTexts(model) }
  for (const [name, document] of Object.entries(documents)) {
    const written = JSON.stringify(document)
    if (written.includes('getOldThing')) expect(written, name).toContain(text)
  }
  expect(JSON.stringify(documents.endpoint)).toContain(`${text} Gives the old thing.`)
  expect(JSON.stringify(documents).split(text).length).toBeGreaterThan(agents.length)
})
