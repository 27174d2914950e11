// What a kill, or an end in the middle of executions, leaves behind. `npm run test:long` does the same more often.
import { expect, test } from 'vitest'
import { endRounds, killRounds } from '../testing/rounds.ts'

const timeout = 120_000

test(
  'after two kills under a load of writes, lists and items agree, and nothing acknowledged is lost',
  { timeout },
  async () => {
    const { faults, acknowledged } = await killRounds(2)
    expect(faults).toEqual([])
    expect(acknowledged).toBeGreaterThanOrEqual(50)
  },
)

test('SIGTERM in the middle of executions ends it cleanly, twice', { timeout }, async () => {
  const { faults, executions } = await endRounds(2)
  expect(faults).toEqual([])
  expect(executions).toBeGreaterThan(2)
})
