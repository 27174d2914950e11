// npm run test:python: makes the Python package, checks its types, and tries its promises against a local cloud.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startFlakyProxy } from '../../../client-sdk/testing/flaky-proxy.ts'
import { issueIdToken } from '../../../local-cloud/emulators/cognito/index.ts'
import { createDataDir, runCloud } from '../../../testing/local-cloud.ts'
import { readOptions } from '../../command.ts'
import { projectRoot } from '../../contract.ts'
import { pythonWith, usualPythons } from '../python.ts'
import { names, unreadable, writeContract } from './contracts.ts'
import { writeExercise, writePage, writeSamples } from './programs.ts'

const help = `
Usage: npm run test:python -- [options]

Makes the Python package, and a second one under another name, checks both with mypy --strict, and tries the first one
against a local cloud. npm run sdk:python -- --help says what it needs.

  --python <file>   the Python that has the requirements (default: .local/python/bin/python, else python3)
  --help            this text`

const run = promisify(execFile)

const apiKey = 'a-key-of-the-exercise'

async function main() {
  const values = readOptions(help, { python: { type: 'string' } })
  if (!values) return
  const python = await pythonWith(values.python === undefined ? usualPythons : [values.python])
  const folder = await mkdtemp(join(tmpdir(), 'python-sdk-'))
  const checks: [name: string, work: () => Promise<string>][] = [
    ['the package is made, and its types are right', () => typed(python, join(folder, 'own'), [])],
    ['so is one under another name', () => typed(python, join(folder, 'other'), ['--name', 'Acme Desk'])],
    ['so is one whose parameters have the names of options', () => another(python, folder)],
    ['a contract that the generator cannot read ends it', () => refused(python, folder)],
    ['the types of the exercise are right', () => checked(python, join(folder, 'own'), writeExercise)],
    ['it keeps its promises', () => tried(python, join(folder, 'own'), 'exercise.py')],
    ['the types of the page about it are right', () => checked(python, join(folder, 'own'), writePage)],
    ['the page about it works as it stands', () => tried(python, join(folder, 'own'), 'page.py')],
    ['the types of the samples in the docs are right', () => checked(python, join(folder, 'own'), writeSamples)],
    ['the samples in the docs work as printed', () => tried(python, join(folder, 'own'), 'samples.py')],
  ]
  let failed = 0
  for (const [name, work] of checks) {
    const reason = await work().then(
      (said) => console.log(`ok     ${name}: ${said}`),
      // Safe cast: the error of a program that ran has its messages.
      (error: unknown) => `${(error as { stdout?: string }).stdout ?? ''}${String(error)}`,
    )
    if (reason === undefined) continue
    failed++
    console.log(`failed ${name}: ${reason}`)
  }
  await rm(folder, { recursive: true })
  console.log(`${checks.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

const lastLine = ({ stdout }: { stdout: string }) => stdout.trim().split('\n').at(-1) ?? ''
const mypy = async (python: string, folder: string, ...what: string[]) =>
  lastLine(await run(python, ['-m', 'mypy', '--strict', ...what], { cwd: folder }))

async function typed(python: string, folder: string, options: string[]): Promise<string> {
  const script = join(projectRoot, 'codegen/python/main.ts')
  await run(process.execPath, [script, '--python', python, '--out', folder, ...options])
  return mypy(python, folder, '.')
}

async function another(python: string, folder: string): Promise<string> {
  return typed(python, join(folder, 'names'), ['--spec', await writeContract(folder, names)])
}

/** The error names what cannot be read, and no half of a package is left. */
async function refused(python: string, folder: string): Promise<string> {
  for (const [contract, words] of unreadable) {
    const out = join(folder, 'refused')
    const made = typed(python, out, ['--spec', await writeContract(folder, contract)])
    // Safe cast: the error of a program that ran has its messages.
    const error = await made.then(
      () => undefined,
      (met: unknown) => met as { stderr: string },
    )
    if (!error || !words.test(error.stderr)) throw new Error(`not ${words}: ${error?.stderr}`)
    const left = await readdir(out)
    if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`)
  }
  return `${unreadable.length} contracts`
}

/** Writes programs, and checks their types. */
async function checked(python: string, folder: string, write: (folder: string) => Promise<string[]>): Promise<string> {
  return mypy(python, folder, ...(await write(folder)))
}

async function tried(python: string, folder: string, program: string): Promise<string> {
  const data = await createDataDir()
  const cloud = runCloud({ env: { DATA_DIR: data.path, LOCAL_API_KEY: apiKey } })
  const url = await cloud.ready()
  const flaky = await startFlakyProxy(url)
  const token = issueIdToken(data.key, { user: 'alice', expiresIn: 3600 })
  const given = { SDK_URL: url, SDK_FLAKY: flaky.url, SDK_TOKEN: token, SDK_API_KEY: apiKey }
  try {
    return lastLine(await run(python, [program], { cwd: folder, env: { ...process.env, ...given } }))
  } finally {
    flaky.close()
    await cloud.kill()
    await data.remove()
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
