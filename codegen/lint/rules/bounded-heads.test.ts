// The rule sums the longest parameters of an operation as they are sent.
import { expect, it } from 'vitest'
import { findings } from '../testing/findings.ts'

const added = 'things.yaml#/paths/~1things/get/parameters/2'
const operation = 'contract/bounded-heads things.yaml#/paths/~1things/get'
const parameter = (place: 'query' | 'header', schema: object) => ({
  [added]: {
    name: place === 'query' ? 'which' : 'Which',
    in: place,
    description: 'Which things.',
    schema: { type: 'string', ...schema },
  },
})

it.each([
  ['text of any characters, each with up to four escapes', 'query', { maxLength: 520 }],
  ['a negated class', 'query', { maxLength: 520, pattern: '^[^/]+$' }],
  ['a dot', 'query', { maxLength: 520, pattern: '^a.+$' }],
  ['ASCII that is escaped', 'query', { maxLength: 2100, pattern: '^[A-Z/ ]+$' }],
  ['ASCII that is not escaped', 'query', { maxLength: 6200, pattern: '^[A-Za-z0-9_-]+$' }],
  ['a header', 'header', { maxLength: 6200 }],
] as const)('finds %s', async (_, place, schema) => {
  expect(await findings(parameter(place, schema))).toEqual([operation])
})

it.each([
  ['text of any characters', 'query', { maxLength: 250 }],
  ['ASCII that is escaped', 'query', { maxLength: 1000, pattern: '^[A-Z/ ]+$' }],
  ['ASCII that is not escaped', 'query', { maxLength: 3000, pattern: '^[A-Za-z0-9._-]+$' }],
  ['a header', 'header', { maxLength: 3000 }],
] as const)('accepts %s', async (_, place, schema) => {
  expect(await findings(parameter(place, schema))).toEqual([])
})
