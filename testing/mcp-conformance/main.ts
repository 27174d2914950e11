// npm run mcp:conformance: the suite and the inspector of the protocol judge the MCP endpoint of a local cloud.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readOptions } from '../../codegen/command.ts'
import { createDataDir, runCloud } from '../local-cloud.ts'
import { bothScopes } from '../mcp.ts'
import { startTokenProxy } from './token-proxy.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

export const revisions = ['2026-07-28', '2025-11-25'] as const
/** As the inspector calls them. */
export const eras = ['legacy', 'modern'] as const

export type Revision = (typeof revisions)[number]

/** Which checks of each scenario passed, and which did not. */
export type Checks = Record<string, { passed: string[]; failed: string[] }>

/** `summary`: the suite's last lines, which name what is not in the baseline. */
export type Verdict = { code: number | null; checks: Checks; summary: string }

const packageFile = (path: string) => join(folder, 'node_modules/@modelcontextprotocol', path)

type Manifest = { version?: string; dependencies?: Record<string, string> }

const manifestIn = async (directory: string) =>
  // Safe cast: npm writes and reads these files.
  JSON.parse(await readFile(join(directory, 'package.json'), 'utf8').catch(() => '{}')) as Manifest

/** Installs the judges from their lock file. They have some 200 packages, so they stay out of the main install. */
export async function installJudges(): Promise<void> {
  const { dependencies = {} } = await manifestIn(folder)
  const present = await Promise.all(
    Object.keys(dependencies).map((name) => manifestIn(join(folder, 'node_modules', name))),
  )
  if (Object.values(dependencies).every((version, index) => present[index]?.version === version)) return
  const options = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await promisify(execFile)('npm', options)
}

/** Runs `work` against a local cloud, through a proxy that adds a token with all scopes. */
export async function withService<T>(work: (service: { url: string; token: string }) => Promise<T>): Promise<T> {
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path } })
  try {
    const token = data.accessToken(bothScopes)
    const proxy = await startTokenProxy(await cloud.ready(), token)
    return await work({ url: proxy.url, token }).finally(proxy.close)
  } finally {
    await cloud.kill()
    await data.remove()
  }
}

async function runJudge(script: string, args: string[]) {
  // The inspector keeps files in the home directory.
  const home = await mkdtemp(join(tmpdir(), 'mcp-judge-'))
  const env = { ...process.env, HOME: home, USERPROFILE: home }
  const child = spawn(process.execPath, [packageFile(script), ...args], { cwd: folder, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
  await once(child, 'close')
  await rm(home, { recursive: true })
  return { code: child.exitCode, output }
}

/** Exit code 0: exactly the checks of the baseline fail. */
export async function judge(url: string, revision: Revision): Promise<Verdict> {
  const directory = await mkdtemp(join(tmpdir(), 'mcp-conformance-'))
  const baseline = join(folder, `baseline-${revision}.yaml`)
  const asked = ['server', '--url', `${url}/mcp`, '--requirements', revision]
  const options = ['--expected-failures', baseline, '-o', directory]
  const { code, output } = await runJudge('conformance/dist/index.js', [...asked, ...options])
  const checks = await readChecks(directory)
  await rm(directory, { recursive: true })
  const summary = output.slice(Math.max(0, output.indexOf('=== SUMMARY ===')))
  return { code, checks, summary }
}

type Check = { id: string; status: string }

/** Each scenario has a folder: `server-<scenario>-<time>`. */
async function readChecks(directory: string): Promise<Checks> {
  const folders = await readdir(directory)
  const entries = folders.map(async (name): Promise<[string, Checks[string]]> => {
    const found = JSON.parse(await readFile(join(directory, name, 'checks.json'), 'utf8')) as Check[]
    const isBad = ({ status }: Check) => status === 'FAILURE' || status === 'WARNING'
    const failed = found.filter(isBad).map(({ id }) => id)
    const passed = found.filter(({ status }) => status === 'SUCCESS').map(({ id }) => id)
    return [name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, ''), { passed, failed }]
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Lists the tools as the inspector does, which knows the schemas that clients refuse. */
export async function inspect(url: string, token: string, era: (typeof eras)[number]) {
  const target = ['--cli', '--server-url', `${url}/mcp`, '--transport', 'http']
  const headers = ['--header', `Authorization: Bearer ${token}`]
  const asked = ['--method', 'tools/list', '--strict', '--protocol-era', era]
  return runJudge('inspector/clients/launcher/build/index.js', [...target, ...headers, ...asked])
}

const help = `Usage: npm run mcp:conformance [-- options]

Installs the conformance suite and the inspector of the Model Context Protocol into testing/mcp-conformance. Starts a local cloud and
lets both judge its MCP endpoint. Exits 0 when exactly the checks in the baselines fail: those need tools that only a test server
has, or features that the service does not declare.

  --verbose   prints the summaries of the suite
  --help      this text
`

async function main() {
  const values = readOptions(help, { verbose: { type: 'boolean' } })
  if (!values) return
  await installJudges()
  await withService(async ({ url, token }) => {
    for (const revision of revisions) {
      const { code, checks, summary } = await judge(url, revision)
      const count = (kind: 'passed' | 'failed') => Object.values(checks).flatMap((scenario) => scenario[kind]).length
      console.log(`${revision}: ${count('passed')} checks pass, ${count('failed')} fail; exit code ${code}`)
      if (values.verbose || code !== 0) console.log(summary)
      if (code !== 0) process.exitCode = 1
    }
    for (const era of eras) {
      const { code, output } = await inspect(url, token, era)
      console.log(`mcp-inspector --method tools/list --strict --protocol-era ${era}: exit code ${code}`)
      if (code === 0) continue
      console.log(output)
      process.exitCode = 1
    }
  })
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
