import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLargerThan } from './size.ts'

test('the size is that of the indented text, to the byte', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const bytes = Buffer.byteLength(JSON.stringify(value, undefined, 2))
      expect(isLargerThan(bytes, value)).toBe(false)
      expect(isLargerThan(bytes - 1, value)).toBe(true)
    }),
  )
})

test('a value whose indented text no string could hold is measured too', () => {
  let value: unknown = Array.from({ length: 50_000 }, () => Array.from({ length: 20 }, () => 1))
  for (let depth = 0; depth < 900; depth += 1) value = [value]
  expect(() => JSON.stringify(value, undefined, 2)).toThrow(RangeError)
  expect(isLargerThan(1_000_000, value)).toBe(true)
})
