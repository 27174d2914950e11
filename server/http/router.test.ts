// The router alone: the route of a path, the path's other methods, and the path's parameters.
import { OpenAPIRouter } from 'openapi-backend'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areAmbiguous } from '../../codegen/lint/rules/unambiguous-paths.ts'
import type { Route } from '../../generated/routes.ts'
import { createRouter } from './router.ts'

/** Routes written as `get /y/{p}`. This text is also the operationId. */
const routesOf = (names: string[]): Route[] =>
  names.map((operationId) => {
    const [method = '', path = ''] = operationId.split(' ')
    return { method, path, operationId, security: [], singleHeaders: [], hasBody: false }
  })

/** The route's name and the parameters, or the path's other methods. */
function ask(routes: string[], method: string, path: string) {
  const match = createRouter(routesOf(routes)).match(method, path)
  return Array.isArray(match) ? match : { route: match.route.operationId, ...match.parameters }
}

const routes = [
  'get /x',
  'get /x/{p}',
  'put /x/{p}',
  'get /x/mine',
  'post /x/mine',
  'get /x/{p}/c',
  'delete /x/{p}/{q}',
]

test.each<[method: string, path: string, found: object]>([
  ['get', '/x', { route: 'get /x' }],
  // The fixed segment goes first, in any order of the contract.
  ['get', '/x/mine', { route: 'get /x/mine' }],
  ['get', '/x/other', { route: 'get /x/{p}', p: 'other' }],
  // The router tries the parameter too, when the method or the rest of the path is missing below the fixed segment.
  ['put', '/x/mine', { route: 'put /x/{p}', p: 'mine' }],
  ['get', '/x/mine/c', { route: 'get /x/{p}/c', p: 'mine' }],
  ['delete', '/x/mine/c', { route: 'delete /x/{p}/{q}', p: 'mine', q: 'c' }],
])('%s %s', (method, path, found) => {
  expect(ask(routes, method, path)).toEqual(found)
})

const mixed = [
  'get /tasks/{id}',
  'get /tasks/{id}.json',
  'post /tasks/{id}:cancel',
  'get /tasks/all.json',
  'get /range/{from}-{to}',
  'get /range/{from}-{to}.csv',
  'get /v{version}/x',
]

test.each<[method: string, path: string, found: object]>([
  ['get', '/tasks/7', { route: 'get /tasks/{id}', id: '7' }],
  ['get', '/tasks/7.json', { route: 'get /tasks/{id}.json', id: '7' }],
  ['get', '/tasks/a.b.json', { route: 'get /tasks/{id}.json', id: 'a.b' }],
  ['get', '/tasks/all.json', { route: 'get /tasks/all.json' }],
  ['get', '/tasks/.json', { route: 'get /tasks/{id}', id: '.json' }],
  ['post', '/tasks/a%3Ab:cancel', { route: 'post /tasks/{id}:cancel', id: 'a:b' }],
  ['get', '/tasks/7:cancel', { route: 'get /tasks/{id}', id: '7:cancel' }],
  ['get', '/range/1-2', { route: 'get /range/{from}-{to}', from: '1', to: '2' }],
  ['get', '/range/1-2-3.csv', { route: 'get /range/{from}-{to}.csv', from: '1', to: '2-3' }],
  ['get', '/v2.1/x', { route: 'get /v{version}/x', version: '2.1' }],
])('text and parameters in one segment: %s %s', (method, path, found) => {
  expect(ask(mixed, method, path)).toEqual(found)
})

test('a segment of text and parameters has the methods of all that fit', () => {
  expect(ask(mixed, 'put', '/tasks/7:cancel')).toEqual(['post', 'get'])
  expect(ask(mixed, 'get', '/v/x')).toEqual([])
})

test('a path that has other methods gives them all, each once', () => {
  expect(ask(routes, 'post', '/x')).toEqual(['get'])
  expect(ask(routes, 'patch', '/x/mine')).toEqual(['get', 'post', 'put'])
  expect(ask(routes, 'put', '/x/a/c')).toEqual(['get', 'delete'])
})

test.each(['', '/', '/X', '/x/', '//x', '/x//', '/x//c', '/x/mine/', '/x/a/b/', '/x/a/b/c', 'x', '/x/a?b/c/d'])(
  'there is no path %j: an empty segment is no parameter, and none is left out',
  (path) => {
    expect(ask(routes, 'get', path)).toEqual([])
  },
)

test('parameters are decoded once they are told apart; fixed segments are compared as they are sent', () => {
  expect(ask(routes, 'delete', '/x/a%2Fb/%25%C3%A9')).toEqual({ route: 'delete /x/{p}/{q}', p: 'a/b', q: '%é' })
  expect(ask(routes, 'get', '/x/%6Dine')).toEqual({ route: 'get /x/{p}', p: 'mine' })
  expect(ask(routes, 'get', '/%78')).toEqual([])
  expect(() => ask(routes, 'get', '/x/%zz')).toThrow(URIError)
})

const escapes = ['get /café', 'get /a%20b/x', 'get /a%c3%a9', 'get /100%', 'get /{id}:é', 'get /v%20/{id}.%c3%a9']

test.each<[path: string, found: object]>([
  ...['/café', '/caf%C3%A9', '/caf%c3%a9', '/caf%C3%a9'].map((path): [string, object] => [
    path,
    { route: 'get /café' },
  ]),
  ...['/a%C3%A9', '/a%c3%a9'].map((path): [string, object] => [path, { route: 'get /a%c3%a9' }]),
  ['/a%20b/x', { route: 'get /a%20b/x' }],
  ['/100%25', { route: 'get /100%' }],
  ['/%c3%a9:é', { route: 'get /{id}:é', id: 'é' }],
  ['/a:%C3%A9', { route: 'get /{id}:é', id: 'a' }],
  ['/a:%c3%a9', { route: 'get /{id}:é', id: 'a' }],
  ['/v%20/%c3%a9.%C3%A9', { route: 'get /v%20/{id}.%c3%a9', id: 'é' }],
])('escapes in a path have no case, and those of the contract are sent as they are: %s', (path, found) => {
  expect(ask(escapes, 'get', path)).toEqual(found)
})

test.each(['/a%2520b/x', '/a%25c3%25a9', '/100%2525', '/v%2520/a.%C3%A9', '/CAF%C3%A9', '/a:%25c3%25a9'])(
  '%s is another path',
  (path) => {
    expect(ask(escapes, 'get', path)).toEqual([])
  },
)

test('names that objects have already are fixed segments and parameters like others', () => {
  expect(ask(['get /constructor', 'get /{p}'], 'get', '/constructor')).toEqual({ route: 'get /constructor' })
  expect(ask(routes, 'get', '/x/__proto__')).toEqual({ route: 'get /x/{p}', p: '__proto__' })
  expect(ask(routes, 'constructor', '/x')).toEqual(['get'])
})

/** The stock router's answer in the same form. It does not tell the methods. */
function askStock(routes: string[], method: string, path: string) {
  const paths: Record<string, Record<string, object>> = {}
  for (const operationId of routes) {
    const [method = '', path = ''] = operationId.split(' ')
    paths[path] = { ...paths[path], [method]: { operationId, responses: {} } }
  }
  const definition = { openapi: '3.0.3', info: { title: '', version: '' }, paths }
  const router = new OpenAPIRouter({ definition, ignoreTrailingSlashes: false })
  const request = { method, path, headers: {} }
  try {
    const operation = router.matchOperation(request, true)
    return { route: operation.operationId, ...(router.parseRequest(request, operation).params as object) }
  } catch (error) {
    return String(error).includes('405-') ? 'other methods' : 'no path'
  }
}

test('of two ambiguous paths the stock router takes the first, this one the fixed segment', () => {
  const [first, other] = ['get /y/{p}/c', 'get /y/b/{q}']
  for (const order of [
    [first, other],
    [other, first],
  ]) {
    expect(ask(order, 'get', '/y/b/c')).toEqual({ route: other, q: 'c' })
    expect(askStock(order, 'get', '/y/b/c')).toMatchObject({ route: order[0] })
  }
  expect(areAmbiguous('/y/{p}/c', '/y/b/{q}')).toBe(true)
})

test('of two ambiguous paths the stock router takes the one with more fixed characters', () => {
  const order = ['get /y/{q}/{r}', 'get /{p}/long/name']
  expect(ask(order, 'get', '/y/long/name')).toEqual({ route: order[0], q: 'long', r: 'name' })
  expect(askStock(order, 'get', '/y/long/name')).toMatchObject({ route: order[1] })
  expect(areAmbiguous('/y/{q}/{r}', '/{p}/long/name')).toBe(true)
})

const template = fc
  .array(fc.constantFrom('a', 'b', 'long', '{}'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map((part, at) => (part === '{}' ? `/{p${at}}` : `/${part}`)).join(''))
const unambiguous = fc
  .uniqueArray(template, { minLength: 4, maxLength: 12 })
  .map((paths) => paths.filter((path, at) => !paths.slice(0, at).some((earlier) => areAmbiguous(path, earlier))))
const method = fc.constantFrom('get', 'put', 'post')
const segment = fc.constantFrom('a', 'b', 'long', 'a%2Fb', '')

test('paths that the lint accepts are told apart as the stock router tells them apart', () => {
  const seen = { found: 0, 'other methods': 0, 'no path': 0, 'several paths': 0 }
  const question = unambiguous.chain((paths) => {
    const methods = fc.array(fc.uniqueArray(method, { minLength: 1 }), { minLength: paths.length })
    const path = fc
      .tuple(fc.constantFrom(...paths), fc.array(segment, { minLength: 3, maxLength: 3 }))
      .map(([path, segments]) => path.replace(/\{p(\d)\}/g, (_, at) => segments[Number(at)] ?? ''))
    return fc.record({ paths: fc.constant(paths), methods, method, path })
  })
  fc.assert(
    fc.property(question, ({ paths, methods, method, path }) => {
      const routes = paths.flatMap((route, at) => (methods[at] ?? []).map((method) => `${method} ${route}`))
      const expected = askStock(routes, method, path)
      const actual = ask(routes, method, path)
      if (Array.isArray(actual)) expect(actual.length > 0 ? 'other methods' : 'no path').toBe(expected)
      else expect(actual).toEqual(expected)
      seen[typeof expected === 'string' ? expected : 'found'] += 1
      const fitting = paths.filter((route) => new RegExp(`^${route.replace(/\{p\d\}/g, '[^/]+')}$`).test(path))
      if (fitting.length > 1) seen['several paths'] += 1
    }),
    { numRuns: 3000, seed: 20_261_120 },
  )
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(100)
})
