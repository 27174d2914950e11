// The cache of public reads: whatever decides an answer is in its key, or is refused before the cache.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations as contractOperations } from '../testing/contract-operations.ts'
import { openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { modelOf, type Contract } from '../codegen/model.ts'
import { model } from './model.ts'
import { isCacheable } from './public-cache.ts'
import { stageOf, stages, type Stage } from './stages.ts'
import { allowedRequest } from './testing/allowed-request.ts'
import { propertiesOf } from './testing/checks/resources.ts'
import { everything } from './testing/every-setting.ts'
import { plain, synthesize, templateOf } from './testing/template.ts'
import { matches, type WafStatement } from './testing/waf.ts'

type Rules = { Rules: { Name: string; Action?: { Block?: object }; Priority: number; Statement: WafStatement }[] }
type Integration = { 'x-amazon-apigateway-integration': { cacheKeyParameters?: string[] } }

let door: FrontDoor
let rule: Rules['Rules'][number]
let keys: Map<string, string[]>
const cached = model.operations.filter(isCacheable)

beforeAll(async () => {
  door = await openFrontDoor()
  const template = plain(await templateOf(everything))
  const { Rules } = propertiesOf(template, 'AWS::WAFv2::WebACL', 'GatewayFirewallRules') as Rules
  const found = Rules.find(({ Name }) => Name === 'outside-the-key')
  if (!found) throw new Error('The rule is missing.')
  rule = found
  const { Body } = propertiesOf(template, 'AWS::ApiGateway::RestApi', 'GatewayApi') as {
    Body: { paths: Record<string, { get?: Integration }> }
  }
  keys = new Map(
    cached.map(({ path }) => [
      path,
      Body.paths[path]?.get?.['x-amazon-apigateway-integration'].cacheKeyParameters ?? [],
    ]),
  )
})
afterAll(() => door.close())

const lists = cached.flatMap(({ path, parameters }) =>
  parameters.some((parameter) => parameter.in === 'query') ? [{ path, parameters }] : [],
)
const pathOf = (template: string) => template.replaceAll(/\{[^}]+\}/g, '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10')
const isRefused = (path: string, query?: string, headerNames: string[] = ['host'], method = 'GET') =>
  matches(rule.Statement, { method, path, headerNames, ...(query !== undefined && { query }) })

test('the rule blocks', () => {
  expect(rule.Action?.Block).toBeDefined()
})

test('the lists that everyone may read are cached', () => {
  const free = model.operations.filter(
    ({ method, caller, path }) => method === 'get' && caller === 'anyone' && !path.includes('{'),
  )
  const queried = free.filter(({ parameters }) => parameters.some((parameter) => parameter.in === 'query'))
  expect(lists.map(({ path }) => path)).toEqual(queried.map(({ path }) => path))
})

test.each(cached.map((operation) => [operation.operationId, operation] as const))(
  'an unknown parameter of %s is a 400 at the gateway, and does not reach the cache',
  async (_id, { path }) => {
    const address = pathOf(path)
    for (const query of ['foo=1', 'foo', 'Limit=1', '__proto__=1', '=', 'a%3Db=1', 'foo=1&foo=2']) {
      expect((await door.send('GET', `${address}?${query}`)).status, query).toBe(400)
      for (const at of [address, `/${everything.name}${address}`]) expect(isRefused(at, query), query).toBe(true)
    }
    expect(isRefused(address)).toBe(false)
    expect(isRefused(address, '')).toBe(false)
  },
)

test.each(lists)(
  '$path: a repeated parameter and an empty one are 400 at the gateway, and do not reach the cache',
  async ({ path }) => {
    for (const query of ['limit=1&limit=2', 'cursor=a&limit=1&cursor=b', 'limit=', 'status=&limit=1', 'status']) {
      expect((await door.send('GET', `${path}?${query}`)).status, query).toBe(400)
      expect(isRefused(path, query), query).toBe(true)
    }
  },
)

test.each(
  cached.flatMap(({ operationId, path, parameters }) =>
    parameters.flatMap(({ in: place, name }) => (place === 'header' ? [[operationId, path, name] as const] : [])),
  ),
)('the header of %s that is given twice does not reach the cache: the key has one value', (_id, path, name) => {
  expect(isRefused(pathOf(path), undefined, ['host', name, 'accept', name])).toBe(true)
  expect(isRefused(pathOf(path), undefined, [name, name.toUpperCase()])).toBe(true)
  expect(isRefused(pathOf(path), undefined, ['host', name, `x-${name}`, `${name}-x`])).toBe(false)
})

test.each(contractOperations.map((operation) => [operation.operationId, operation] as const))(
  'nothing that %s allows is refused',
  (_id, operation) => {
    const names = operation.parameters.flatMap(({ in: place, name }) => (place === 'header' ? [name] : []))
    fc.assert(
      fc.property(allowedRequest(operation), ({ method, path, query }) => {
        // A query is sent with escapes in its values.
        const sent = query?.raw.split('&').map((pair) => pair.replace('%3D', '='))
        expect(isRefused(path?.raw ?? '', sent?.join('&'), ['host', ...names], method?.raw)).toBe(false)
      }),
      { numRuns: 40 },
    )
  },
)

test.each(lists.slice(0, 1))(
  '$path: of two requests with one key both get the same status, whatever else they send',
  async ({ path, parameters }) => {
    const query = parameters.map(({ name }) => name)
    const pair = fc
      .tuple(
        fc.constantFrom(...query, 'foo', 'LIMIT', encodeURIComponent('limit[]')),
        fc.constantFrom('', '1', '0', 'x', 'scheduled', '%zz', '%20'),
        fc.boolean(),
      )
      .map(([name, value, bare]) => (bare ? name : `${name}=${value}`))
    const queries = fc.sample(
      fc.array(pair, { maxLength: 4 }).map((pairs) => pairs.join('&')),
      { numRuns: 400, seed: 21 },
    )
    const statuses = new Map<string, Set<number>>()
    let refused = 0
    for (const text of queries) {
      if (isRefused(path, text)) {
        refused += 1
        continue
      }
      const sent = new URLSearchParams(text)
      const key = JSON.stringify(
        keys.get(path)?.map((name) => sent.get(name.replace('method.request.querystring.', '')) ?? ''),
      )
      const { status } = await door.send('GET', `${path}?${text}`)
      statuses.set(key, (statuses.get(key) ?? new Set()).add(status))
    }
    expect([...statuses.values()].filter(({ size }) => size !== 1)).toEqual([])
    const seen = [...statuses.values()].flatMap((one) => [...one])
    expect(seen).toContain(200)
    expect(seen).toContain(400)
    expect(refused).toBeGreaterThan(100)
  },
)

test('the key has every parameter of the contract, and the origin', () => {
  for (const { path, parameters } of cached) {
    const places: Record<string, string> = { path: 'path', query: 'querystring', header: 'header' }
    const named = parameters.map(({ in: place, name }) => `method.request.${places[place] ?? ''}.${name}`)
    expect(new Set(keys.get(path))).toEqual(new Set([...named, 'method.request.header.Origin']))
  }
})

test('what is not cached is refused nothing', () => {
  const other = model.operations.find((operation) => !isCacheable(operation) && operation.method === 'get')
  expect(isRefused(pathOf(other?.path ?? ''), 'foo=1')).toBe(false)
  for (const { path } of cached) expect(isRefused(pathOf(path), 'foo=1', ['host'], 'POST')).toBe(false)
})

test('a list in the query has no key, so its operation is not cached', () => {
  const operationsWith = (schema: object) =>
    modelOf({
      openapi: '3.0.3',
      info: { title: 'Other', version: '1' },
      paths: { '/a': { get: { security: [], responses: {}, parameters: [{ name: 'tag', in: 'query', schema }] } } },
    } as Contract).operations
  expect(operationsWith({ type: 'string' }).map(isCacheable)).toEqual([true])
  expect(operationsWith({ type: 'array', items: { type: 'string' } }).map(isCacheable)).toEqual([false])
})

test('a cache without the firewall is refused with a sentence', async () => {
  const { publicCache } = everything
  const unprotected = { ...stages.dev, publicCache } as Stage
  const sentence = 'dev has publicCache, so it needs firewall in infra/stages.ts'
  await expect(synthesize(unprotected)).rejects.toThrow(sentence)
  Object.assign(stages.dev, { publicCache })
  expect(() => stageOf('dev')).toThrow(sentence)
  Reflect.deleteProperty(stages.dev, 'publicCache')
})
