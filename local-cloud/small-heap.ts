// Keeps the memory of the local cloud small: what a burst of requests leaves behind is collected soon, and not when there is
// twice as much. One process has the memory of the service and of all emulators.
import { setFlagsFromString } from 'node:v8'

/** Percent by which the heap may grow from one collection to the next. */
const growth = 20

/** `npm start` sets it: the space of new objects. Without a bound it becomes 48 MB in a burst, and stays so. */
const bound = '--max-semi-space-size'

export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  if (process.execArgv.some((option) => option.startsWith(bound))) return
  // A process that is started in another way can only keep its first space, which costs it time in each collection.
  setFlagsFromString('--semi-space-growth-factor=1')
}
