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

const text = (description: string) => ({ type: 'object', properties: { a: { type: 'string', description } } })

test.each<[string, unknown[]]>([
  ['twice the same', [text('One.'), text('One.')]],
  ['twice the same, in other words', [text('One.'), text('Other.')]],
  ['a reference twice', [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/B' }]],
  ['a schema and its copy', [{ $ref: '#/components/schemas/B' }, base]],
  ['two pairs', [{ type: 'string' }, { type: 'integer' }, { type: 'string' }, { type: 'integer' }]],
])('finds a oneOf of %s', async (_, oneOf) => {
  expect(await limitsIn(withSchema({ oneOf }, { B: base }))).toEqual([
    'error contract/possible-schemas #/components/schemas/A/oneOf',
  ])
})

test.each<[string, object]>([
  ['one branch', { oneOf: [base] }],
  ['a branch that no other repeats', { oneOf: [{ type: 'string' }, { type: 'string' }, { type: 'integer' }] }],
  ['an anyOf', { anyOf: [base, base] }],
])('accepts %s', async (_, schema) => {
  expect(await limitsIn(withSchema(schema, { B: base }))).toEqual([])
})

test('accepts bounds of one value', async () => {
  expect(await limitsIn(withSchema({ type: 'integer', minimum: 4, maximum: 4 }))).toEqual([])
})
