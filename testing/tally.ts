// Counts the cases of a generated test, so that it cannot pass without any. Prints the seed.
import { afterAll } from 'vitest'

/** Set `SEED` in the environment to get the same random values again. */
export const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Counts by kind, and prints the counts with the seed after the file's tests. */
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
