import { describe, expect, test } from 'vitest'
import { readModel } from '../read.ts'
import type { JsonObject } from './definition.ts'
import { json, offering } from './testing/offering.ts'
import { toolsOf } from './tool.ts'

const model = await readModel()
const tools = toolsOf(model)
const thing = (operation: object, method = 'post', schemas?: object) => {
  const [tool] = toolsOf(
    offering({ '/things': { [method]: { operationId: 'doThing', 'x-agents': ['mcp'], ...operation } } }, schemas),
  )
  if (!tool) throw new Error('The operation is no tool')
  return tool
}
const parameter = (place: string, name: string, more: object = {}) => ({
  name,
  in: place,
  description: `The ${name}.`,
  schema: { type: 'string' },
  ...more,
})

describe("the contract's tools", () => {
  test('are exactly the marked operations', () => {
    expect(tools.map(({ name }) => name)).toEqual(
      model.operations.filter(({ agents }) => agents).map(({ operationId }) => operationId),
    )
    expect(tools.length).toBeGreaterThan(0)
    expect(tools.length).toBeLessThan(model.operations.length)
  })

  test('have only keywords that every model takes, with a description on each property', () => {
    for (const { name, inputSchema, outputSchema } of tools) {
      for (const schema of schemasIn(inputSchema)) {
        expect(
          Object.keys(schema).filter((keyword) => !portable.includes(keyword)),
          name,
        ).toEqual([])
        expect(typeof schema.type, name).toBe('string')
        expect(schema.type !== 'array' || schema.items !== undefined, name).toBe(true)
        for (const property of Object.values((schema.properties ?? {}) as Record<string, JsonObject>)) {
          expect(property.description, name).toMatch(/\S/)
        }
      }
      for (const schema of outputSchema ? schemasIn(outputSchema) : []) {
        expect(
          Object.keys(schema).filter((keyword) => !portable.includes(keyword)),
          name,
        ).toEqual([])
      }
    }
  })

  test('show at most 25 items a page, 10 if nothing else is asked for', () => {
    const pages = tools.filter(({ operation }) => operation.page)
    const limits = pages.flatMap((tool) => tool.arguments.filter(({ name }) => name === 'limit'))
    expect(limits.length).toBe(pages.length)
    for (const { schema } of limits) expect(schema).toMatchObject({ default: 10, maximum: 25 })
  })

  test('ask a person before each delete', () => {
    const deletes = tools.filter(({ operation }) => operation.method === 'delete')
    const marked = model.operations.filter(({ agents, method }) => agents && method === 'delete')
    expect(deletes.map(({ name }) => name)).toEqual(marked.map(({ operationId }) => operationId))
    for (const tool of deletes) expect(tool).toMatchObject({ kind: 'delete', confirm: true })
  })
})

const portable = [
  ...['type', 'description', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'default', 'format'],
  ...['pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
]

function schemasIn(schema: JsonObject): JsonObject[] {
  const { properties = {}, items, additionalProperties } = schema
  const below = [...Object.values(properties as object), items, additionalProperties] as unknown[]
  return [
    schema,
    ...below.flatMap((part) => (typeof part === 'object' && part !== null ? schemasIn(part as JsonObject) : [])),
  ]
}

describe('the arguments', () => {
  const tool = thing({
    parameters: [
      parameter('path', 'thingId', { required: true }),
      parameter('query', 'status'),
      parameter('header', 'Idempotency-Key'),
      parameter('header', 'X-Trace-Id'),
      parameter('header', 'If-None-Match'),
      parameter('header', 'IF-MATCH'),
      parameter('cookie', 'session'),
    ],
    requestBody: {
      required: true,
      content: json({
        type: 'object',
        required: ['title'],
        properties: {
          title: { type: 'string', description: 'Title.' },
          size: { type: 'integer', description: 'Size.' },
        },
      }),
    },
  })

  test('come from the path, the query, headers in camelCase and the body', () => {
    expect(tool.arguments.map(({ name, in: place, wireName, required }) => [name, place, wireName, required])).toEqual([
      ['thingId', 'path', 'thingId', true],
      ['status', 'query', 'status', false],
      ['idempotencyKey', 'header', 'Idempotency-Key', false],
      ['xTraceId', 'header', 'X-Trace-Id', false],
      ['ifMatch', 'header', 'IF-MATCH', false],
      ['title', 'body', 'title', true],
      ['size', 'body', 'size', false],
    ])
  })

  test('are the properties of one closed object', () => {
    const { properties, ...root } = tool.inputSchema
    expect(root).toEqual({ type: 'object', required: ['thingId', 'title'], additionalProperties: false })
    expect(Object.keys(properties as object)).toEqual(tool.arguments.map(({ name }) => name))
    expect(properties).toMatchObject({
      thingId: { type: 'string', description: 'The thingId.' },
      title: { description: 'Title.' },
    })
  })

  test('are none for an operation without inputs, and the schema is an object still', () => {
    expect(thing({}).inputSchema).toEqual({ type: 'object', properties: {}, required: [], additionalProperties: false })
  })

  test('of an optional body are optional', () => {
    const schema = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } }
    expect(thing({ requestBody: { content: json(schema) } }).arguments).toMatchObject([{ name: 'a', required: false }])
  })

  test('may not share a name', () => {
    const members = (name: string) => ({
      content: json({ type: 'object', properties: { [name]: { type: 'string' } } }),
    })
    const key = parameter('header', 'Idempotency-Key')
    const twice = (name: string) => `doThing takes two arguments that are called ${name}`
    expect(() => thing({ parameters: [parameter('query', 'id')], requestBody: members('id') })).toThrow(twice('id'))
    expect(() => thing({ parameters: [key], requestBody: members('idempotencyKey') })).toThrow(twice('idempotencyKey'))
    expect(() => thing({ parameters: [parameter('query', 'a'), parameter('path', 'a')] })).toThrow(twice('a'))
  })

  test('need a body that is an object', () => {
    expect(() => thing({ requestBody: { content: json({ type: 'array', items: {} }) } })).toThrow('no JSON object')
    expect(() => thing({ requestBody: { content: { 'text/csv': { schema: { type: 'string' } } } } })).toThrow('no JSON')
  })

  test('of a page keep a smaller limit, and leave the limit of another operation alone', () => {
    const limit = (maximum: number) => parameter('query', 'limit', { schema: { type: 'integer', maximum, default: 5 } })
    const page = { 'x-pagination': { items: 'things' } }
    expect(thing({ ...page, parameters: [limit(7)] }, 'get').arguments[0]?.schema).toMatchObject({
      default: 7,
      maximum: 7,
    })
    expect(thing({ parameters: [limit(100)] }, 'get').arguments[0]?.schema).toMatchObject({ default: 5, maximum: 100 })
  })
})

describe('schemas', () => {
  const argumentOf = (schema: object, schemas?: object) => {
    const properties = { value: { $ref: '#/components/schemas/Value' } }
    return thing({ requestBody: { content: json({ type: 'object', properties }) } }, 'post', {
      Value: schema,
      ...schemas,
    }).arguments[0]?.schema
  }

  test('lose what only OpenAPI knows', () => {
    const value = { type: 'string', nullable: true, example: 'a', deprecated: true, 'x-enum-varnames': ['A'], xml: {} }
    expect(argumentOf(value)).toEqual({ type: 'string' })
  })

  test.each([
    [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    [{ minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    [{ maximum: 9, exclusiveMaximum: true }, { exclusiveMaximum: 9 }],
    [{ exclusiveMaximum: true }, {}],
    [
      { minimum: 1, maximum: 9 },
      { minimum: 1, maximum: 9 },
    ],
  ])('write %j as %j, nested ones too', (written, expected) => {
    expect(argumentOf({ type: 'number', ...written })).toEqual({ type: 'number', ...expected })
    expect(argumentOf({ type: 'array', items: { type: 'number', ...written } })).toEqual({
      type: 'array',
      items: { type: 'number', ...expected },
    })
  })

  test('keep members that are called like a keyword', () => {
    const properties = { nullable: { type: 'string' }, example: { type: 'string' } }
    expect(argumentOf({ type: 'object', properties })).toEqual({ type: 'object', properties })
  })

  test('are refused when they contain themselves', () => {
    const circle = { type: 'object', properties: { next: { $ref: '#/components/schemas/Value' } } }
    expect(() => argumentOf(circle)).toThrow('#/components/schemas/Value contains itself')
  })
})

describe('what a tool says of itself', () => {
  test.each([
    ['get', 'read', true, false, true],
    ['post', 'create', false, false, false],
    ['put', 'update', false, true, true],
    ['patch', 'update', false, true, true],
    ['delete', 'delete', false, true, true],
  ] as const)('%s: %s', (method, kind, readOnlyHint, destructiveHint, idempotentHint) => {
    const tool = thing({ summary: 'Do a thing' }, method)
    expect(tool.kind).toBe(kind)
    expect(tool.confirm).toBe(kind === 'delete')
    expect(tool.annotations).toEqual({
      title: 'Do a thing',
      readOnlyHint,
      destructiveHint,
      idempotentHint: idempotentHint,
      openWorldHint: false,
    })
  })

  test('follows the marking where it says more', () => {
    const marking = { to: ['mcp', 'quick'], description: 'For the model.', kind: 'create', confirm: true }
    expect(thing({ 'x-agents': marking }, 'get')).toMatchObject({
      description: 'For the model.',
      kind: 'create',
      confirm: true,
      platforms: ['quick', 'mcp'],
      annotations: { readOnlyHint: false, destructiveHint: false },
    })
    expect(thing({ 'x-agents': { to: ['mcp'], kind: 'delete', confirm: false } }).confirm).toBe(true)
  })

  test('a POST that may be repeated with the same content is idempotent', () => {
    expect(thing({ 'x-sdk': { repeat: 'content' } }).annotations.idempotentHint).toBe(true)
  })

  test('names the scopes of the caller, each once', () => {
    expect(thing({ security: [] }).scopes).toEqual([])
    expect(thing({ security: [{ cognito: ['a', 'b'] }, { cognito: ['a'] }] }).scopes).toEqual(['a', 'b'])
  })

  test('has the first success that is an object as its output', () => {
    const object = { type: 'object', properties: { id: { type: 'string' } } }
    const success = { description: 'Done', content: json(object) }
    expect(thing({ responses: { 201: success, 400: success } }).outputSchema).toEqual(object)
    expect(thing({ responses: { 204: { description: 'Gone' } } })).not.toHaveProperty('outputSchema')
    expect(thing({ responses: { 400: success } })).not.toHaveProperty('outputSchema')
    const list = { description: 'Done', content: json({ type: 'array', items: object }) }
    expect(thing({ responses: { 200: list } })).not.toHaveProperty('outputSchema')
  })

  test('has a title and a description even when the contract has none', () => {
    expect(thing({ description: undefined })).toMatchObject({ title: 'doThing', description: 'doThing' })
  })
})
