// Made examples against Ajv, which knows nothing of how they were made.
import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import type { OpenAPIV3 } from 'openapi-types'
import { describe, expect, test } from 'vitest'
import { modelOf, type Contract } from '../model.ts'
import { sampleOf, type Direction } from './sample.ts'

type Schemas = Record<string, object>

const documentOf = (schemas: Schemas): Contract => ({
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  paths: {},
  // Safe cast: the tests write schemas of OpenAPI 3.0.
  components: { schemas: schemas as Record<string, OpenAPIV3.SchemaObject> },
})

/** The made value of `Root`, and what Ajv says against it. */
function judged(schemas: Schemas, direction: Direction = 'answer') {
  const { Root } = modelOf(documentOf(schemas)).schemas
  const value = sampleOf(Root ?? {}, direction)
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema({ components: { schemas: withNumbers(schemas) } }, 'contract')
  const validate = ajv.compile({ $ref: 'contract#/components/schemas/Root' })
  return { value, complaint: validate(value) ? undefined : ajv.errorsText(validate.errors) }
}

/** Ajv takes only the later form of `exclusiveMinimum`, which is the bound itself. */
const withNumbers = (schemas: Schemas) =>
  JSON.parse(JSON.stringify(schemas), (_, value: { minimum?: number; exclusiveMinimum?: unknown }) => {
    if (typeof value?.exclusiveMinimum !== 'boolean') return value
    const { exclusiveMinimum, minimum, ...others } = value
    return { ...others, [exclusiveMinimum ? 'exclusiveMinimum' : 'minimum']: minimum }
  }) as Schemas

const string = { type: 'string' }
const pet = { type: 'object', required: ['kind'], properties: { kind: string } }

describe('a made value is valid', () => {
  test.each<[string, object]>([
    ['nothing said', {}],
    ['bounds of a text', { type: 'string', minLength: 12, maxLength: 13 }],
    ['an empty text', { type: 'string', maxLength: 0 }],
    ['one letter', { type: 'string', minLength: 1, maxLength: 1 }],
    ['an enum with null', { type: 'string', nullable: true, enum: [null, 'a'] }],
    ['a pattern', { type: 'string', pattern: '^[A-Z]{2}-\\d{3,}$' }],
    ['a pattern with a length', { type: 'string', pattern: '^\\w+$', minLength: 20, maxLength: 25 }],
    ['a pattern with choices', { type: 'string', pattern: '^(?:red|green(?:ish)?|#[0-9a-f]{6})$', minLength: 7 }],
    ['a pattern with properties', { type: 'string', pattern: '^\\p{Lu}\\p{L}*\\u{1f389}?$' }],
    ['a pattern that looks ahead', { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d).{8,}$' }],
    ['a pattern that excludes', { type: 'string', pattern: '^[^a-z0-9]+\\.[^.]$' }],
    ['a pattern without anchors', { type: 'string', pattern: 'b{3}' }],
    ['a date with a pattern', { type: 'string', format: 'date', pattern: '^20' }],
    ...['date', 'date-time', 'time', 'uuid', 'email', 'uri', 'hostname', 'ipv4', 'ipv6', 'byte', 'duration'].map(
      (format): [string, object] => [`the format ${format}`, { type: 'string', format }],
    ),
    ['an open minimum', { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 0.5 }],
    ['a negative maximum', { type: 'integer', maximum: -3 }],
    ['multiples', { type: 'integer', multipleOf: 7, minimum: 10 }],
    ['a small interval', { type: 'number', minimum: 2.2, maximum: 2.3 }],
    ['a list of unlike items', { type: 'array', minItems: 3, uniqueItems: true, items: { type: 'string' } }],
    ['a list of unlike enums', { type: 'array', minItems: 2, uniqueItems: true, items: { enum: ['a', 'b'] } }],
    [
      'a list of unlike dates',
      { type: 'array', minItems: 4, uniqueItems: true, items: { type: 'string', format: 'date' } },
    ],
    [
      'a list of unlike patterns',
      { type: 'array', minItems: 4, uniqueItems: true, items: { type: 'string', pattern: '^[a-d]$' } },
    ],
    ['an empty list', { type: 'array', maxItems: 0, items: {} }],
    ['required without a property', { type: 'object', required: ['ghost'] }],
    ['a map', { type: 'object', minProperties: 2, additionalProperties: { type: 'integer' } }],
    ['few members', { type: 'object', maxProperties: 1, properties: { a: string, b: string }, required: ['b'] }],
    ['several members', { type: 'object', minProperties: 2, properties: { a: string, b: string, c: string } }],
    [
      'members like those of every object',
      {
        type: 'object',
        additionalProperties: false,
        required: ['constructor'],
        properties: { constructor: string, ['__proto__']: string },
      },
    ],
    [
      'oneOf',
      {
        oneOf: [
          { type: 'integer', minimum: 5 },
          { type: 'string', maxLength: 2 },
        ],
      },
    ],
    [
      'oneOf of which the first never fits alone',
      { oneOf: [{ type: 'integer' }, { type: 'number' }, { type: 'boolean' }] },
    ],
    [
      'anyOf beside members',
      {
        type: 'object',
        required: ['a'],
        properties: { a: string, b: string, c: string },
        anyOf: [{ required: ['b'] }, { required: ['c'] }],
      },
    ],
    [
      'allOf',
      {
        allOf: [
          { type: 'object', required: ['a'], properties: { a: string } },
          { type: 'object', required: ['b'], properties: { b: { type: 'integer' } } },
        ],
      },
    ],
    [
      'allOf with a union',
      {
        allOf: [
          pet,
          {
            oneOf: [
              { required: ['x'], properties: { x: string } },
              { required: ['y'], properties: { y: string } },
            ],
          },
        ],
      },
    ],
    ['an example that is wrong', { type: 'integer', example: '17' }],
    ['a default that is wrong', { type: 'integer', default: 'none' }],
  ])('%s', (_, Root) => {
    expect(judged({ Root })).toMatchObject({ complaint: undefined })
  })

  test('of schemas that contain themselves: in members, lists, maps and unions', () => {
    const ref = { $ref: '#/components/schemas/Root' }
    const branch = {
      type: 'object',
      required: ['left'],
      properties: { left: { oneOf: [{ $ref: '#/components/schemas/Root' }, string] } },
    }
    for (const Root of [
      { type: 'object', required: ['children'], properties: { children: { type: 'array', items: ref }, parent: ref } },
      {
        type: 'object',
        required: ['next'],
        properties: { next: { type: 'object', nullable: true, properties: { again: ref } } },
      },
      { type: 'object', additionalProperties: ref },
      branch,
    ])
      expect(judged({ Root })).toMatchObject({ complaint: undefined })
  })

  test('of random schemas', () => {
    const leaf = fc.oneof(
      fc.record({ type: fc.constant('string'), minLength: fc.nat(9), maxLength: fc.integer({ min: 9, max: 20 }) }),
      fc.record({
        type: fc.constant('integer'),
        minimum: fc.integer({ min: -9, max: 9 }),
        maximum: fc.integer({ min: 20, max: 40 }),
        multipleOf: fc.integer({ min: 1, max: 5 }),
      }),
      fc.record({
        type: fc.constant('number'),
        minimum: fc.integer({ min: -5, max: 0 }),
        exclusiveMinimum: fc.boolean(),
      }),
      fc.record({ enum: fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 3 }) }),
    )
    const { node } = fc.letrec<{ node: object }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({ type: fc.constant('array'), items: tie('node'), maxItems: fc.integer({ min: 1, max: 4 }) }),
        fc.record({
          type: fc.constant('object'),
          properties: fc.dictionary(fc.string({ maxLength: 5 }), tie('node'), { maxKeys: 4 }),
          additionalProperties: fc.boolean(),
        }),
        fc.record({ type: fc.constant('object'), additionalProperties: tie('node'), minProperties: fc.nat(3) }),
        fc.record({ anyOf: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      ),
    }))
    const options = { seed: 14, numRuns: 50 }
    fc.assert(
      fc.property(node, (Root) => {
        expect(judged({ Root }).complaint).toBeUndefined()
      }),
      options,
    )
  })
})

test('the contract’s own example is taken where it is valid, in its members too', () => {
  const Root = {
    type: 'object',
    properties: { name: { type: 'string', example: 'Ada' }, level: { type: 'integer', default: 3 } },
  }
  expect(judged({ Root }).value).toEqual({ name: 'Ada', level: 3 })
})

test('requests have no readOnly members, answers no writeOnly and no deprecated ones', () => {
  const Root = {
    type: 'object',
    properties: {
      id: { type: 'integer', readOnly: true },
      name: { type: 'string', example: 'Ada' },
      password: { type: 'string', writeOnly: true, example: 'secret' },
      old: { type: 'string', deprecated: true },
    },
  }
  // Not the model's schemas, which are of one side already.
  const schema = Root as Parameters<typeof sampleOf>[0]
  expect(sampleOf(schema, 'request')).toEqual({ name: 'Ada', password: 'secret' })
  expect(sampleOf(schema, 'answer')).toEqual({ id: 1, name: 'Ada' })
})

test('a union with a discriminator names its branch', () => {
  const kind = (name: string) => ({
    type: 'object',
    required: ['kind', name],
    properties: { kind: string, [name]: string },
  })
  const schemas = {
    Root: {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: {
        propertyName: 'kind',
        mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
      },
    },
    Cat: { ...kind('claws'), properties: { kind: { type: 'string', enum: ['cat'] }, claws: string } },
    Dog: kind('bark'),
  }
  expect(judged(schemas)).toMatchObject({ complaint: undefined, value: { kind: 'cat' } })
})

test('the same schema gives the same value', () => {
  const schemas = {
    Root: {
      type: 'object',
      properties: { id: { type: 'string', format: 'uuid' }, at: { type: 'string', format: 'date-time' } },
    },
  }
  expect(judged(schemas).value).toEqual(judged(schemas).value)
})
