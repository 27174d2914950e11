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
  ['Łódź: Ünïcode', 'OdzUnicode', 'odzUnicode', 'odz-unicode'],
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

test('an operation without an id gets one of its method and path, which no other operation has', () => {
  const paths = {
    '/': { get: { responses: {} } },
    '/pets/{petId}/toys': { get: { responses: {} }, post: { operationId: 'getPetsByPetIdToys2', responses: {} } },
    '/pets/{pet-id}/toys': { get: { responses: {} } },
    '/pets/{petId}/toys/': { get: { responses: {} } },
  }
  const { operations } = modelOf({ ...contractOf({}), paths })
  expect(operations.map(({ operationId, written }) => [operationId, written.operationId])).toEqual([
    ['getRoot', undefined],
    ['getPetsByPetIdToys', undefined],
    ['getPetsByPetIdToys2', 'getPetsByPetIdToys2'],
    ['getPetsByPetIdToys3', undefined],
    ['getPetsByPetIdToys4', undefined],
  ])
})

test('an id is an identifier, and ids that differ in signs alone stay distinct', () => {
  const ids = ['getThing', 'get-thing', 'get thing', 'delete', 'constructor', '2nd.step', 'GetThing', 'toString']
  const paths = Object.fromEntries(ids.map((operationId, at) => [`/${at}`, { get: { operationId, responses: {} } }]))
  const { operations } = modelOf({ ...contractOf({}), paths })
  const made = operations.map(({ operationId }) => operationId)
  expect(made[0]).toBe('getThing')
  expect(new Set(made).size).toBe(ids.length)
  // A function of each name compiles, and no object has a member of the name already.
  for (const id of made) {
    expect(() => new Function(`function ${id}() {}`), id).not.toThrow()
    expect(id in {}, id).toBe(false)
  }
  expect(operations.map(({ written }) => written.operationId)).toEqual(ids)
})

test('tags that no root declares are tags too, and so is the lack of one', () => {
  const paths = {
    '/a': { get: get({ tags: ['b', 'c'] }), put: get({ operationId: 'putThing' }) },
    '/b': { get: get({ operationId: 'listThings', tags: ['a'] }) },
  }
  const { tags, operations } = modelOf({ ...contractOf({}), paths, tags: [{ name: 'a', description: 'A.' }] })
  expect(tags.map(({ name, title, description }) => [name, title, description])).toEqual([
    ['a', 'a', 'A.'],
    ['b', 'b', ''],
    ['c', 'c', ''],
    ['untagged', 'untagged', ''],
  ])
  expect(operations.map(({ tag, tags }) => [tag, tags])).toEqual([
    ['b', ['b', 'c']],
    ['untagged', []],
    ['a', ['a']],
  ])
})

test('addresses have the defaults of their variables', () => {
  const variables = { tenant: { default: 'acme' }, version: { default: 'v1', enum: ['v1', 'v2'] } }
  const servers = [{ url: 'https://{tenant}.example/{version}/{other}', variables }, { url: '/' }]
  expect(modelOf({ ...contractOf({}), servers }).servers.map(({ url }) => url)).toEqual([
    'https://acme.example/v1/{other}',
    '/',
  ])
})

const statuses = (answers: { key: string; status: number }[]) => answers.map(({ key, status }) => [key, status])
const answersTo = (...keys: string[]) =>
  operationOf({ get: get({ responses: Object.fromEntries(keys.map((key) => [key, { description: key }])) }) })

test('ranges and `default` are answers: as successes where no exact status is one, else as failures', () => {
  const usual = answersTo('200', '404', '4XX', 'default')
  expect(statuses(usual.answers)).toEqual([
    ['200', 200],
    ['404', 404],
  ])
  expect(statuses(usual.otherAnswers)).toEqual([
    ['4XX', 400],
    ['default', 0],
  ])
  expect(statuses(usual.successes)).toEqual([['200', 200]])
  expect(statuses(usual.failures)).toEqual([
    ['404', 404],
    ['4XX', 400],
    ['default', 0],
  ])
  const range = answersTo('2XX', '5XX', 'default')
  expect(statuses(range.successes)).toEqual([['2XX', 200]])
  expect(statuses(range.failures)).toEqual([
    ['5XX', 500],
    ['default', 0],
  ])
  const alone = answersTo('default')
  expect([statuses(alone.successes), statuses(alone.failures)]).toEqual([[['default', 200]], []])
})

test.each([
  ['application/json', 'json'],
  ['application/json; charset=utf-8', 'json'],
  ['application/merge-patch+json', 'json'],
  ['application/vnd.acme.thing.v2+json', 'json'],
  ['application/x-www-form-urlencoded', 'form'],
  ['multipart/form-data', 'multipart'],
  ['text/plain', 'text'],
  ['application/xml', 'text'],
  ['application/soap+xml', 'text'],
  ['application/octet-stream', 'binary'],
  ['image/png', 'binary'],
  ['*/*', 'binary'],
])('the media type %s is carried as %s', (type, kind) => {
  const { body } = operationOf({ post: get({ requestBody: { content: { [type]: { schema: text } } } }) })
  expect(body?.content.map((media) => [media.type, media.kind])).toEqual([[type, kind]])
})

test('JSON of any name is the JSON body, application/json first', () => {
  const types = (...names: string[]) =>
    operationOf({ put: get({ requestBody: { content: Object.fromEntries(names.map((name) => [name, {}])) } }) }).body
  expect(types('text/plain', 'application/vnd.a+json')?.json?.type).toBe('application/vnd.a+json')
  expect(types('application/vnd.a+json', 'application/json')?.json?.type).toBe('application/json')
  expect(types('text/plain')?.json).toBeUndefined()
})

test.each<[what: string, written: object, read: object]>([
  ['text', { schema: text }, { style: 'form', explode: true, shape: 'scalar', scalar: 'string' }],
  ['a number', { schema: { type: 'number' } }, { shape: 'scalar', scalar: 'number' }],
  ['text or a number', { schema: { oneOf: [text, { type: 'number' }] } }, { shape: 'scalar', scalar: 'string' }],
  ['values alone', { schema: { enum: [1, 2] } }, { shape: 'scalar', scalar: 'integer' }],
  ['a list', { schema: { type: 'array', items: { type: 'boolean' } } }, { shape: 'array', scalar: 'boolean' }],
  [
    'a list in one text',
    { explode: false, schema: { type: 'array', items: { type: 'integer' } } },
    { explode: false, shape: 'array', scalar: 'integer' },
  ],
  [
    'a list with pipes',
    { style: 'pipeDelimited', schema: { type: 'array', items: text } },
    { style: 'pipeDelimited', explode: false, shape: 'array' },
  ],
  [
    'a deep object',
    { style: 'deepObject', schema: { type: 'object' } },
    { style: 'deepObject', explode: true, shape: 'object' },
  ],
  ['JSON', json({ type: 'object' }), { shape: 'json', contentType: 'application/json' }],
])('a query parameter that holds %s says how it is read', (_what, written, read) => {
  const { parameters } = operationOf({ get: get({ parameters: [{ name: 'a', in: 'query', ...written }] }) })
  expect(parameters).toMatchObject([read])
})

test('headers that OpenAPI gives to other parts of a contract are no parameters, and names of headers have no case', () => {
  const headers = ['Accept', 'content-type', 'Authorization', 'X-Size', 'x-size'].map((name) =>
    parameter('header', name),
  )
  const { parameters } = operationOf({ get: get({ parameters: headers }) })
  expect(parameters.map(({ name }) => name)).toEqual(['x-size'])
})
