// The rule finds defaults that break their own schema, wherever a schema or a variable has one.
import { expect, test } from 'vitest'
import { limitsIn, operation, withSchema } from '../testing/limits.ts'

const at = (pointer: string) => [`error contract/valid-defaults ${pointer}`]

test.each<[schema: object]>([
  [{ type: 'integer', default: 'three' }],
  [{ type: 'integer', default: '3.5' }],
  [{ type: 'boolean', default: 'yes' }],
  [{ type: 'boolean', default: 0 }],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }], default: null }],
  [{ type: 'integer', default: 3.5 }],
  [{ type: 'integer', maximum: 9, default: 10 }],
  [{ type: 'integer', minimum: 3, exclusiveMinimum: true, default: 3 }],
  [{ type: 'number', multipleOf: 0.5, default: 0.7 }],
  [{ type: 'string', default: 5 }],
  [{ type: 'string', enum: ['a', 'b'], default: 'c' }],
  [{ type: 'string', maxLength: 2, default: 'abc' }],
  [{ type: 'string', pattern: '^a', default: 'b' }],
  [{ type: 'string', format: 'date', default: 'today' }],
  [{ type: 'array', items: { type: 'integer' }, default: ['a'] }],
  [{ type: 'array', items: { type: 'integer' }, maxItems: 1, default: [1, 2] }],
  [{ type: 'array', items: { type: 'integer' }, uniqueItems: true, default: [1, 1] }],
  [{ type: 'object', properties: { a: { type: 'integer' } }, default: { a: 'x' } }],
  [{ type: 'object', required: ['a'], properties: { a: { type: 'integer' } }, default: {} }],
  [{ type: 'object', additionalProperties: { type: 'integer' }, default: { a: 'x' } }],
  [{ type: 'object', additionalProperties: false, default: { a: 1 } }],
  [{ oneOf: [{ type: 'integer' }, { type: 'boolean' }], default: 'x' }],
  [{ anyOf: [{ type: 'integer' }, { type: 'boolean' }], default: 'x' }],
  [{ allOf: [{ type: 'integer' }], default: 'x' }],
  [{ not: { type: 'integer' }, default: 1 }],
])('finds the default of %j', async (schema) => {
  const inside = { type: 'object', properties: { member: schema } }
  expect(await limitsIn(withSchema(inside))).toEqual(at('#/components/schemas/A/properties/member/default'))
})

test('finds it in a parameter, a header, a body, in items and behind a reference', async () => {
  const wrong = { type: 'integer', default: 'x' }
  const list = { type: 'array', items: wrong }
  const post = operation({
    parameters: [
      { name: 'q', in: 'query', schema: wrong },
      { name: 'X-A', in: 'header', schema: list },
    ],
    requestBody: {
      content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/B' }], default: 7 } } },
    },
    responses: { 200: { description: 'OK', headers: { 'X-B': { schema: wrong } } } },
  })
  const found = await limitsIn({ paths: { '/a': { post } }, components: { schemas: { B: { type: 'string' } } } })
  const operationAt = '#/paths/~1a/post'
  expect(new Set(found)).toEqual(
    new Set([
      ...at(`${operationAt}/parameters/0/schema/default`),
      ...at(`${operationAt}/parameters/1/schema/items/default`),
      ...at(`${operationAt}/requestBody/content/application~1json/schema/default`),
      ...at(`${operationAt}/responses/200/headers/X-B/schema/default`),
    ]),
  )
})

test('finds the default of a variable that is not in its enum', async () => {
  const server = (value: string) => ({
    url: 'https://{region}.api.org',
    variables: { region: { enum: ['eu', 'us'], default: value } },
  })
  expect(await limitsIn({ more: { servers: [server('asia')] } })).toEqual(at('#/servers/0/variables/region/default'))
  const get = operation({ servers: [server('asia')] })
  expect(await limitsIn({ paths: { '/a': { get } } }, 'carried')).toContain(
    'error contract/valid-defaults #/paths/~1a/get/servers/0/variables/region/default',
  )
  expect(await limitsIn({ more: { servers: [server('eu')] } })).toEqual([])
})

test.each<[schema: object]>([
  [{ type: 'integer', default: 3 }],
  [{ type: 'number', multipleOf: 0.01, default: 19.99 }],
  [{ type: 'string', nullable: true, default: null }],
  [{ anyOf: [{ type: 'string' }, { nullable: true }], default: null }],
  [{ default: 'anything' }],
  [{ default: null }],
  [{ type: 'array', items: { type: 'string' }, default: [] }],
  [{ type: 'object', properties: { a: { type: 'integer', default: 1 } }, default: {} }],
  [{ type: 'object', properties: { default: { type: 'integer' } } }],
  [{ type: 'string', format: 'date-time', default: '2026-01-31T10:00:00Z' }],
  [{ oneOf: [{ type: 'integer' }, { type: 'string' }], default: 'x' }],
])('accepts %j', async (schema) => {
  expect(await limitsIn(withSchema({ type: 'object', properties: { member: schema } }))).toEqual([])
})

test('a schema that contains itself takes a default that ends', async () => {
  const children = { type: 'array', items: { $ref: '#/components/schemas/A' } }
  const node = (value: object) => withSchema({ type: 'object', properties: { children }, default: value })
  expect(await limitsIn(node({ children: [{ children: [] }] }))).toEqual([])
  expect(await limitsIn(node({ children: [{ children: 7 }] }))).toEqual(at('#/components/schemas/A/default'))
})

test('3.1 says null by a type, and one value by const', async () => {
  const inside = (member: object) =>
    limitsIn({ openapi: '3.1.0', ...withSchema({ type: 'object', properties: { member } }) })
  expect(await inside({ type: ['string', 'null'], default: null })).toEqual([])
  expect(await inside({ const: 'a', default: 'a' })).toEqual([])
  expect(await inside({ type: ['string', 'null'], default: 7 })).toEqual(
    at('#/components/schemas/A/properties/member/default'),
  )
  expect(await inside({ const: 'a', default: 'b' })).toEqual(at('#/components/schemas/A/properties/member/default'))
})
