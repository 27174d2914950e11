// As contracts.test.ts, with 300 contracts.
import { expect, test } from 'vitest'
import { tryRandom } from '../testing/try-random.ts'

const seeds = Array.from({ length: 10 }, (_, at) => 100 + at)

test.each(seeds)('thirty contracts of seed %d', { timeout: 600_000 }, async (seed) => {
  const { failures, unclear, operations } = await tryRandom(seed, 30)
  expect(failures).toEqual([])
  expect(unclear).toEqual([])
  expect(operations).toBeGreaterThan(50)
})
