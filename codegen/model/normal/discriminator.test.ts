// A union with a discriminator: each branch has its own values of that member.
import { expect, test } from 'vitest'
import { narrowed } from './discriminator.ts'
import type { Written } from './schema.ts'

const ref = (name: string): Written => ({ $ref: `#/components/schemas/${name}` })
const kind = { type: 'string' }
const schemas: Record<string, Written> = {
  Cat: { type: 'object', required: ['kind'], properties: { kind, meow: { type: 'boolean' } } },
  Dog: { allOf: [ref('Base'), { type: 'object', properties: { bark: { type: 'boolean' } } }] },
  Base: { type: 'object', properties: { kind } },
  Own: { type: 'object', properties: { kind: { type: 'string', enum: ['own'] } } },
  Closed: { type: 'object', additionalProperties: false, properties: { meow: { type: 'boolean' } } },
}
const follow = (reference: string) => schemas[reference.split('/').at(-1) ?? ''] ?? {}
const union = (names: string[], mapping?: Record<string, string>): Written => ({
  oneOf: names.map(ref),
  discriminator: { propertyName: 'kind', ...(mapping && { mapping }) },
})
const narrow = (...values: string[]) => ({
  type: 'object',
  properties: { kind: { type: 'string', enum: values } },
  required: ['kind'],
})

test('without a mapping the names of schemas are the values', () => {
  expect(narrowed(union(['Cat', 'Dog']), follow).oneOf).toEqual([
    { allOf: [ref('Cat'), narrow('Cat')] },
    { allOf: [ref('Dog'), narrow('Dog')] },
  ])
})

test('a mapping names the values, by reference or by name, and several for one schema', () => {
  const mapping = { cat: '#/components/schemas/Cat', kitten: 'Cat' }
  expect(narrowed(union(['Cat', 'Dog'], mapping), follow).oneOf).toEqual([
    { allOf: [ref('Cat'), narrow('cat', 'kitten')] },
    { allOf: [ref('Dog'), narrow('Dog')] },
  ])
})

test('a branch that names its values itself, or cannot have the member, stays as it is', () => {
  const { oneOf } = narrowed(union(['Own', 'Closed'], { other: 'Own' }), follow)
  expect(oneOf).toEqual([ref('Own'), ref('Closed')])
})

test('anyOf is narrowed as well, and branches without a name are not', () => {
  const branch = { type: 'object', properties: { kind: { type: 'string', enum: ['a'] } } }
  const schema: Written = { anyOf: [ref('Cat'), branch], discriminator: { propertyName: 'kind' } }
  expect(narrowed(schema, follow).anyOf).toEqual([{ allOf: [ref('Cat'), narrow('Cat')] }, branch])
})
