// The examples of failures say what the service itself says to the same request.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../testing/contract-operations.ts'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, type GoodRequests } from '../../testing/good-requests.ts'
import { model } from '../../local-cloud/model.ts'
import { brokenRequest } from './broken-request.ts'
import { docsDocument } from './docs-document.ts'
import { failuresOf } from './error-examples.ts'

let door: FrontDoor
let good: GoodRequests
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
})
afterAll(() => door.close())

type Problem = { detail: string; instance: string; errors?: unknown; status: number }
const partsOf = ({ detail, instance, errors, status }: Problem) => ({ detail, instance, errors, status })

const found = (operationId: string, status: number) => {
  const operation = model.operations.find((one) => one.operationId === operationId)
  if (!operation) throw new Error(`There is no ${operationId}.`)
  return { operation, failure: failuresOf(operation).find((failure) => failure.status === status) }
}

/** Operations that write an answer of their own for this status have an example of their own. */
const sharing = (status: number) =>
  operations.filter(({ operationId }) =>
    found(operationId, status).operation.answers.some(
      (answer) => answer.status === status && answer.name !== undefined,
    ),
  )

test('operations share failures', () => {
  expect(sharing(400).length).toBeGreaterThan(0)
})

test.each(sharing(400))('$operationId refuses the request of its example, in its words', async (operation) => {
  const { operation: modelled, failure } = found(operation.operationId, 400)
  const { path, query, body } = brokenRequest(modelled)
  const answer = await good.send(operation, { path, query, ...(body !== undefined && { body }) })
  expect(partsOf(failure?.example as Problem)).toEqual(partsOf(JSON.parse(String(answer.body)) as Problem))
})

test.each(sharing(404).filter(({ path }) => path.includes('{')))(
  '$operationId has no item of its example at first, and says so',
  async (operation) => {
    const { operation: modelled, failure } = found(operation.operationId, 404)
    const { path } = brokenRequest(modelled)
    const query = modelled.parameters.flatMap(({ in: place, required, name, example }) =>
      place === 'query' && required ? [`${name}=${encodeURIComponent(String(example))}`] : [],
    )
    const answer = await good.send(operation, { path, query: query.length > 0 ? `?${query.join('&')}` : '' })
    expect(partsOf(failure?.example as Problem)).toEqual(partsOf(JSON.parse(String(answer.body)) as Problem))
  },
)

test('a refused scope is the scope of the operation', () => {
  for (const { operationId, scopes } of sharing(403).filter((operation) => operation.scopes.length > 0)) {
    const detail = `This operation needs the scope ${scopes.join(' or ')}.`
    expect(found(operationId, 403).failure?.example).toMatchObject({ detail, message: detail })
  }
})

test('GET /cases?limit=0 says so', () => {
  const { failure } = found('listCases', 400)
  expect(failure?.request).toBe('GET /cases?limit=0')
  expect(failure?.example).toMatchObject({
    instance: '/cases',
    errors: [{ parameter: 'limit', detail: 'must be >= 1' }],
  })
})

test('the reference has these examples, and the contract itself stays as it is', () => {
  const before = JSON.stringify(model.document)
  const { paths, servers } = docsDocument(model)
  for (const { operationId } of sharing(400)) {
    const { operation, failure } = found(operationId, 400)
    const answers = paths[operation.path]?.[operation.method]?.responses
    expect(JSON.stringify(answers?.['400'])).toContain(JSON.stringify(failure?.example))
  }
  expect(JSON.stringify(servers)).not.toContain('`')
  expect(JSON.stringify(model.document)).toBe(before)
})
