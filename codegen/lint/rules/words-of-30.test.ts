// The rule finds words of OpenAPI 3.1 that 3.0 cannot say.
import { expect, test } from 'vitest'
import { limitsIn, withSchema } from '../testing/limits.ts'

const openapi = '3.1.0'

test.each([
  ['if', { if: { type: 'string' } }],
  ['prefixItems', { type: 'array', prefixItems: [{ type: 'string' }] }],
  ['patternProperties', { type: 'object', patternProperties: { '^a': { type: 'string' } } }],
  ['unevaluatedProperties', { type: 'object', unevaluatedProperties: false }],
  ['dependentRequired', { type: 'object', dependentRequired: { a: ['b'] } }],
  ['contains', { type: 'array', contains: { type: 'string' } }],
  ['propertyNames', { type: 'object', propertyNames: { pattern: '^a' } }],
])('finds %s', async (word, schema) => {
  expect(await limitsIn({ openapi, ...withSchema(schema) })).toEqual([
    `error contract/words-of-30 #/components/schemas/A/${word}`,
  ])
})

test('finds webhooks and mutual TLS, and accepts path items of components', async () => {
  const item = { get: { responses: { 200: { description: 'OK' } } } }
  const components = { pathItems: { P: item }, securitySchemes: { tls: { type: 'mutualTLS' } } }
  expect(await limitsIn({ openapi, components, more: { webhooks: { w: item } } })).toEqual([
    'error contract/words-of-30 #/webhooks',
    'error contract/words-of-30 #/components/securitySchemes/tls/type',
  ])
})

test('accepts what 3.0 says in other words', async () => {
  const schema = {
    type: 'object',
    properties: {
      a: { type: ['string', 'null'] },
      b: { const: 1 },
      c: { type: 'number', exclusiveMinimum: 1 },
      d: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      if: { type: 'string' },
    },
  }
  expect(await limitsIn({ openapi, ...withSchema(schema) })).toEqual([])
})
