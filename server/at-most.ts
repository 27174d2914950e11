// Limits how many pieces of work run at a time. The others wait, in the order in which they came.

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

export function atMost(limit: number): InTurn {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    // The piece that ends hands its place to the next one, so that no later one can take it.
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
