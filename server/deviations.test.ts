// Requests that openapi-backend accepts, used as its README shows, and this service refuses: each is sent to both.
import { OpenAPIBackend, type Context } from 'openapi-backend'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../generated/routes.ts'
import { createEngine, type EngineRequest, type Hooks } from './engine.ts'
import { document } from './contract.ts'
import type { HttpRequest } from './http/message.ts'
import { splitUrl } from '../local-cloud/emulators/api-gateway/event.ts'
import { readQuery } from './http/query.ts'
import { json, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())

/** A handler for each operation, the handlers of the README's first example, and the security handlers. */
const stock = new OpenAPIBackend({
  definition: structuredClone(document) as never,
  handlers: {
    ...Object.fromEntries(routes.map(({ operationId }) => [operationId, served])),
    validationFail: () => ({ status: 400 }),
    notFound: () => ({ status: 404 }),
  },
  securityHandlers: { cognito: isSignedIn, apiKey: () => true },
  // openapi-backend ignores formats, and would log a warning for each format.
  ajvOpts: { logger: false },
})

function served({ request: { query } }: Context<unknown, object, object>) {
  return { status: 200, query }
}

function isSignedIn({ request: { headers } }: Context) {
  return 'authorization' in (headers as object)
}

/** The README's example for Lambda. */
function askStock(method: string, url: string, { headers = {}, body }: Partial<HttpRequest>) {
  const { path, query } = splitUrl(url)
  const single = Object.fromEntries(Object.entries(query ?? {}).map(([name, [value = '']]) => [name, value]))
  return stock.handleRequest({ method, path, query: single, headers, body: body?.toString() }) as Promise<{
    status: number
    query?: unknown
  }>
}

const event = `/events/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`
const aCase = { description: 'x' }

const deviations: [what: string, method: string, url: string, request: Partial<HttpRequest>, status: number][] = [
  ['an integer in hexadecimal', 'GET', '/cases?limit=0x10', {}, 400],
  ['an integer with an exponent', 'GET', '/cases?limit=1e1', {}, 400],
  ['an integer with a blank', 'GET', '/cases?limit=%205', {}, 400],
  ['a query that is not UTF-8', 'GET', '/cases?cursor=%ff', {}, 400],
  ['a trailing slash', 'GET', '/cases/', {}, 404],
  ['JSON sent as text/plain', 'POST', '/cases', json(aCase, { 'content-type': 'text/plain' }), 415],
  ['JSON of no type', 'POST', '/cases', json(aCase, { 'content-type': '' }), 415],
  ['JSON said to be compressed', 'POST', '/cases', json(aCase, { 'content-encoding': 'gzip' }), 415],
  ['a body over 256 KiB', 'POST', '/cases', json(`{"description":"x"}${' '.repeat(262_144)}`), 413],
  ['bytes that are not UTF-8', 'POST', '/cases', bytes('{"description":"\xff"}'), 400],
  ['a NUL character', 'POST', '/cases', json('{"description":"a\\u0000"}'), 400],
  ['a lone surrogate', 'POST', '/cases', json('{"description":"\\ud800"}'), 400],
  ['a member named __proto__', 'POST', '/cases', json('{"description":"x","metadata":{"__proto__":"x"}}'), 400],
  ['a date that does not exist', 'PUT', event, json({ date: '2027-02-30' }), 400],
]

test.each(deviations)(
  '%s is served by the stock engine and refused here',
  async (_what, method, url, request, status) => {
    const headers = { ...request.headers, authorization: `Bearer ${door.idToken()}` }
    expect(await askStock(method, url, { ...request, headers })).toMatchObject({ status: 200 })
    expect(await door.send(method, url, { ...request, headers })).toMatchObject({ status })
  },
)

test('a broken percent-escape throws in the stock engine and is a 400 here', async () => {
  const headers = { authorization: `Bearer ${door.idToken()}` }
  await expect(askStock('GET', '/cases/%zz', { headers })).rejects.toThrow(URIError)
  expect(await door.send('GET', '/cases/%zz', { headers })).toMatchObject({ status: 400 })
})

test('a caller without a token is served by the stock engine, which was given no unauthorizedHandler', async () => {
  expect(await askStock('GET', '/cases', {})).toMatchObject({ status: 200 })
  expect(await door.send('GET', '/cases')).toMatchObject({ status: 401 })
})

test('this engine refuses when a handler is missing, for the caller or for the validation', async () => {
  const hooks = { security: { cognito: isSignedIn as never }, operation: served, beforeValidation: () => undefined }
  // Safe cast: the test is about the missing members.
  const compiled = createEngine(hooks as unknown as Hooks<EngineRequest>)
  const request = { method: 'GET', path: '/cases', headers: {}, query: { nope: '1' }, body: undefined }
  await expect(compiled(request)).rejects.toThrow('401-unauthorized')
  await expect(compiled({ ...request, headers: { authorization: 'x' } })).rejects.toThrow('400-validationFail')
})

test('an integer arrives as text from the stock engine and as a number here', async () => {
  const headers = { authorization: 'x' }
  expect(await askStock('GET', '/cases?limit=5', { headers })).toEqual({ status: 200, query: { limit: '5' } })
  expect(readQuery({ limit: ['5'] }, ['limit'])).toEqual({ limit: 5 })
})

function bytes(latin1: string) {
  return { ...json(''), body: Buffer.from(latin1, 'latin1') }
}
