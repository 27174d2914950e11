// A fresh process that loads one bundle and answers one event, as a cold Lambda does.
import { writeSync } from 'node:fs'
import type { Handler } from './handler.ts'

const [, , bundle = '', given = ''] = process.argv
const { event, context } = JSON.parse(given) as { event: unknown; context: unknown }

const started = performance.now()
// Sound: every app exports one. Bundled as CommonJS, this is Node's own `require`.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { handler } = require(bundle) as { handler: Handler }
void handler(event, context).then(({ statusCode }) => {
  const ms = performance.now() - started
  writeSync(1, JSON.stringify({ ms, statusCode }))
  process.exit()
})
