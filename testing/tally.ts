// Counts what a generated test has run, so that it cannot pass by running nothing; and the seed, printed.
import { afterAll } from 'vitest'

/** `SEED` in the environment runs the same random values again. */
export const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Counts by kind; printed with the seed when the file's tests are over. */
export function startTally(name: string) {
  const counts = new Map<string, number>()
  afterAll(() => {
    const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${kind} ${count}`)
    console.log(`${name}, seed ${seed}: ${lines.join(', ')}`)
  })
  return {
    add: (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1),
    counts: () => Object.fromEntries(counts),
    of: (kind: string) => counts.get(kind) ?? 0,
  }
}
