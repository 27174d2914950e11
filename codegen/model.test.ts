// The model of contracts that are made for it: what it merges, resolves and leaves as it is.
import type { OpenAPIV3 } from 'openapi-types'
import { expect, test } from 'vitest'
import { modelOf, type Contract } from './model.ts'

const text = { type: 'string' as const }
const schemas: Record<string, OpenAPIV3.SchemaObject> = {
  Id: { ...text, example: 'x-1' },
  Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
  Odd: { type: 'object', enum: [{ $ref: '#/components/schemas/Id' }], properties: { enum: text, value: text } },
  Page: { type: 'object', properties: { things: { type: 'array', items: { $ref: '#/components/schemas/Node' } } } },
}
const parameter = (place: string, name: string, more: object = {}) => ({ name, in: place, schema: text, ...more })

const contractOf = (item: object, more: Partial<Contract> = {}): Contract => ({
  openapi: '3.0.3',
  info: { title: 'Acme desk', version: '1.2.3' },
  paths: { '/things/{id}': item },
  ...more,
  components: { schemas, ...more.components },
})
const operationOf = (item: Record<string, object>, more: Partial<Contract> = {}) => {
  const [operation] = modelOf(contractOf(item, more)).operations
  if (!operation) throw new Error('The contract has no operation.')
  return operation
}
const get = (more: object = {}) => ({ operationId: 'getThing', responses: {}, ...more })
const json = (schema: object, more: object = {}) => ({ content: { 'application/json': { schema, ...more } } })

test("an operation's parameter takes the place of its path's parameter of the same name and place", () => {
  const { parameters, written } = operationOf({
    parameters: [parameter('path', 'id', { description: 'Of the path' }), parameter('query', 'size')],
    get: get({ parameters: [parameter('path', 'id', { description: 'Own' }), parameter('header', 'size')] }),
  })
  expect(parameters.map(({ in: place, name, description }) => [place, name, description])).toEqual([
    ['path', 'id', 'Own'],
    ['query', 'size', ''],
    ['header', 'size', ''],
  ])
  expect(written.parameters).toHaveLength(3)
})

test('a parameter has its own example, the first of several, or that of its schema', () => {
  const examples = { first: { value: 'b-1' }, second: { value: 'b-2' } }
  const { parameters } = operationOf({
    get: get({
      parameters: [
        parameter('query', 'own', { example: 'a-1' }),
        parameter('query', 'named', { examples }),
        parameter('query', 'shared', { schema: { $ref: '#/components/schemas/Id' } }),
        parameter('query', 'none'),
      ],
    }),
  })
  expect(parameters.map(({ example }) => example)).toEqual(['a-1', 'b-1', 'x-1', undefined])
})

test('references are resolved, and a schema can contain itself', () => {
  const { Node, Page } = modelOf(contractOf({})).schemas
  expect(Node?.properties?.next).toBe(Node)
  expect(Page?.properties?.things?.items).toBe(Node)
})

test('what an enum lists is data, and members may have the names of keywords', () => {
  const { Odd } = modelOf(contractOf({})).schemas
  expect(Odd).toMatchObject({ enum: [{ $ref: '#/components/schemas/Id' }], properties: { enum: text, value: text } })
})

test('a reference that leads nowhere is named', () => {
  const responses = { 200: { $ref: '#/components/responses/Gone' } }
  expect(() => operationOf({ get: get({ responses }) })).toThrow('#/components/responses/Gone leads nowhere')
})

test('bodies and answers have their schemas by name, all their examples, and the name of what is shared', () => {
  const page = { $ref: '#/components/schemas/Page' }
  const examples = { empty: { value: { things: [] } }, one: { $ref: '#/components/examples/One' } }
  const { body, answers } = operationOf(
    {
      post: get({
        requestBody: { required: true, ...json(page, { examples }) },
        responses: { 404: { $ref: '#/components/responses/None' }, 200: { description: 'A page.', ...json(page) } },
      }),
    },
    {
      components: {
        responses: { None: { description: 'None.' } },
        examples: { One: { value: { things: [{}] } } },
        schemas,
      },
    },
  )
  expect(body).toMatchObject({ required: true, json: { schemaName: 'Page', written: page } })
  expect(body?.json?.examples).toEqual([{ things: [] }, { things: [{}] }])
  expect(answers.map(({ status, name, description }) => [status, name, description])).toEqual([
    [200, undefined, 'A page.'],
    [404, 'None', 'None.'],
  ])
})

test('the caller is known by the type of the scheme, that of the whole document included', () => {
  const securitySchemes = {
    key: { type: 'apiKey', in: 'header', name: 'x-key' },
    token: { type: 'http', scheme: 'bearer' },
  } satisfies OpenAPIV3.ComponentsObject['securitySchemes']
  const caller = (more: object, document: Partial<Contract> = {}) =>
    operationOf({ get: get(more) }, { ...document, components: { securitySchemes } }).caller
  expect([caller({}), caller({ security: [] })]).toEqual(['anyone', 'anyone'])
  expect([caller({ security: [{ key: [] }] }), caller({ security: [{ token: [] }] })]).toEqual(['apiKey', 'user'])
  expect(caller({}, { security: [{ key: [] }] })).toBe('apiKey')
})

test('a page has its member, the name of its items, and its size', () => {
  const responses = { 200: { description: 'A page.', ...json({ $ref: '#/components/schemas/Page' }) } }
  const limit = parameter('query', 'limit', { schema: { type: 'integer', default: 25 } })
  const page = (parameters: object[]) =>
    operationOf({ get: get({ responses, parameters, 'x-pagination': { items: 'things' } }) }).page
  expect(page([limit])).toEqual({ member: 'things', itemName: 'Node', size: 25 })
  expect(page([])).toEqual({ member: 'things', itemName: 'Node', size: 0 })
})

test('names are made of the title', () => {
  const { names } = modelOf(contractOf({}))
  expect(names).toEqual({ title: 'Acme desk', name: 'acme-desk', identifier: 'AcmeDesk', variable: 'acmeDesk' })
})

test.each([
  ['3D things', 'Api3DThings', 'api3DThings', 'api-3d-things'],
  ['Export', 'ExportApi', 'exportApi', 'export-api'],
  ['Map', 'MapApi', 'mapApi', 'map-api'],
  ['Łódź: Ünïcode', 'ODzUnicode', 'oDzUnicode', 'odz-unicode'],
  ['日本', 'Api', 'api', 'api'],
])('the names of %s are free, and begin with a letter', (title, identifier, variable, name) => {
  expect(modelOf({ ...contractOf({}), info: { title, version: '1' } }).names).toEqual({
    title,
    identifier,
    variable,
    name,
  })
})

test('a given name stands in names in place of the title', () => {
  expect(modelOf(contractOf({}), 'other shop').names).toMatchObject({ title: 'Acme desk', identifier: 'OtherShop' })
})

test('an operation without an id is named by its path', () => {
  expect(() => operationOf({ get: { responses: {} } })).toThrow('GET /things/{id} has no operationId')
})
