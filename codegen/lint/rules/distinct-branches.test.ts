// The rule finds a oneOf of which each branch is repeated.
import { expect, test } from 'vitest'
import { limitsIn, withSchema } from '../testing/limits.ts'

const base = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } }

const text = (description: string) => ({ type: 'object', properties: { a: { type: 'string', description } } })

test.each<[string, unknown[]]>([
  ['twice the same', [text('One.'), text('One.')]],
  ['twice the same, in other words', [text('One.'), text('Other.')]],
  ['a reference twice', [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/B' }]],
  ['a schema and its copy', [{ $ref: '#/components/schemas/B' }, base]],
  ['two pairs', [{ type: 'string' }, { type: 'integer' }, { type: 'string' }, { type: 'integer' }]],
])('finds a oneOf of %s', async (_, oneOf) => {
  const found = 'contract/distinct-branches #/components/schemas/A/oneOf'
  expect(await limitsIn(withSchema({ oneOf }, { B: base }))).toEqual([`error ${found}`])
  expect(await limitsIn(withSchema({ oneOf }, { B: base }), 'carried')).toEqual([`warn ${found}`])
})

test.each<[string, object]>([
  ['one branch', { oneOf: [base] }],
  ['a branch that no other repeats', { oneOf: [{ type: 'string' }, { type: 'string' }, { type: 'integer' }] }],
  ['an anyOf', { anyOf: [base, base] }],
])('accepts %s', async (_, schema) => {
  expect(await limitsIn(withSchema(schema, { B: base }))).toEqual([])
})
