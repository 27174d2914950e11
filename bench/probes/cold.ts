// A fresh process that loads one bundle and answers one event, as a cold Lambda does.
import { writeSync } from 'node:fs'
import type { Loaded } from './handler.ts'

const [, , bundle = '', given = ''] = process.argv
const { event, context } = JSON.parse(given) as { event: unknown; context: unknown }

const started = performance.now()
const { handler } = (await import(bundle)) as Loaded
const { statusCode } = await handler(event, context)
const ms = performance.now() - started
writeSync(1, JSON.stringify({ ms, statusCode }))
process.exit()
