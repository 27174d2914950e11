// npm start: runs the local cloud until it is told to stop.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startCloud } from './cloud.ts'
import { watchAndRestart } from './watch.ts'

async function main() {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' } } })
  const { PORT = '3000' } = process.env
  const port = Number(PORT)
  if (!/^\d+$/.test(PORT) || port > 65_535) throw new Error('PORT must be a number from 0 to 65535.')
  if (values.watch) {
    watchAndRestart()
    return
  }

  const dataDir = resolve(process.env.DATA_DIR ?? '.local')
  const apiKey = process.env.LOCAL_API_KEY ?? 'local-api-key'
  const { url, close } = await startCloud({ port, dataDir, apiKey })

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  console.log(`Frontdesk is ready at ${url}`)
}

function explain(error: unknown): string {
  const { code, message, stack = message, cause } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return `Port ${process.env.PORT ?? '3000'} is in use. Set PORT to another one.`
  if (code === 'LEVEL_LOCKED' || (cause as NodeJS.ErrnoException | undefined)?.code === 'LEVEL_LOCKED') {
    return 'The data directory is in use by another local cloud. Stop it, or set DATA_DIR to another one.'
  }
  // A mistake in the code says where it is; what somebody else can mend is said in a line.
  const isMistake = error instanceof SyntaxError || error instanceof ReferenceError || error instanceof TypeError
  return isMistake && !code?.startsWith('ERR_PARSE_ARGS') ? stack : message
}

await main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
