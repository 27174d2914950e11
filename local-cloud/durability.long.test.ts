// Thirty kills under a load of writes, and fifty ends in the middle of executions. `npm run test:long` runs this file.
import { expect, test } from 'vitest'
import { endRounds, killRounds } from '../testing/rounds.ts'

const timeout = 60_000

/** Several directories: the check after each kill reads everything that a directory has. */
test.each([1, 2, 3, 4, 5, 6])('data directory %i: five kills, and nothing is lost', { timeout }, async () => {
  const { faults, ...figures } = await killRounds(5)
  console.log(figures)
  expect(faults).toEqual([])
  expect(figures.acknowledged).toBeGreaterThanOrEqual(125)
})

test.each([1, 2, 3, 4, 5])('data directory %i: ten ends, and each is clean', { timeout }, async () => {
  const { faults, executions } = await endRounds(10)
  console.log({ executions })
  expect(faults).toEqual([])
  expect(executions).toBeGreaterThan(10)
})
