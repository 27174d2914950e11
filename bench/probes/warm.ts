// A warm process: told by its parent, it answers one event for so many milliseconds, and says how long one answer took.
import type { Loaded } from './handler.ts'

type Turn = { event: unknown; context: unknown; ms: number }

const [, , bundle = ''] = process.argv
const { handler } = (await import(bundle)) as Loaded

process.on('message', ({ event, context, ms }: Turn) => {
  void (async () => {
    const started = performance.now()
    let count = 0
    do {
      // Between two looks at the clock, so that it does not count.
      for (let n = 0; n < 20; n++) await handler(event, context)
      count += 20
    } while (performance.now() - started < ms)
    process.send?.({ microseconds: ((performance.now() - started) * 1000) / count })
  })()
})
process.send?.('ready')
