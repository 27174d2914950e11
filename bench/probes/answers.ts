// A process that answers many events, and says how.
import { writeSync } from 'node:fs'
import type { Answer, Loaded } from './handler.ts'

const [, , bundle = '', given = ''] = process.argv
const { events, context } = JSON.parse(given) as { events: unknown[]; context: unknown }
const { handler } = (await import(bundle)) as Loaded

const answers: (Answer | undefined)[] = []
for (const event of events) answers.push(await handler(event, context).catch(() => undefined))
writeSync(1, JSON.stringify({ answers }))
process.exit()
