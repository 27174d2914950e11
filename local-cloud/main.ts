// npm start: runs the local cloud until it is told to stop.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { hostToListenOn } from './address.ts'
import { startCloud } from './cloud.ts'
import { watchAndRestart } from './watch.ts'

async function main() {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' } } })
  const port = portIn('PORT', '3000')
  const s3Port = portIn('LOCAL_S3_PORT', '0')
  if (values.watch) {
    watchAndRestart()
    return
  }

  const host = hostToListenOn()
  const dataDir = resolve(process.env.DATA_DIR ?? '.local')
  const apiKey = process.env.LOCAL_API_KEY ?? 'local-api-key'
  const { url, close } = await startCloud({ host, port, s3Port, dataDir, apiKey })

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  console.log(`Frontdesk is ready at ${url}`)
}

function portIn(name: string, otherwise: string): number {
  const { [name]: text = otherwise } = process.env
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`${name} must be a number from 0 to 65535.`)
  return port
}

function explain(error: unknown): string {
  const { code = '', message, stack = message, cause, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') {
    const name = String(port) === process.env.LOCAL_S3_PORT ? 'LOCAL_S3_PORT' : 'PORT'
    return `Port ${port} is in use. Set ${name} to another one.`
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
    return `LOCAL_HOST is ${hostToListenOn()}, and must be an address of this machine, as 127.0.0.1 or 0.0.0.0.`
  }
  if (code === 'LEVEL_LOCKED' || (cause as NodeJS.ErrnoException | undefined)?.code === 'LEVEL_LOCKED') {
    return 'The data directory is in use by another local cloud. Stop it, or set DATA_DIR to another one.'
  }
  // A mistake in the code says where it is; what somebody else can mend is said in a line.
  const isMistake = error instanceof SyntaxError || error instanceof ReferenceError || error instanceof TypeError
  return isMistake && !code.startsWith('ERR_PARSE_ARGS') ? stack : message
}

await main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
