// Constructs of OpenAPI 3.0 in a body: the compiled validators judge as Ajv does, or as OpenAPI says where Ajv has no word.
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { modelOf, type Contract } from '../model.ts'
import { renderValidators } from './validators.ts'

const text = { type: 'string' }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const schemas = {
  Named: { type: 'object', required: ['name'], properties: { name: text } },
  Sized: { type: 'object', properties: { size: { type: 'integer' } } },
  List: { type: 'array', items: ref('Named'), minItems: 1 },
  Map: { type: 'object', additionalProperties: { type: 'integer' } },
  Node: {
    type: 'object',
    additionalProperties: false,
    properties: { next: ref('Node'), all: { type: 'array', items: ref('Node') } },
  },
  Union: {
    oneOf: [
      ref('Named'),
      { type: 'object', required: ['size'], additionalProperties: false, properties: { size: { type: 'integer' } } },
    ],
  },
  Cat: { type: 'object', required: ['kind'], properties: { kind: text, claws: { type: 'integer' } } },
  Dog: { type: 'object', required: ['kind'], properties: { kind: text, bark: text } },
  Pet: {
    oneOf: [ref('Cat'), ref('Dog')],
    discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog' } },
  },
}

const documentOf = (schema: object, more: object = {}): Contract =>
  ({
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things': {
        post: {
          operationId: 'create',
          tags: ['things'],
          requestBody: { required: true, content: { 'application/json': { schema } } },
          responses: { 200: { description: 'Done.' } },
          ...more,
        },
      },
    },
    components: { schemas },
  }) as unknown as Contract

type Compiled = {
  body: ValidateFunction
  fillBody?: (request: object) => void
  params: ValidateFunction
  fillParams?: (request: object) => void
}

async function compiled(document: Contract): Promise<Compiled> {
  const files = renderValidators(modelOf(document))
  const source = (files['things.js'] ?? '').replaceAll(
    /from "(ajv[^"]*)"/g,
    (_, name: string) => `from "${import.meta.resolve(name)}"`,
  )
  const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as { create: Compiled }
  return module.create
}

/** Ajv itself, with the contract's schemas as they are written. */
function stock(schema: object): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  return ajv.compile({
    ...JSON.parse(JSON.stringify(schema)),
    components: JSON.parse(JSON.stringify({ schemas: { ...schemas, Pet: {} } })),
  })
}

test.each<[what: string, schema: object, accepted: unknown[], refused: unknown[]]>([
  ['nullable text', { ...text, nullable: true }, ['a', null], [1, {}]],
  ['a nullable object', { ...schemas.Named, nullable: true }, [null, { name: 'a' }], [{}, 'a']],
  ['a nullable enum without null', { ...text, nullable: true, enum: ['a'] }, ['a'], [null, 'b']],
  ['a nullable enum with null', { ...text, nullable: true, enum: ['a', null] }, ['a', null], ['b']],
  ['a map', ref('Map'), [{}, { a: 1, b: 2 }], [{ a: 'x' }, [], 'a']],
  ['a map of objects', { type: 'object', additionalProperties: ref('Named') }, [{ a: { name: 'x' } }], [{ a: {} }]],
  ['a map of anything', { type: 'object', additionalProperties: {} }, [{ a: 1, b: null, c: [] }], [[]]],
  [
    'members and a map',
    { type: 'object', properties: { a: text }, additionalProperties: { type: 'integer' } },
    [{ a: 'x', b: 1 }],
    [{ a: 1 }, { b: 'x' }],
  ],
  ['an open object', ref('Sized'), [{ size: 1, more: [] }, {}], [{ size: 'x' }]],
  ['a closed object', { ...schemas.Named, additionalProperties: false }, [{ name: 'a' }], [{ name: 'a', more: 1 }]],
  ['a free object', { type: 'object' }, [{}, { a: { b: [] } }], [[], 'a', null]],
  ['anything', {}, [1, 'a', null, [], {}], []],
  ['a list behind a name', ref('List'), [[{ name: 'a' }]], [[], [{}], {}]],
  ['a union behind a name', ref('Union'), [{ name: 'a' }, { size: 1 }], [{}, { size: 1, name: 1 }]],
  [
    'a schema that contains itself',
    ref('Node'),
    [{}, { next: { all: [{}, { next: {} }] } }],
    [{ next: { all: [{ a: 1 }] } }],
  ],
  ['a scalar', { type: 'integer', minimum: 1 }, [1, 2], [0, 1.5, '1', null]],
  ['anyOf', { anyOf: [ref('Named'), ref('Map')] }, [{ name: 'a' }, { a: 1 }], [{ name: 1, a: 'x' }]],
  ['not', { type: 'object', not: ref('Named') }, [{}], [{ name: 'a' }]],
  ['allOf', { allOf: [ref('Named'), ref('Sized')] }, [{ name: 'a', size: 1 }], [{ size: 1 }, { name: 'a', size: 'x' }]],
  ['numbers in an enum', { type: 'integer', enum: [1, 2] }, [1], [3, '1']],
  ['an enum without a type', { enum: ['a', 1, true] }, ['a', 1, true], ['b', false]],
  [
    'unique items',
    { type: 'array', items: ref('Map'), uniqueItems: true },
    [[{ a: 1 }, { a: 2 }]],
    [[{ a: 1 }, { a: 1 }]],
  ],
  ['a date', { ...text, format: 'date' }, ['2027-02-28'], ['2027-02-30', 'x']],
  ['a time', { ...text, format: 'date-time' }, ['2027-02-28T12:00:00Z'], ['2027-02-28']],
  ['a uuid', { ...text, format: 'uuid' }, ['0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10'], ['x']],
  ['a format that nobody knows', { ...text, format: 'colour' }, ['red', ''], [1]],
  ['the format constructor', { ...text, format: 'constructor' }, ['red'], [1]],
  ['keywords of a vendor', { ...text, 'x-internal': { a: 1 }, minLength: 2 }, ['ab'], ['a']],
])('%s: the verdicts are those of Ajv', async (_what, schema, accepted, refused) => {
  const { body } = await compiled(documentOf(schema))
  const reference = stock(schema)
  for (const [values, verdict] of [
    [accepted, true],
    [refused, false],
  ] as const)
    for (const value of values) {
      expect(body({ requestBody: value }), JSON.stringify(value)).toBe(verdict)
      expect(reference(value), `Ajv: ${JSON.stringify(value)}`).toBe(verdict)
    }
})

const positive = { type: 'number', minimum: 0, exclusiveMinimum: true }

test.each<[what: string, schema: object, accepted: unknown[], refused: unknown[]]>([
  ['an open minimum', positive, [0.1, 5], [0, -1]],
  ['an open maximum', { type: 'integer', maximum: 3, exclusiveMaximum: true }, [2, -9], [3, 4]],
  ['two open bounds', { ...positive, maximum: 1, exclusiveMaximum: true }, [0.5], [0, 1]],
  ['bounds that are not open', { type: 'number', minimum: 0, exclusiveMinimum: false }, [0], [-1]],
  ['an open bound without a bound', { type: 'number', exclusiveMinimum: true }, [-1, 0], ['x']],
  [
    'an open bound in a list in a map',
    { type: 'object', additionalProperties: { type: 'array', items: positive } },
    [{ a: [1] }],
    [{ a: [0] }],
  ],
  ['null beside a reference', { allOf: [ref('Named')], nullable: true }, [null, { name: 'a' }], [{}, 1]],
  ['null beside a union', { oneOf: [ref('Named'), text], nullable: true }, [null, 'a'], [1]],
  [
    'null beside anyOf in a member',
    { type: 'object', properties: { a: { anyOf: [text], nullable: true } } },
    [{ a: null }],
    [{ a: 1 }],
  ],
  ['nullable without anything', { nullable: true }, [null, 1, 'a'], []],
  ['not nullable, without a type', { nullable: false, oneOf: [text] }, ['a'], [null]],
  [
    'integers that a double cannot hold',
    { type: 'integer', format: 'int64' },
    [9007199254740991, -9007199254740991, 0],
    [9007199254740992, -9007199254740993, 1e300],
  ],
  [
    'integers with bounds beyond a double',
    { type: 'integer', minimum: -9223372036854775808, maximum: 9223372036854775807 },
    [5],
    [9223372036854775000],
  ],
  ['cents', { type: 'number', multipleOf: 0.01 }, [19.99, 0.07, 1234567.89], [19.999, 0.001]],
  [
    'members that every object has',
    { type: 'object', required: ['constructor'], properties: { constructor: text, toString: text } },
    [{ constructor: 'a' }],
    [{}, { constructor: 1 }],
  ],
  ['a pattern that only the old mode reads', { ...text, pattern: '^[\\w-.]+\\@a$' }, ['b-c.@a'], ['b c@a']],
  [
    'a discriminator',
    ref('Pet'),
    [{ kind: 'Cat', claws: 1 }, { kind: 'dog', bark: 'x' }, { kind: 'dog' }],
    [{ kind: 'Dog' }, { kind: 'cat' }, { kind: 'Cat', claws: 'x' }, {}],
  ],
])('%s', async (_what, schema, accepted, refused) => {
  const { body } = await compiled(documentOf(schema))
  for (const value of accepted) expect(body({ requestBody: value }), JSON.stringify(value)).toBe(true)
  for (const value of refused) expect(body({ requestBody: value }), JSON.stringify(value)).toBe(false)
})

const id = { ...text, readOnly: true }
const thing = { type: 'object', required: ['id', 'name'], properties: { id, name: text } }

test.each<[what: string, schema: object]>([
  ['an open schema', thing],
  ['a closed schema', { ...thing, additionalProperties: false }],
  [
    'parts of an allOf',
    {
      allOf: [
        { type: 'object', properties: { id } },
        { required: ['id', 'name'], properties: { name: text } },
      ],
    },
  ],
])('a readOnly member of %s is neither required of a request nor accepted', async (_what, schema) => {
  const { body } = await compiled(documentOf(schema))
  expect(body({ requestBody: { name: 'a' } })).toBe(true)
  expect(body({ requestBody: {} })).toBe(false)
  expect(body({ requestBody: { id: '1', name: 'a' } })).toBe(false)
})

/** The value after validation and defaults. */
async function filled(schema: object, value: unknown): Promise<unknown> {
  const { body, fillBody } = await compiled(documentOf(schema))
  const request = { requestBody: structuredClone(value) }
  expect(body(request), JSON.stringify(body.errors)).toBe(true)
  fillBody?.(request)
  return request.requestBody
}

const low = { ...text, enum: ['low', 'high'], default: 'low' }
const withDefault = { type: 'object', properties: { priority: low } }

test.each<[what: string, schema: object, value: unknown, expected: unknown]>([
  ['a member', withDefault, {}, { priority: 'low' }],
  ['a member that is given', withDefault, { priority: 'high' }, { priority: 'high' }],
  [
    'false, 0, an empty text and null',
    {
      type: 'object',
      properties: {
        a: { type: 'boolean', default: false },
        b: { type: 'integer', default: 0 },
        c: { ...text, default: '' },
        d: { ...text, nullable: true, default: null },
      },
    },
    {},
    { a: false, b: 0, c: '', d: null },
  ],
  [
    'null that is given',
    { type: 'object', properties: { d: { ...text, nullable: true, default: 'x' } } },
    { d: null },
    { d: null },
  ],
  [
    'an object within an object',
    { type: 'object', properties: { a: { ...withDefault, default: {} } } },
    {},
    { a: { priority: 'low' } },
  ],
  ['an optional object that is left out', { type: 'object', properties: { a: withDefault } }, {}, {}],
  [
    'items',
    { type: 'array', items: withDefault },
    [{}, { priority: 'high' }],
    [{ priority: 'low' }, { priority: 'high' }],
  ],
  [
    'values of a map',
    { type: 'object', properties: { a: text }, additionalProperties: withDefault },
    { a: 'x', b: {} },
    { a: 'x', b: { priority: 'low' } },
  ],
  ['a list', { type: 'object', properties: { a: { type: 'array', items: text, default: ['x'] } } }, {}, { a: ['x'] }],
  ['parts of an allOf', { allOf: [ref('Named'), withDefault] }, { name: 'a' }, { name: 'a', priority: 'low' }],
  [
    'the branch that fits',
    {
      oneOf: [
        { ...withDefault, required: ['a'] },
        { type: 'object', required: ['b'], properties: { b: text, size: { type: 'integer', default: 1 } } },
      ],
    },
    { b: 'x' },
    { b: 'x', size: 1 },
  ],
  [
    'the first branch that fits',
    {
      anyOf: [
        { ...withDefault, required: ['a'] },
        { type: 'object', properties: { size: { type: 'integer', default: 1 } } },
      ],
    },
    { a: 1 },
    { a: 1, priority: 'low' },
  ],
  [
    'a member named like one of every object',
    { type: 'object', properties: { constructor: { ...text, default: 'x' } } },
    {},
    { constructor: 'x' },
  ],
  ['nothing where null is accepted and given', { ...withDefault, nullable: true }, null, null],
])('the default of %s is filled in', async (_what, schema, value, expected) => {
  expect(await filled(schema, value)).toEqual(expected)
})

test('shared schemas are filled, also one that contains itself, and one that is a default', async () => {
  const document = documentOf(ref('Tree'))
  Object.assign(document.components?.schemas ?? {}, {
    Level: { type: 'integer', default: 3 },
    Tree: {
      type: 'object',
      properties: {
        level: ref('Level'),
        noted: { allOf: [ref('Level')], description: 'A level.' },
        below: { type: 'array', items: ref('Tree') },
      },
    },
  })
  const { body, fillBody } = await compiled(document)
  const request = { requestBody: { below: [{ level: 1, below: [{}] }] } }
  expect(body(request)).toBe(true)
  fillBody?.(request)
  const filledTree = { level: 3, noted: 3 }
  expect(request.requestBody).toEqual({ ...filledTree, below: [{ level: 1, noted: 3, below: [filledTree] }] })
})

test('each request gets a default of its own', async () => {
  const { fillBody } = await compiled(
    documentOf({ type: 'object', properties: { a: { type: 'array', items: {}, default: [] } } }),
  )
  const [one, other] = [{ requestBody: {} as { a?: unknown[] } }, { requestBody: {} as { a?: unknown[] } }]
  fillBody?.(one)
  one.requestBody.a?.push(1)
  fillBody?.(other)
  expect(other.requestBody.a).toEqual([])
})

test('a member that is required has to be sent, also with a default', async () => {
  const { body, fillBody } = await compiled(documentOf({ ...withDefault, required: ['priority'] }))
  expect(body({ requestBody: {} })).toBe(false)
  expect(fillBody).toBeUndefined()
})

test('parameters get their defaults, those of headers by the name in lower case', async () => {
  const parameters = [
    { name: 'limit', in: 'query', schema: { type: 'integer', default: 25 } },
    { name: 'X-Size', in: 'header', schema: { type: 'integer', default: 1 } },
    { name: 'sort', in: 'cookie', schema: { ...text, default: 'name' } },
    { name: 'tags', in: 'query', required: true, schema: { type: 'array', items: text, default: ['x'] } },
  ]
  const { params, fillParams } = await compiled(documentOf({}, { parameters }))
  const request = { path: {}, query: { tags: [] }, header: {}, cookie: {} }
  expect(params(request)).toBe(true)
  fillParams?.(request)
  expect(request).toEqual({
    path: {},
    query: { tags: [], limit: 25 },
    header: { 'x-size': 1 },
    cookie: { sort: 'name' },
  })
})

test('an operation without defaults has no code for them', async () => {
  const create = await compiled(documentOf(ref('Named')))
  expect(Object.keys(create)).toEqual(['params', 'body'])
})

test('a body of each media type has validators of its own', async () => {
  const content = {
    'application/json': { schema: ref('Named') },
    'application/merge-patch+json': { schema: withDefault },
    'multipart/form-data': {
      schema: { type: 'object', required: ['file'], properties: { file: { ...text, format: 'binary' }, note: text } },
    },
    'text/plain': { schema: { ...text, maxLength: 2 } },
    'application/octet-stream': { schema: { ...text, format: 'binary' } },
    'application/xml': { schema: ref('Named') },
  }
  const create = (await compiled(documentOf({}, { requestBody: { content } }))) as Compiled & {
    media: Record<string, Compiled>
  }
  const { media } = create
  expect(Object.keys(media)).toEqual(['application/merge-patch+json', 'multipart/form-data', 'text/plain'])
  expect([create.body({ requestBody: { name: 'a' } }), create.body({ requestBody: {} })]).toEqual([true, false])
  const form = media['multipart/form-data']
  expect([form?.body({ requestBody: { file: { content: 1 } } }), form?.body({ requestBody: { note: 'a' } })]).toEqual([
    true,
    false,
  ])
  expect([media['text/plain']?.body({ requestBody: 'ab' }), media['text/plain']?.body({ requestBody: 'abc' })]).toEqual(
    [true, false],
  )
  const patch = { requestBody: {} }
  media['application/merge-patch+json']?.fillBody?.(patch)
  expect(patch.requestBody).toEqual({ priority: 'low' })
})

test.each<[what: string, node: object]>([
  ['oneOf', { oneOf: [ref('A'), ref('B')] }],
  ['anyOf', { anyOf: [ref('A'), ref('B')] }],
  [
    'branches without names',
    {
      anyOf: [
        { type: 'object', properties: { next: ref('Step'), a: text } },
        { type: 'object', required: ['b'], properties: { b: text, next: ref('Step') } },
      ],
    },
  ],
])('a deep value of a union that contains itself is judged in time: %s', async (_what, Step) => {
  const branch = (name: string) => ({
    type: 'object',
    required: [name],
    properties: { [name]: text, next: ref('Step') },
  })
  const document = documentOf(ref('Step'))
  Object.assign(document.components?.schemas ?? {}, { Step, A: branch('a'), B: branch('b') })
  const { body } = await compiled(document)
  const deep = (levels: number, last: object): object =>
    levels === 0 ? last : { a: 'x', next: deep(levels - 1, last) }
  expect(body({ requestBody: deep(150, { a: 'x' }) })).toBe(true)
  expect(body({ requestBody: deep(150, { a: 1, b: 2 }) })).toBe(false)
  // Nobody reads thousands of errors.
  expect(body.errors?.length).toBeLessThan(200)
  expect(body({ requestBody: { a: 'x', next: { b: 'x' } } })).toBe(true)
  expect(body({ requestBody: { a: 'x', next: { b: 1, a: 2 } } })).toBe(false)
})
