// A pace: so many turns a second, evenly, however many wait for one.
import { setTimeout as sleep } from 'node:timers/promises'

const second = 1000

/** Returns a function that resolves when the next turn may begin. */
export function createPace(perSecond: number, now = () => performance.now()) {
  const gap = second / perSecond
  let next = now()
  return async () => {
    const turn = Math.max(next, now())
    next = turn + gap
    const wait = turn - now()
    if (wait > 0) await sleep(wait)
  }
}
