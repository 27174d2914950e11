// Keeps the memory of the local cloud small: what a burst of requests leaves behind is collected soon, and not when there is
// twice as much. One process has the memory of the service and of all emulators.
import { setFlagsFromString } from 'node:v8'

/** Percent by which the heap may grow from one collection to the next. */
const growth = 20

export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  // New objects keep their first space. Otherwise it becomes 48 MB in a burst, and stays so.
  setFlagsFromString('--semi-space-growth-factor=1')
}
