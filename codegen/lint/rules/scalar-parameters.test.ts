// The rule finds parameters that the server could not read, also when their schema is shared.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const added = 'things.yaml#/paths/~1things~1{thingId}/get/parameters/1'
const schemas = {
  boolean: { type: 'boolean' },
  number: { type: 'number', format: 'double', minimum: 0, maximum: 1 },
  integer: { type: 'integer', minimum: 0, maximum: 1 },
  array: { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 1, description: 'One.' } },
}
const parameter = (place: string, schema: object) => ({
  name: place === 'query' ? 'which' : 'Which',
  in: place,
  description: 'Which things.',
  schema,
})

it.each(['boolean', 'number', 'array'] as const)('finds the type %s in a query', async (type) => {
  expect(await findings({ [added]: parameter('query', schemas[type]) })).toEqual([
    `contract/scalar-parameters ${added}/schema/type`,
  ])
})

it('finds an integer in a header and in a path', async () => {
  expect(await findings({ [added]: parameter('header', schemas.integer) })).toEqual([
    `contract/scalar-parameters ${added}/schema/type`,
  ])
  expect(await findings({ 'things.yaml#/parameters/nameInPath/schema': schemas.integer })).toEqual([
    'contract/scalar-parameters things.yaml#/parameters/nameInPath/schema/type',
  ])
})

it('finds the type of a schema that is referred to, and accepts an integer in a query', async () => {
  const which = 'things.yaml#/schemas/Which'
  const shared = parameter('query', { $ref: '#/schemas/Which' })
  const described = { description: 'Which things.' }
  expect(await findings({ [which]: { ...schemas.boolean, ...described }, [added]: shared })).toEqual([
    `contract/scalar-parameters ${which}/type`,
  ])
  expect(await findings({ [which]: { ...schemas.integer, ...described }, [added]: shared })).toEqual([])
})
