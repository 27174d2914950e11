// Priming: what the first request would wait for, done while Lambda starts the function with a full processor. It cannot
// fail a start, nor hold it up for long.
import { validators } from '../generated/validators/index.ts'

/** Lambda gives a start ten seconds. Cognito and DynamoDB answer in tens of milliseconds. */
const longestMilliseconds = 2000

type Primed = {
  /** Fetches the keys of the user pool. */
  primeKeys: () => Promise<void>
  /** Opens the connection that the first request needs, with one read. */
  primeTables: () => Promise<unknown>
}

export async function prime({ primeKeys, primeTables }: Primed): Promise<void> {
  const work = Promise.allSettled([
    primeKeys(),
    primeTables(),
    ...Array.from(new Set<() => Promise<unknown>>(Object.values(validators)), (load) => load()),
  ])
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((resolve) => (timer = setTimeout(resolve, longestMilliseconds)))
  await Promise.race([work, late])
  clearTimeout(timer)
}
