// The compiled engine against openapi-backend as it comes: the same answers to the same requests, but for named deviations.
import addFormats from 'ajv-formats'
import { OpenAPIBackend, type Handler } from 'openapi-backend'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { routes } from '../generated/routes.ts'
import { createBackend, engineOptions, type EngineRequest, type Hooks } from './backend.ts'
import { document } from './contract.ts'
import { faultsOf } from './request/faults.ts'
import type { HttpRequest } from './http.ts'
import { contractRequest, type ContractRequest } from './testing/contract-requests.ts'
import { json, openFrontDoor } from './testing/front-door.ts'

const rounds = 20_000
const seed = 20_261_120

type Answer = { status: number; operationId?: string; params?: unknown; faults?: string[] }

/** What both engines are given to do: every step leaves its trace in the answer, and none of them touches a service. */
const hooks: Hooks<EngineRequest> = {
  operation: ({ operation: { operationId }, request }): Answer => ({
    status: 200,
    operationId,
    params: request.params as unknown,
  }),
  security: {
    cognito: (_context, { headers }) => headers.authorization === 'Bearer good',
    apiKey: (_context, { headers }) => headers['x-api-key'] === 'good',
  },
  notFound: (): Answer => ({ status: 404 }),
  methodNotAllowed: (): Answer => ({ status: 405 }),
  unauthorized: ({ operation }): Answer => ({ status: 401, operationId: operation.operationId }),
  beforeValidation: () => undefined,
  invalid: ({ operation, validation }): Answer => ({
    status: 400,
    operationId: operation.operationId,
    faults: faultsOf(validation.errors ?? [])
      .map((fault) => JSON.stringify(fault))
      .sort(),
  }),
}

const compiled = createBackend(hooks)
const stock = new OpenAPIBackend({
  ...engineOptions(hooks),
  definition: structuredClone(document) as never,
  quick: true,
  ajvOpts: { allErrors: true, strictNumbers: true },
  customizeAjv: (ajv) => {
    addFormats.default(ajv)
    return ajv
  },
})
for (const { operationId } of routes) stock.register(operationId, hooks.operation as Handler)

const answers = async (request: ContractRequest) => {
  const typed = { ...request, body: request.body }
  return {
    stock: (await stock.handleRequest({ ...typed, query: { ...request.query } } as never, { ...typed })) as Answer,
    compiled: (await compiled({ ...typed, query: { ...request.query } })) as Answer,
  }
}

test(`${rounds} requests are answered as the stock engine answers them`, async () => {
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(contractRequest, async (request) => {
      const { stock: expected, compiled: actual } = await answers(request)
      seen.set(actual.status, (seen.get(actual.status) ?? 0) + 1)
      expect(actual).toEqual(expected)
    }),
    { numRuns: rounds, seed, endOnFailure: true },
  )
  const mix = Object.fromEntries([...seen].sort(([a], [b]) => a - b))
  console.log(`seed ${seed}, statuses: ${JSON.stringify(mix)}`)
  // Without this the test could pass on requests that never reach a validator.
  for (const status of [200, 400, 401, 404, 405]) expect(seen.get(status) ?? 0).toBeGreaterThan(rounds / 50)
}, 240_000)

/** What the stock engine lets through as it comes, and this service refuses before it or beside it. */
const deviations: [what: string, method: string, url: string, request: Partial<HttpRequest>, status: number][] = [
  ['an integer in hexadecimal', 'GET', '/cases?limit=0x10', {}, 400],
  ['an integer with an exponent', 'GET', '/cases?limit=1e1', {}, 400],
  ['an integer with a blank', 'GET', '/cases?limit=%205', {}, 400],
  ['a repeated parameter', 'GET', '/cases?limit=1&limit=2', {}, 400],
  ['a trailing slash', 'GET', '/cases/', {}, 404],
  ['a broken percent-escape', 'GET', '/cases/%zz', {}, 400],
  ['JSON sent as text/plain', 'POST', '/cases', json({ description: 'x' }, { 'content-type': 'text/plain' }), 415],
  ['JSON of no type', 'POST', '/cases', json({ description: 'x' }, { 'content-type': '' }), 415],
  ['a string that holds JSON', 'POST', '/cases', json('"{\\"description\\":\\"x\\"}"'), 400],
  ['a NUL character', 'POST', '/cases', json('{"description":"a\\u0000"}'), 400],
  ['a lone surrogate', 'POST', '/cases', json('{"description":"\\ud800"}'), 400],
  [
    'a number beyond JavaScript',
    'POST',
    '/products',
    json('{"productId":"p","category":"c","productName":"n","productPrice":1e400,"stock":1}'),
    400,
  ],
  [
    'a date that does not exist',
    'PUT',
    `/events/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`,
    json({ date: '2027-02-30' }),
    400,
  ],
]

test.each(deviations)('%s is refused', async (_what, method, url, request, status) => {
  const door = await openFrontDoor()
  const headers = { ...request.headers, authorization: `Bearer ${door.idToken()}` }
  const response = await door.send(method, url, { ...request, headers })
  await door.close()
  expect(response.status).toBe(status)
})
