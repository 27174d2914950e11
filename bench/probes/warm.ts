// A warm process: told by its parent, it answers one event for so long, and says what one answer took.
import type { Loaded } from './handler.ts'

type Turn = { event: unknown; context: unknown; ms: number }

const [, , bundle = ''] = process.argv
const { handler } = (await import(bundle)) as Loaded

process.on('message', ({ event, context, ms }: Turn) => {
  void (async () => {
    const end = performance.now() + ms
    const before = process.cpuUsage()
    let count = 0
    let statusCode = 0
    do {
      // Between two looks at the clock, so that it does not count.
      for (let n = 0; n < 20; n++) statusCode = (await handler(event, context)).statusCode
      count += 20
    } while (performance.now() < end)
    // Processor time, that of the garbage collector's and the compiler's threads included: what others take does not count.
    const { user, system } = process.cpuUsage(before)
    process.send?.({ microseconds: (user + system) / count, statusCode })
  })()
})
process.send?.('ready')
