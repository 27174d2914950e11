// How many pieces of work run at a time, and in which order the others follow.
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atMost } from './at-most.ts'

test('the limit is never passed, each piece has its turn in order, and a failure gives its place back', async () => {
  const inTurn = atMost(3)
  const begun: number[] = []
  let running = 0
  let most = 0
  const work = (n: number) => async () => {
    begun.push(n)
    most = Math.max(most, (running += 1))
    await setImmediate()
    running -= 1
    if (n % 2) throw new Error(String(n))
    return n
  }
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => inTurn(work(n))))
  expect(most).toBe(3)
  expect(begun).toEqual(Array.from({ length: 20 }, (_, n) => n))
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(10)
  expect(await inTurn(work(2))).toBe(2)
})
