// allOf, merged: the merged schema accepts what Ajv accepts by the parts, and parts that contradict each other are refused.
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Contradiction } from './contradiction.ts'
import { withoutAllOf } from './merge.ts'
import type { Written } from './schema.ts'

const schemas: Record<string, Written> = {
  Named: { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 2 } } },
  Sized: {
    type: 'object',
    properties: { size: { type: 'number', minimum: 1 }, name: { type: 'string', maxLength: 3 } },
  },
  Closed: {
    type: 'object',
    additionalProperties: false,
    properties: { name: { type: 'string' }, size: { type: 'integer' }, next: {} },
  },
  Map: { type: 'object', additionalProperties: { type: 'string', maxLength: 4 } },
  Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' }, name: { type: 'string' } } },
  Other: { type: 'object', properties: { next: { $ref: '#/components/schemas/Other' }, size: { type: 'number' } } },
  Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }, { type: 'object' }] },
  Union: { oneOf: [{ required: ['name'] }, { required: ['size'] }] },
}
const ref = (name: string): Written => ({ $ref: `#/components/schemas/${name}` })
const follow = (reference: string) => schemas[reference.split('/').at(-1) ?? ''] ?? {}
const merged = (...allOf: Written[]) => withoutAllOf({ allOf }, follow)

const compile = (schema: Written) => {
  const ajv = new Ajv({ strict: false })
  // OpenAPI's boolean bounds are not in this test: Ajv does not know them.
  return ajv.compile({ ...schema, components: { schemas } })
}

const part = fc.constantFrom<Written>(
  ...['Named', 'Sized', 'Closed', 'Map', 'Node', 'Other', 'Union'].map(ref),
  { type: 'object', required: ['size'] },
  { type: 'object', nullable: true },
  { type: 'object', minProperties: 1 },
  { type: 'object', maxProperties: 1 },
  { properties: { name: { enum: ['ab', 'abc'] } } },
  { properties: { name: { pattern: '^a' } } },
  { properties: { name: { type: 'string', pattern: 'b$' } }, anyOf: [{ required: ['name'] }, { maxProperties: 0 }] },
  { properties: { size: { type: 'integer', maximum: 5 } } },
  { properties: { size: { multipleOf: 2 } } },
  { properties: { next: { type: 'object', required: ['name'] } } },
  { allOf: [ref('Named'), { type: 'object', properties: { size: { type: 'number' } } }] },
  { oneOf: [{ required: ['size'] }, { properties: { name: { maxLength: 2 } }, required: ['name'] }] },
  { not: { required: ['name', 'size'] } },
)
const name = fc.constantFrom<unknown>(undefined, 'a', 'ab', 'abc', 'abcde', 7, 'b')
const size = fc.constantFrom<unknown>(undefined, 0, 1, 2, 3, 2.5, 6, 'x')
const thing = fc.record({ name, size, more: fc.constantFrom<unknown>(undefined, 'x', 'xxxxx') })
const value = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ thing, next: fc.option(thing, { nil: undefined }) })
      .map(({ thing, next }) => ({ ...thing, next })),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 'ab', [], {}) },
)

test('a merged allOf accepts and refuses what its parts do', () => {
  const seen = { accepted: 0, refused: 0, contradictions: 0 }
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.array(value, { minLength: 12, maxLength: 12 }),
      (allOf, values) => {
        let one: Written
        try {
          one = withoutAllOf({ allOf, description: 'It has more than a reference.', minProperties: 0 }, follow)
        } catch (error) {
          expect(error).toBeInstanceOf(Contradiction)
          seen.contradictions += 1
          return
        }
        const [expected, actual] = [compile({ allOf }), compile(one)]
        for (const json of values.map((candidate) => JSON.parse(JSON.stringify(candidate)) as unknown)) {
          const isValid = expected(json)
          expect(actual(json), `${JSON.stringify(allOf)} ${JSON.stringify(one)} ${JSON.stringify(json)}`).toBe(isValid)
          seen[isValid ? 'accepted' : 'refused'] += 1
        }
      },
    ),
    { numRuns: 100, seed: 20_261_129 },
  )
  expect(seen.accepted).toBeGreaterThan(60)
  expect(seen.refused).toBeGreaterThan(300)
  expect(seen.contradictions).toBeGreaterThan(5)
})

test('what is merged is flat, and a member keeps its reference', () => {
  const own = { type: 'object', properties: { self: ref('Named') } }
  expect(merged(ref('Named'), ref('Sized'), own)).toEqual({
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 3 },
      size: { type: 'number', minimum: 1 },
      self: ref('Named'),
    },
  })
})

test('a reference that only gets annotations stays a reference', () => {
  expect(withoutAllOf({ allOf: [ref('Named')] }, follow)).toEqual(ref('Named'))
  const described = { allOf: [ref('Named')], description: 'A name.', readOnly: true }
  expect(withoutAllOf(described, follow)).toEqual(described)
})

test("the own annotations win, and a part's example is not one of the whole", () => {
  const parts = [{ description: 'One.', example: { name: 'a' }, deprecated: true }, { title: 'Two' }]
  expect(withoutAllOf({ allOf: parts, description: 'Own.' }, follow)).toEqual({
    description: 'Own.',
    title: 'Two',
    deprecated: true,
  })
})

test('null is accepted where all typed parts accept it, or where the whole says so', () => {
  const nullable = { type: 'object', nullable: true }
  expect(merged(nullable, { type: 'object' }).nullable).toBeUndefined()
  expect(merged(nullable, { ...nullable, required: ['a'] }).nullable).toBe(true)
  expect(withoutAllOf({ allOf: [ref('Named'), ref('Sized')], nullable: true }, follow).nullable).toBe(true)
})

test.each<[what: string, parts: Written[], message: string]>([
  ['types', [{ type: 'string' }, { type: 'integer' }], 'one part is a string, another an integer'],
  ['values', [{ enum: ['a'] }, { enum: ['b'] }], 'no value is in both "a" and "b"'],
  ['lengths', [{ minLength: 3 }, { maxLength: 2 }], 'minLength 3 is more than maxLength 2'],
  ['numbers', [{ minimum: 3 }, { maximum: 2 }], 'no number is between minimum 3 and maximum 2'],
  [
    'open bounds',
    [{ minimum: 2, exclusiveMinimum: true }, { maximum: 2 }],
    'no number is between minimum 2 and maximum 2',
  ],
  ['members', [{ properties: { a: { type: 'string' } } }, { properties: { a: { type: 'number' } } }], 'a: one part is'],
  ['itself', [ref('Loop')], 'Loop is a part of itself'],
])('a contradiction of %s is refused', (_what, parts, message) => {
  expect(() => merged(...parts, {})).toThrow(message)
})

test('a part that is closed closes the whole, with the members of all parts', () => {
  const more = { type: 'object', required: ['more'], properties: { more: { type: 'string' } } }
  const one = merged(ref('Closed'), more)
  expect(one).toMatchObject({ additionalProperties: false, required: ['more'] })
  expect(Object.keys(one.properties ?? {})).toEqual(['name', 'size', 'next', 'more'])
})

test('integers are numbers, and the narrower bound keeps its own exclusiveness', () => {
  const open = { type: 'number', minimum: 1, exclusiveMinimum: true }
  expect(merged(open, { type: 'integer', minimum: 0 })).toEqual({ ...open, type: 'integer' })
  expect(merged(open, { minimum: 2 })).toEqual({ type: 'number', minimum: 2 })
  expect(merged({ minimum: 1 }, open)).toEqual({ type: 'number', minimum: 1, exclusiveMinimum: true })
})
