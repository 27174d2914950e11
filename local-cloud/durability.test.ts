// What a kill, or an end in the middle of executions, leaves behind. `npm run test:long` does the same more often.
import { expect, test } from 'vitest'
import { endRounds, killRounds } from '../testing/rounds.ts'

const timeout = 120_000

test(
  'after three kills under a load of writes, lists and items agree, and nothing acknowledged is lost',
  { timeout },
  async () => {
    const { faults, acknowledged } = await killRounds(3)
    expect(faults).toEqual([])
    expect(acknowledged).toBeGreaterThanOrEqual(75)
  },
)

test('SIGTERM in the middle of executions ends it cleanly, three times', { timeout }, async () => {
  const { faults, executions } = await endRounds(3)
  expect(faults).toEqual([])
  expect(executions).toBeGreaterThan(3)
})
