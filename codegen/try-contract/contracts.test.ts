// Contracts made at random work: they generate, type-check, and their requests get the right verdicts.
import { expect, test } from 'vitest'
import { tryRandom } from '../testing/try-random.ts'

test('five contracts', { timeout: 120_000 }, async () => {
  const { failures, unclear, operations } = await tryRandom(7, 5)
  expect(failures).toEqual([])
  expect(unclear).toEqual([])
  expect(operations).toBeGreaterThan(8)
})
