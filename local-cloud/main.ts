// npm start: runs the local cloud until it is told to stop.
import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { readOptions } from '../codegen/command.ts'
import { title } from '../generated/names.ts'
import { apiKeysIn } from './api-keys.ts'
import { hostToListenOn } from './address.ts'
import { callbackUrlsIn } from './emulators/cognito/clients.ts'
import { defaultPort } from './emulators/cognito/pool.ts'
import { setDeveloperSettingsAside } from './developer-settings.ts'
import { dropEmptyVariables } from './empty-variables.ts'
import { endWithNpm } from './end-with-npm.ts'
import { logFormat, writeReadableLog } from './log-lines.ts'
import { portIn } from './port.ts'
import { describeRunning } from './running.ts'
import { keepHeapSmall } from './small-heap.ts'
import { storageProblem } from './storage-problem.ts'
import { firstProblem, holdReports, releaseReports } from './storage-report.ts'
import { leaveOutUnusedModules } from './unused-modules.ts'

const help = `
Usage: npm start [-- options]

Runs the API on this machine, with emulators of the AWS services behind it. It ends with Ctrl+C, or with npm.

  --watch      generates and restarts when the contract or the code is saved; prints type errors of what was saved;
               an operation without a function answers 501
  --examples   with --watch: such an operation answers the contract's example
  --help       this text

Variables:
  PORT                        port of the API (3000); 0 takes a free one
  DATA_DIR                    where the data and the signing key are kept (.local)
  LOCAL_HOST                  address to listen on (127.0.0.1); 0.0.0.0 opens it to the network
  LOCAL_S3_PORT               port of the S3 emulator (0, a free one)
  LOCAL_COGNITO_PORT          port of the sign-in, part of the tokens' issuer (4020); 0 takes a free one
  LOCAL_CALLBACK_URLS         where a sign-in may return to, separated by commas, besides http://localhost and
                              http://127.0.0.1 with any port and path
  LOCAL_API_KEY               the accepted API key (local-api-key)
  LOCAL_API_KEYS              more keys, each of a consumer: acme=its-key,acme=its-next-key,shop=another-key
  LOCAL_AWS_PORT              port of an address for --endpoint of keys, migrate, people and replay; without it, none
  LOCAL_SCHEDULE_SECONDS      seconds between the schedule's starts of the workflow; 0 turns it off
  LOCAL_PIPE_WINDOW_SECONDS   seconds for which the pipe gathers records (0)
  LOG_FORMAT                  json or pretty; without it, pretty for a terminal
  LOG_LEVEL                   least level that is logged (INFO)
  BEDROCK_MODEL_ID            the assistant's model (local.emulator); local.fail, local.hostile and others try
                              failures: docs/assistant.md`

keepHeapSmall()
dropEmptyVariables()
const dataDir = resolve(process.env.DATA_DIR ?? '.local')

async function main() {
  const options = readOptions(help, {
    watch: { type: 'boolean' },
    examples: { type: 'boolean' },
    // For --watch alone, which starts this program again: the process waits for its turn.
    watched: { type: 'boolean' },
  })
  if (!options) return
  const port = portIn('PORT', 3000)
  const s3Port = portIn('LOCAL_S3_PORT', 0)
  const cognitoPort = portIn('LOCAL_COGNITO_PORT', defaultPort)
  const callbackUrls = callbackUrlsIn(process.env.LOCAL_CALLBACK_URLS)
  const { examples = false, watched = false } = options
  if (examples && !options.watch && !watched) throw new Error('--examples needs --watch.')
  const isReadable = logFormat() === 'pretty'
  if (options.watch) {
    const { watchAndRestart } = await import('./watch.ts')
    watchAndRestart({ dataDir, examples })
    return
  }

  if (isReadable) writeReadableLog()
  let close = () => Promise.resolve()
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void close().then(() => process.exit(0))
  }
  endWithNpm(stop)
  const host = hostToListenOn()
  const apiKey = process.env.LOCAL_API_KEY ?? 'local-api-key'
  const apiKeys = apiKeysIn(apiKey, process.env.LOCAL_API_KEYS)
  const accountPort = process.env.LOCAL_AWS_PORT === undefined ? undefined : portIn('LOCAL_AWS_PORT', 0)
  // For a process that was started without start.js, as by a debugger.
  enableCompileCache()
  // Before the imports: Powertools sets a variable of this kind itself.
  const ignored = setDeveloperSettingsAside()
  leaveOutUnusedModules()
  const { startCloud } = await import('./cloud.ts')
  const watch = watched ? await import('./watch/watched.ts') : undefined
  await watch?.waitForTurn()
  holdReports()
  const cloud = await startCloud({
    ...{ host, port, s3Port, cognitoPort, callbackUrls, dataDir, apiKey, apiKeys, accountPort },
    ...(watched && { unwritten: { examples } }),
  })
  releaseReports()
  close = cloud.close
  process.on('SIGTERM', stop).on('SIGINT', stop).on('SIGHUP', stop)
  if (ignored.length > 0) console.log(`The emulators ignore these settings of yours: ${ignored.join(', ')}.`)
  console.log(`${title} is ready at ${cloud.url}`)
  watch?.tell('ready')
}

/** The variable that has set the port. */
function variableOf(port: string): string {
  const { PORT = '3000', LOCAL_S3_PORT, LOCAL_COGNITO_PORT = String(defaultPort) } = process.env
  if (port === process.env.LOCAL_AWS_PORT && port !== PORT) return 'LOCAL_AWS_PORT'
  if (port === LOCAL_S3_PORT) return 'LOCAL_S3_PORT'
  return port === LOCAL_COGNITO_PORT && port !== PORT ? 'LOCAL_COGNITO_PORT' : 'PORT'
}

async function explain(error: unknown): Promise<string> {
  const { code = '', message, stack = message, cause, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Set ${variableOf(String(port))} to another one.`
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
    return `LOCAL_HOST is ${hostToListenOn()}, and must be an address of this machine, as 127.0.0.1 or 0.0.0.0.`
  }
  if (code === 'LEVEL_LOCKED' || (cause as NodeJS.ErrnoException | undefined)?.code === 'LEVEL_LOCKED') {
    const other = await describeRunning(dataDir)
    const which = other === undefined ? '' : ` (${other})`
    return `The data directory is in use by another local cloud${which}. Stop it, or set DATA_DIR to another one.`
  }
  const problem = firstProblem() ?? storageProblem(error, `a file in ${dataDir}`)
  if (problem !== undefined) return `${problem} Then start again.`
  // A mistake in the code needs its place. Everything else is explained by its message.
  const isMistake = error instanceof SyntaxError || error instanceof ReferenceError || error instanceof TypeError
  if (isMistake && !code.startsWith('ERR_PARSE_ARGS')) return stack
  return process.argv.includes('--watched') ? `${message}${thrownAt(stack)}` : message
}

/** The first place of a stack: whoever has just saved the code looks for it. */
const thrownAt = (stack: string) => /\n +at .*/.exec(stack)?.[0] ?? ''

await main().catch(async (error: unknown) => {
  console.error(await explain(error))
  process.exit(1)
})
