// How operations become methods: names, arguments and safety, taken from made-up contracts of one resource.
import type { OpenAPIV3 } from 'openapi-types'
import { describe, expect, test } from 'vitest'
import type { Extensions } from '../contract.ts'
import { modelOf, type Contract } from '../model.ts'
import { readContract } from '../read.ts'
import * as facade from './facade.ts'

type Described = Partial<OpenAPIV3.OperationObject> & Extensions
const contract = await readContract()

const operationIds = new Set(modelOf(contract).operations.map(({ operationId }) => operationId))
const isKnown = (operationId: string) => operationIds.has(operationId)
/** Without the operations that the contract lacks. */
const known = (expected: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(expected).filter(([operationId]) => isKnown(operationId)))
const facadeOf = (document: Contract) => facade.facadeOf(modelOf(document))

/** A contract of one tag. The keys of `operations` are `METHOD /path operationId`. */
const contractOf = (tag: string, operations: Record<string, Described>): Contract => {
  const paths: OpenAPIV3.PathsObject = {}
  for (const [line, described] of Object.entries(operations)) {
    const [method = '', path = '', operationId = ''] = line.split(' ')
    const operation = { operationId, tags: [tag], responses: { 200: { description: 'Done.' } }, ...described }
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    tags: [{ name: tag }],
    paths,
    components: { schemas: { Case: { type: 'object' } } },
  }
}
const methodsOf = (tag: string, operations: Record<string, Described>) =>
  facadeOf(contractOf(tag, operations)).flatMap(({ methods }) => methods)
const nameOf = (tag: string, operationId: string, described: Described = {}) =>
  methodsOf(tag, { [`GET /x ${operationId}`]: described })[0]?.name

describe('a name', () => {
  test.each([
    ['cases', 'createCase', 'create'],
    ['cases', 'listCases', 'list'],
    ['cases', 'getCaseUploadUrl', 'getUploadUrl'],
    ['cases', 'listCaseFiles', 'listFiles'],
    ['cases', 'getCasework', 'getCasework'],
    ['sample-data', 'listUsers', 'listUsers'],
    ['workflow', 'submitWorkflow', 'submit'],
    ['workflow', 'getWorkflowExecution', 'getExecution'],
  ])('on %s, %s is %s', (tag, operationId, name) => {
    expect(nameOf(tag, operationId)).toBe(name)
  })

  test('is the one that the contract gives, where it gives one', () => {
    expect(nameOf('cases', 'listCases', { 'x-sdk': { name: 'all' } })).toBe('all')
  })

  test('is none where the resource itself is called, unless it has another method', () => {
    expect(nameOf('chat', 'chat')).toBeUndefined()
    const two = methodsOf('chat', { 'GET /chat chat': {}, 'POST /chat listChats': {} })
    expect(two.map(({ name }) => name)).toEqual(['chat', 'listChats'])
  })

  test('is the operationId where two operations would have one name, whatever their order', () => {
    const twice = { 'GET /a getCase': {}, 'GET /b getCases': {}, 'PUT /b updateCase': {} }
    expect(methodsOf('cases', twice).map(({ name }) => name)).toEqual(['getCase', 'getCases', 'update'])
  })

  test.each([
    ['pets', 'ListPets', 'list'],
    ['pets', 'list-pets', 'list'],
    ['pets', 'pets.list', 'petsList'],
    ['pets', 'delete', 'delete'],
    ['pets', 'constructor', 'constructorOperation'],
    ['pets', 'then', 'thenOperation'],
    ['pets', '__proto__', '__proto__Operation'],
    ['pets', '2fa', '_2fa'],
    ['pets', 'größe', 'größe'],
  ])('is an identifier on %s for %s: %s', (tag, operationId, name) => {
    expect(nameOf(tag, operationId)).toBe(name)
  })

  test('of a resource is its tag in camelCase', () => {
    expect(facadeOf(contractOf('sample-data', { 'GET /x listX': {} }))[0]).toMatchObject({
      name: 'sampleData',
      type: 'SampleData',
    })
  })
})

describe('a repeat is safe', () => {
  const header = { name: 'Idempotency-Key', in: 'header', schema: { type: 'string' as const } }
  test.each<[string, Described, string | undefined]>([
    ['with a key, where the operation takes one', { parameters: [header] }, 'key'],
    ['by its content, where the contract says so', { 'x-sdk': { repeat: 'content' } }, 'content'],
    ['for no other POST', {}, undefined],
  ])('%s', (_, described, repeat) => {
    expect(methodsOf('cases', { 'POST /cases createCase': described })[0]?.repeat).toBe(repeat)
  })

  test('as the contract itself has it', () => {
    const posts = facadeOf(contract)
      .flatMap(({ methods }) => methods)
      .filter(({ operation }) => operation.method === 'post')
    const repeats = Object.fromEntries(posts.map(({ operation, repeat }) => [operation.operationId, repeat]))
    const expected = known({ createCase: 'key', createEvent: 'key', createProduct: 'content', submitWorkflow: 'key' })
    // Other creations, as of a resource that was added, say it by their header.
    const others = posts.filter(({ operation }) => !(operation.operationId in expected))
    const isKeyed = ({ operation }: (typeof posts)[number]) =>
      operation.parameters.some(({ name }) => name.toLowerCase() === 'idempotency-key')
    const ofOthers = others.map((method) => [method.operation.operationId, isKeyed(method) ? 'key' : undefined])
    expect(repeats).toEqual({ ...expected, ...Object.fromEntries(ofOthers) })
    expect(repeats).toHaveProperty('chat', undefined)
  })
})

test('pages are those of x-pagination, and nothing else', () => {
  const methods = facadeOf(contract).flatMap((resource) => resource.methods)
  const paged = methods
    .filter(({ items }) => items)
    .map(({ operation, items }) => [operation.operationId, items?.member, items?.type, items?.pageSize])
  const expected = [
    ['listCases', 'cases', 'Case', 25],
    ['listCaseFiles', 'files', 'CaseFile', 25],
    ['listEvents', 'events', 'Event', 25],
    ['listProducts', 'products', 'Product', 25],
  ]
  const listed = new Set(expected.map(([operationId]) => operationId))
  expect(paged.filter(([operationId]) => listed.has(operationId))).toEqual(
    expected.filter(([operationId]) => isKnown(String(operationId))),
  )
  const marked = methods.filter(({ operation }) => operation.page).map(({ operation }) => operation.operationId)
  expect(paged.map(([operationId]) => operationId)).toEqual(marked)
})

test('a list that takes no limit has no page size', () => {
  const items = { type: 'array' as const, items: { $ref: '#/components/schemas/Case' } }
  const schema = { type: 'object' as const, properties: { cases: items } }
  const responses = { 200: { description: 'A page.', content: { 'application/json': { schema } } } }
  const [list] = methodsOf('cases', { 'GET /x listCases': { responses, 'x-pagination': { items: 'cases' } } })
  expect(list?.items).toEqual({ member: 'cases', type: 'Case', pageSize: 0 })
})

test('a body without members is nothing to ask for', () => {
  const put = facadeOf(contract)
    .flatMap(({ methods }) => methods)
    .find(({ operation }) => operation.operationId === 'putCustomer')
  expect(put?.body).toBeUndefined()
})

describe('what a success gives', () => {
  const json = (schema: OpenAPIV3.SchemaObject): OpenAPIV3.ResponsesObject => ({
    200: { description: 'Done.', content: { 'application/json': { schema } } },
  })
  const list: OpenAPIV3.SchemaObject = { type: 'array', items: { type: 'string' } }
  const nothing: OpenAPIV3.ResponsesObject = { 204: { description: 'Gone.' } }
  test.each<[string, OpenAPIV3.ResponsesObject, string | undefined]>([
    ['an object', json({ type: 'object', properties: { id: { type: 'string' } } }), undefined],
    ['an object with an optional list', json({ type: 'object', properties: { tags: list } }), undefined],
    ['an object with a list', json({ type: 'object', required: ['tags'], properties: { tags: list } }), 'tags'],
    ['nothing', nothing, ''],
    ['a bare list', json(list), '*'],
    ['a text', json({ type: 'string' }), '*'],
    ['an object or nothing', { ...json({ type: 'object' }), ...nothing }, '*'],
  ])('%s', (_, responses, gives) => {
    expect(methodsOf('things', { 'GET /x getThing': { responses } })[0]?.gives).toBe(gives)
  })

  test('of our own contract is an object, a list or nothing', () => {
    const methods = facadeOf(contract).flatMap((resource) => resource.methods)
    expect(methods.filter(({ gives }) => gives === '*')).toEqual([])
    for (const { items, gives } of methods) if (items) expect(gives).toBe(items.member)
  })
})
