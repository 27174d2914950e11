// The rule finds integers that JavaScript cannot tell from their neighbours.
import { expect, test } from 'vitest'
import { limitsIn, withSchema } from '../testing/limits.ts'

const at = (place: string) => `error contract/safe-numbers #/components/schemas/A/${place}`

test.each([
  ['maximum', { maximum: 9223372036854775807n }],
  ['minimum', { minimum: -9223372036854775808n }],
  ['default', { default: 9007199254740993n }],
  ['example', { example: 9007199254740992n }],
  ['enum/1', { enum: [1n, 9007199254740993n] }],
])('finds it in %s', async (place, keywords) => {
  const schema = JSON.parse(
    JSON.stringify({ type: 'integer', ...keywords }, (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    ),
  ) as object
  expect(await limitsIn(withSchema(schema))).toEqual([at(place)])
  expect(await limitsIn(withSchema(schema), 'carried')).toEqual([at(place).replace('error', 'warn')])
})

test('accepts exact ones, fractions, and texts of digits', async () => {
  const exact = { type: 'integer', format: 'int64', minimum: -9007199254740991, maximum: 9007199254740991 }
  const text = { type: 'string', example: '9223372036854775807' }
  expect(await limitsIn(withSchema(exact, { B: { type: 'number', maximum: 0.1 }, C: text }))).toEqual([])
})
