// The rule finds parts of an allOf that no value fits together.
import { expect, test } from 'vitest'
import { limitsIn, withSchema } from '../testing/limits.ts'

const base = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string' }, kind: { type: 'string', enum: ['a', 'b'] } },
}

test.each([
  ['two types', [{ type: 'string' }, { type: 'integer' }]],
  [
    'two enums',
    [
      { type: 'string', enum: ['a'] },
      { type: 'string', enum: ['b'] },
    ],
  ],
  [
    'bounds',
    [
      { type: 'number', minimum: 5 },
      { type: 'number', maximum: 4 },
    ],
  ],
  [
    'a member',
    [{ $ref: '#/components/schemas/B' }, { type: 'object', properties: { kind: { type: 'string', enum: ['c'] } } }],
  ],
])('finds %s', async (_, allOf) => {
  expect(await limitsIn(withSchema({ allOf }, { B: base }))).toEqual([
    'error contract/possible-schemas #/components/schemas/A/allOf',
  ])
})

test('finds a schema that is a part of itself', async () => {
  expect(await limitsIn(withSchema({ allOf: [{ $ref: '#/components/schemas/A' }, base] }))).toEqual([
    'error contract/possible-schemas #/components/schemas/A/allOf',
  ])
})

const [a, b] = [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]

test.each<[keyword: string, schema: object, other: object]>([
  ['allOf', { allOf: [a] }, base],
  ['oneOf', { oneOf: [base, a] }, base],
  ['not', { not: a }, base],
])('a branch that leads back to its schema: %s', async (keyword, schema, other) => {
  expect(await limitsIn(withSchema(schema, { B: other }))).toEqual([
    `error contract/possible-schemas #/components/schemas/A/${keyword}`,
  ])
})

test.each<[what: string, schema: object, other: object]>([
  ['a member', { anyOf: [b] }, { type: 'object', properties: { next: a }, not: { type: 'string' } }],
  ['an item', { oneOf: [b, base] }, { type: 'array', items: a }],
])('accepts %s between a branch and its schema', async (_, schema, other) => {
  expect(await limitsIn(withSchema(schema, { B: other }))).toEqual([])
})

test('two schemas that are branches of each other', async () => {
  expect(await limitsIn(withSchema({ oneOf: [b] }, { B: { oneOf: [a] } }))).toEqual([
    'error contract/possible-schemas #/components/schemas/A/oneOf',
    'error contract/possible-schemas #/components/schemas/B/oneOf',
  ])
})

test('accepts parts that fit, and schemas that contain themselves', async () => {
  const part = {
    type: 'object',
    properties: { next: { $ref: '#/components/schemas/A' }, kind: { type: 'string', enum: ['b'] } },
  }
  expect(await limitsIn(withSchema({ allOf: [{ $ref: '#/components/schemas/B' }, part] }, { B: base }))).toEqual([])
})

test.each([
  ['minimum', { type: 'integer', minimum: 5, maximum: 4 }],
  ['minLength', { type: 'string', minLength: 5, maxLength: 4 }],
  ['minItems', { type: 'array', items: {}, minItems: 5, maxItems: 4 }],
  ['minProperties', { type: 'object', minProperties: 5, maxProperties: 4 }],
])('finds that %s is more than its maximum', async (keyword, schema) => {
  expect(await limitsIn(withSchema(schema))).toEqual([
    `error contract/possible-schemas #/components/schemas/A/${keyword}`,
  ])
})

test('accepts bounds of one value', async () => {
  expect(await limitsIn(withSchema({ type: 'integer', minimum: 4, maximum: 4 }))).toEqual([])
})
