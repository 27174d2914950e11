// npm run mock: the contract's examples over HTTP. What is wrong in a request is said as the service says it.
import { enableCompileCache } from 'node:module'
import { readOptions } from '../codegen/command.ts'
import { hostToListenOn } from './address.ts'
import { setDeveloperSettingsAside } from './developer-settings.ts'
import type { GatewayAnswer } from './emulators/api-gateway/index.ts'
import { dropEmptyVariables } from './empty-variables.ts'
import { endWithNpm } from './end-with-npm.ts'
import { startPrism } from './mock/prism.ts'
import { portIn } from './port.ts'

const resetPath = '/__mock/reset'

const help = `
Usage: npm run mock [-- options]

Every operation answers with the example that Prism finds in the contract. Any token and any API key are accepted.
Requests are validated as by the service. Uploaded files stay in memory. It needs no AWS account.

  --stateful   the real operations run on the sample data, and remember. POST ${resetPath} takes the data back.
  --dynamic    answers are made from the schemas, each time others
  --help       this text

A request may ask for another answer: the header "Prefer: code=404" for that status, "Prefer: delay=2000" for a wait
of so many milliseconds.

Variables:
  MOCK_PORT    port of the mock (4010); 0 takes a free one
  LOCAL_HOST   address to listen on (127.0.0.1); 0.0.0.0 opens it to the network`

async function main() {
  const options = readOptions(help, { stateful: { type: 'boolean' }, dynamic: { type: 'boolean' } })
  if (!options) return
  const { stateful = false, dynamic = false } = options
  if (stateful && dynamic) throw new Error('--stateful answers from its data: it takes no --dynamic.')
  dropEmptyVariables()
  const port = portIn('MOCK_PORT', 4010)
  const host = hostToListenOn()
  let stop = (): void => process.exit(0)
  process
    .on('SIGTERM', () => stop())
    .on('SIGINT', () => stop())
    .on('SIGHUP', () => stop())
  endWithNpm(() => stop())

  setDeveloperSettingsAside()
  enableCompileCache()
  const { url, close } = await (stateful ? rememberingMock(host, port) : exampleMock(host, port, dynamic))
  stop = () => void close().then(() => process.exit(0))
  console.log(`The mock is ready at ${url}`)
}

async function rememberingMock(host: string, port: number) {
  const { startStatefulMock } = await import('./mock/stateful.ts')
  return startStatefulMock({ host, port, resetPath, onAnswer: tell })
}

async function exampleMock(host: string, port: number, dynamic: boolean) {
  const { startMockFront } = await import('./mock/front.ts')
  const front = await startMockFront({ host, port, onAnswer: tell })
  const { document } = await import('../server/contract.ts')
  const prism = await startPrism(document, { dynamic })
  let isStopping = false
  void prism.ended.then((reason) => {
    if (isStopping) return
    console.error(`The mock has stopped, because Prism has: ${reason}`)
    process.exit(1)
  })
  await front.answerWith(prism.url)
  const close = async () => {
    isStopping = true
    prism.close()
    await Promise.all([front.close(), prism.ended])
  }
  return { url: front.url, close }
}

const tell = ({ method, path, status, durationMs }: GatewayAnswer) =>
  console.log(`${method} ${path} ${status} in ${Math.round(durationMs)} ms`)

function explain(error: unknown): string {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Set MOCK_PORT to another one.`
  return message
}

await main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
