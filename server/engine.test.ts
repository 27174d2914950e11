// The compiled engine against the unchanged openapi-backend: the same answers and errors to the same requests.
import addFormats from 'ajv-formats'
import { OpenAPIBackend, type Handler } from 'openapi-backend'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberFormats } from '../codegen/server/validators.ts'
import { routes } from '../generated/routes.ts'
import { createEngine, engineOptions, type EngineRequest, type Hooks } from './engine.ts'
import { document } from './contract.ts'
import { operations } from '../testing/contract-operations.ts'
import { contractRequest, type ContractRequest } from '../testing/contract-requests.ts'
import { breakable, brokenBy } from '../testing/request-keywords.ts'

const rounds = 24_000
const seed = 20_261_120

type ReportedError = { keyword: string; instancePath: string; params: unknown; message?: string | undefined }
type Answer = { status: number; operationId?: string; params?: unknown; query?: unknown; errors?: ReportedError[] }

const { securitySchemes = {} } = document.components ?? {}
const credentials: Hooks<EngineRequest>['security'] = {
  cognito: (_context, { headers }) => headers.authorization === 'Bearer good',
  apiKey: (_context, { headers }) => headers['x-api-key'] === 'good',
}

/** The hooks of both engines. The answer shows which hooks ran; no hook uses a service. */
const hooks: Hooks<EngineRequest> = {
  operation: ({ operation: { operationId }, request }): Answer => ({
    status: 200,
    operationId,
    params: request.params as unknown,
    query: request.query,
  }),
  // The stock engine refuses a hook for a scheme that the contract does not have.
  security: Object.fromEntries(Object.entries(credentials).filter(([scheme]) => scheme in securitySchemes)),
  notFound: (): Answer => ({ status: 404 }),
  methodNotAllowed: (): Answer => ({ status: 405 }),
  unauthorized: ({ operation }): Answer => ({ status: 401, operationId: operation.operationId }),
  beforeValidation: () => undefined,
  // `schemaPath` differs by design. The compiled engine has one function for a shared schema, and its path begins at the
  // contract. The stock engine copies the schema into every place that refers to it.
  invalid: ({ operation, validation }): Answer => ({
    status: 400,
    operationId: operation.operationId,
    errors: (validation.errors ?? []).map(({ keyword, instancePath, params, message }) => ({
      keyword,
      instancePath,
      params: params as unknown,
      message,
    })),
  }),
}

const compiled = createEngine(hooks)
const stock = new OpenAPIBackend({
  ...engineOptions(hooks),
  definition: withoutMessages() as never,
  quick: true,
  ajvOpts: { allErrors: true, strictNumbers: true },
  customizeAjv: (ajv) => {
    addFormats.default(ajv)
    // The compiled validators leave out the formats of numbers.
    for (const format of numberFormats) ajv.addFormat(format, true)
    return ajv
  },
})
for (const { operationId } of routes) stock.register(operationId, hooks.operation as Handler)

/** The contract without the messages of other protocols: their operations read them, and no engine validates them. */
function withoutMessages() {
  const definition = structuredClone(document)
  for (const operation of Object.values(definition.paths).flatMap((item) => Object.values(item) as object[])) {
    if ('x-protocol' in operation) Reflect.deleteProperty(operation, 'requestBody')
  }
  return definition
}

/** The stock engine gets the body's text, as in a Lambda. The compiled engine gets its value, as from the pipeline. */
async function answersTo(request: ContractRequest) {
  const body = request.body === undefined ? undefined : JSON.stringify(request.body)
  const value = body && (JSON.parse(body) as unknown)
  return {
    expected: (await stock.handleRequest(
      { ...request, query: { ...request.query }, body } as never,
      request,
    )) as Answer,
    actual: (await compiled({ ...request, query: { ...request.query }, body: value })) as Answer,
  }
}

/** The stock engine leaves the defaults of the query to the operation. */
function withDefaults(answer: Answer): Answer {
  if (answer.status !== 200) return answer
  const { parameters = [] } = operations.find(({ operationId }) => operationId === answer.operationId) ?? {}
  const missing = parameters.flatMap(({ in: place, name, schema }) =>
    place === 'query' && schema.default !== undefined && !(name in (answer.query as object))
      ? [[name, schema.default as unknown] as const]
      : [],
  )
  return { ...answer, query: { ...(answer.query as object), ...Object.fromEntries(missing) } }
}

test(`${rounds} requests are answered as the stock engine answers them`, async () => {
  const seen = new Map<string, number>()
  const times = (kind: string) => seen.get(kind) ?? 0
  await fc.assert(
    fc.asyncProperty(contractRequest, async (request) => {
      const { expected, actual } = await answersTo(request)
      expect(actual).toStrictEqual(withDefaults(expected))
      const { status, operationId = '', errors = [] } = expected
      const ofOperation = operationId ? [`${operationId} ${status}`] : []
      for (const kind of [String(status), ...ofOperation, ...errors.map((error) => brokenBy(error, operationId))]) {
        seen.set(kind, times(kind) + 1)
      }
    }),
    { numRuns: rounds, seed, endOnFailure: true },
  )
  const mix = [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${kind} ${count}`)
  console.log(`seed ${seed}: ${mix.join(', ')}`)
  // Without these checks the test could pass with requests that never reach a validator, or that all fail for one reason.
  for (const status of [200, 400, 401, 404, 405])
    expect(times(String(status)), String(status)).toBeGreaterThan(rounds / 50)
  // A contract with more operations has fewer requests for each.
  const share = Math.floor(rounds / 23 / routes.length)
  for (const keyword of breakable) expect(times(keyword), keyword).toBeGreaterThanOrEqual(share / 2)
  for (const { operationId } of routes) {
    for (const kind of [`${operationId} 200`, `${operationId} 400`])
      expect(times(kind), kind).toBeGreaterThanOrEqual(share)
  }
}, 240_000)

test('a scheme is asked once for a request, with all alternatives of the operation', async () => {
  const asked: unknown[] = []
  const cognito: Hooks<EngineRequest>['security'][string] = ({ operation }) => asked.push(operation.alternatives)
  const engine = createEngine({ ...hooks, security: { ...hooks.security, cognito } })
  const several = routes.filter(({ security }) => security.length > 1)
  expect(several.length).toBeGreaterThan(0)
  for (const { method, path } of several) {
    // The second request finds the operation loaded.
    for (let n = 0; n < 2; n += 1) await engine({ method, path, headers: {}, query: {}, body: undefined })
  }
  expect(asked).toEqual(several.flatMap(({ security }) => [security, security]))
})
