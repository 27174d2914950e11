// The rule finds patterns that are no regular expressions, at the member that has them.
import { expect, test } from 'vitest'
import { limitsIn, operation, withSchema } from '../testing/limits.ts'

test.each(['[a', '(?i)a', 'a**', '(?P<x>a)', '\\A'])('finds %s', async (pattern) => {
  const schema = { type: 'object', properties: { name: { type: 'string', pattern } } }
  expect(await limitsIn(withSchema(schema))).toEqual([
    'error contract/sound-patterns #/components/schemas/A/properties/name/pattern',
  ])
})

test('finds the pattern of a parameter, and of items of a map', async () => {
  const parameters = [{ name: 'q', in: 'query', schema: { type: 'string', pattern: '(' } }]
  const map = { type: 'object', additionalProperties: { type: 'array', items: { type: 'string', pattern: '[' } } }
  expect(await limitsIn({ paths: { '/a': { get: operation({ parameters }) } }, ...withSchema(map) })).toEqual([
    'error contract/sound-patterns #/paths/~1a/get/parameters/0/schema/pattern',
    'error contract/sound-patterns #/components/schemas/A/additionalProperties/items/pattern',
  ])
})

test.each(['^[a-z]+$', '^[\\w-.]+$', '\\_', '\\p{L}'])('accepts %s', async (pattern) => {
  expect(await limitsIn(withSchema({ type: 'string', pattern }))).toEqual([])
})

test('a member may be named pattern', async () => {
  expect(await limitsIn(withSchema({ type: 'object', properties: { pattern: { type: 'string' } } }))).toEqual([])
})
