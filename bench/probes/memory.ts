// A fresh process that answers many events in turn, and says how much memory it then has.
import { writeSync } from 'node:fs'
import type { Loaded } from './handler.ts'

const [, , bundle = '', given = '', times = ''] = process.argv
const { events, context } = JSON.parse(given) as { events: unknown[]; context: unknown }
const { handler } = (await import(bundle)) as Loaded

for (let n = 0; n < Number(times); n++) await handler(events[n % events.length], context)
writeSync(1, JSON.stringify({ mb: process.memoryUsage.rss() / 1e6 }))
process.exit()
