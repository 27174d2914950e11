// `npm run test:dynamodb-local`: the server's tests once more, on Amazon's DynamoDB Local. Nothing is downloaded.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { freePort } from './free-port.ts'

const jar = process.env.DYNAMODB_LOCAL_JAR
const how = 'docs/development.md says how to get it.'
const mainClass = 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner'

const help = `Usage: npm run test:dynamodb-local [-- files]

Runs the server's tests, or only these files, against Amazon's DynamoDB Local. It needs Java 17, and
DYNAMODB_LOCAL_JAR in the environment: the path of DynamoDBLocal.jar. ${how}

  --help     this text`

const { values, positionals: files } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true })
if (values.help) {
  console.log(help)
  process.exit(0)
}

if (!jar) fail(`DYNAMODB_LOCAL_JAR must be the path of DynamoDBLocal.jar. ${how}`)
const library = join(dirname(jar), 'DynamoDBLocal_lib')
if (!existsSync(jar)) fail(`There is no ${jar}. ${how}`)
if (!existsSync(library)) fail(`There is no ${library}, which must be beside the jar. ${how}`)
if (spawnSync('java', ['-version']).error) fail('DynamoDB Local needs Java 17. There is no java in the PATH.')

const port = await freePort()
const java = spawn(
  'java',
  [
    `-Djava.library.path=${library}`,
    ...['-cp', [jar, join(library, '*')].join(delimiter), mainClass],
    ...['-inMemory', '-port', String(port)],
  ],
  // It writes a file into its working directory.
  { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'inherit'] },
)
process.on('exit', () => java.kill())
const url = `http://127.0.0.1:${port}`
await answering(url)

const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
const tests = spawn(process.execPath, [vitest, 'run', ...(files.length > 0 ? files : ['server/'])], {
  env: { ...process.env, DYNAMODB_LOCAL_URL: url },
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tests.kill(signal))
tests.on('exit', (code) => process.exit(code ?? 1))

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

async function answering(address: string) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (java.exitCode !== null) fail('DynamoDB Local has ended. Its message is above.')
    const answered = await fetch(address).then(
      () => true,
      () => false,
    )
    if (answered) return
    await setTimeout(200)
  }
  fail('DynamoDB Local does not answer.')
}
