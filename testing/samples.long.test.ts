// The samples of the docs as printed: every operation by curl and by the SDK, against the mock and against the local cloud.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withCodeSamples } from '../codegen/docs/code-samples.ts'
import { issueAccessToken, issueIdToken } from '../local-cloud/emulators/cognito/index.ts'
import { model } from '../local-cloud/model.ts'
import { projectRoot } from './compile.ts'
import { createDataDir, runCloud, type CloudProcess } from './local-cloud.ts'
import { endMock, readyAt, spawnMock, type MockProcess } from './mock.ts'

const run = promisify(execFile)
type Sampled = Record<string, { 'x-codeSamples'?: { label: string; source: string }[] }>

const { paths } = withCodeSamples(model)
const sampleOf = (label: string) =>
  model.operations.flatMap((operation) => {
    // Safe cast: the methods of a path hold operations.
    const { 'x-codeSamples': samples = [] } = (paths[operation.path] as unknown as Sampled)[operation.method] ?? {}
    const source = samples.find((sample) => sample.label === label)?.source
    return source === undefined ? [] : [{ operation, source }]
  })
const [curl, sdk] = [sampleOf('curl'), sampleOf('SDK')]
const [server] = model.servers

let folder: string
let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let mock: MockProcess
const addresses: Record<string, string> = {}
let env: NodeJS.ProcessEnv
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'))
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path } })
  mock = spawnMock()
  Object.assign(addresses, { mock: await readyAt(mock), cloud: await cloud.ready() })
  const TOKEN = issueIdToken(data.key, { user: 'alice', expiresIn: 3600 })
  env = { ...process.env, TOKEN, API_KEY: 'local-api-key' }
})
afterAll(async () => {
  await Promise.all([cloud.kill(), endMock(mock)])
  await Promise.all([data.remove(), rm(folder, { recursive: true })])
})

const at = (source: string, address: string) => source.replaceAll(server?.url ?? '', address)

test('every operation has a sample by curl, and every one of the SDK a sample by the SDK', () => {
  expect(curl).toHaveLength(model.operations.length)
  const left = model.operations.filter(({ sdk: { omit } }) => !omit).map(({ operationId }) => operationId)
  expect(sdk.map(({ operation }) => operation.operationId)).toEqual(left)
})

/** The items of the examples are in the mock alone. */
const accepted = (where: string, path: string) =>
  where === 'cloud' && path.includes('{') ? /^(2\d\d|404)$/ : /^2\d\d$/

test.each(['mock', 'cloud'])('each command of curl works against the %s', { timeout: 120_000 }, async (where) => {
  const show = `curl() { command curl -o /dev/null -w '%{http_code}\\n' "$@"; }`
  const protocol = issueAccessToken(data.key, { scope: model.scopes.join(' '), expiresIn: 3600 })
  const lines = curl.map(({ source, operation }) =>
    // A protocol takes access tokens alone.
    operation.protocol
      ? `TOKEN='${protocol}'\n${at(source, addresses[where] ?? '')}`
      : at(source, addresses[where] ?? ''),
  )
  const script = [show, ...lines.map((line) => `(${line}\n)`)].join('\n')
  const { stdout } = await run('sh', ['-euc', script], { env })
  const statuses = stdout.match(/^\d{3}$/gm) ?? []
  expect(statuses).toHaveLength(curl.length)
  const failed = curl.flatMap(({ operation: { operationId, path } }, index) =>
    accepted(where, path).test(statuses[index] ?? '') ? [] : [`${operationId} ${statuses[index] ?? ''}`],
  )
  expect(failed).toEqual([])
})

/** Runs each program in one process, and prints `ok`, or the error's status. */
const runner = (modules: string[]) => `
const print = console.log
console.log = () => undefined
for (const file of ${JSON.stringify(modules)}) {
  await import(file).then(() => print('ok'), (error) => print(String(error.status ?? error).replaceAll('\\n', ' ')))
}
`

test.each(['mock', 'cloud'])('each program of the SDK works against the %s', { timeout: 120_000 }, async (where) => {
  const entries = await Promise.all(
    sdk.map(async ({ source, operation: { operationId } }) => {
      const file = join(folder, `${where}-${operationId}.ts`)
      await writeFile(file, at(source, addresses[where] ?? ''))
      return file
    }),
  )
  await build({
    entryPoints: entries,
    bundle: true,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    alias: { '@frontdesk/client-sdk': join(projectRoot, 'client-sdk/src/index.ts') },
  })
  await writeFile(join(folder, 'run.mjs'), runner(entries.map((file) => file.replace(/\.ts$/, '.mjs'))))
  const { stdout } = await run('node', [join(folder, 'run.mjs')], { env })
  const failed = stdout
    .trim()
    .split('\n')
    .flatMap((line, index) => {
      const { operationId = '', path = '' } = sdk[index]?.operation ?? {}
      return line === 'ok' || (line === '404' && accepted(where, path).test('404')) ? [] : [`${operationId}: ${line}`]
    })
  expect(failed).toEqual([])
  expect(stdout.trim().split('\n')).toHaveLength(sdk.length)
})
