// The memory of this process after everything that nobody needs has been collected.
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
// Safe cast: with this option every context has the function.
const collect = runInNewContext('gc') as () => void

export async function memoryInUse() {
  // A function that has just returned may still have its values on the stack.
  await setImmediate()
  // A collection that has begun before finds what was in use then. The next one finds the rest.
  for (let collections = 0; collections < 2; collections += 1) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { heapUsed, arrayBuffers }
}
