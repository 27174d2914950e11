// Compares the contract with its last release: the SDK's pending version must say as much as has changed.
import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { packageName } from '../client-sdk/package-name.ts'
import { surfaceOf } from '../client-sdk/surface.ts'
import { readOptions } from '../command.ts'
import { projectRoot } from '../contract.ts'
import { modelOf, type Contract } from '../model.ts'

const bumps = ['none', 'patch', 'minor', 'major'] as const
type Bump = (typeof bumps)[number]

const released = 'spec/released/openapi.json'
const current = 'generated/openapi.json'

/** Says why the pending version is too small; undefined when it is large enough, and before the first release. */
export async function tooSmallABump(root = projectRoot): Promise<string | undefined> {
  const [before, after] = await Promise.all([readDocument(root, released), readDocument(root, current)])
  if (!before || !after) return undefined
  const manifest = JSON.parse(await readFile(join(root, 'client-sdk/package.json'), 'utf8')) as { version: string }
  const change = largest([await rateContract(root), rateSurface(before, after)])
  const needed = inVersion(manifest.version, change)
  const pending = await pendingBump(join(root, '.changeset'))
  if (bumps.indexOf(pending) >= bumps.indexOf(needed)) return undefined
  return [
    `The contract has changed since its last release (${change}), and the pending version of ${packageName} ${manifest.version} is a ${pending} bump.`,
    `It takes a ${needed} one: run npx changeset, and say what changes for its users.`,
    `What has changed: npx redocly diff ${released} ${current} --config codegen/release/breaking-changes.redocly.yaml`,
  ].join('\n')
}

/** Redocly rates the changes that the service's callers notice. */
async function rateContract(root: string): Promise<Bump> {
  const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')
  const config = fileURLToPath(new URL('breaking-changes.redocly.yaml', import.meta.url))
  const args = [
    cli,
    'diff',
    join(root, released),
    join(root, current),
    '--config',
    config,
    '--format',
    'json',
    '--fail-on',
    'none',
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
    maxBuffer: 2 ** 28,
  })
  const { bump = 'none' } = JSON.parse(stdout) as { bump?: Bump }
  return bump
}

/** Rates the changes that only the SDK's users notice: a tag is a namespace, and a schema is an exported type. */
export function rateSurface(before: Contract, after: Contract): Bump {
  const [was, is] = [surfaceOf(modelOf(before)), surfaceOf(modelOf(after))]
  if (was.some((name) => !is.includes(name))) return 'major'
  return is.some((name) => !was.includes(name)) ? 'minor' : 'none'
}

/** Before 1.0.0 the minor version takes the place of the major one, as npm reads `^0.2.0`. */
export function inVersion(version: string, bump: Bump): Bump {
  if (!version.startsWith('0.')) return bump
  return bump === 'major' ? 'minor' : bump === 'minor' ? 'patch' : bump
}

/** The largest bump of the SDK that a changeset asks for. */
export async function pendingBump(folder: string): Promise<Bump> {
  const names = await readdir(folder).catch(() => [])
  const texts = await Promise.all(
    names.filter((name) => /(?<!README)\.md$/.test(name)).map((name) => readFile(join(folder, name), 'utf8')),
  )
  return largest(
    texts.map((text) => {
      const [, front = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? []
      return (parse(front) as Partial<Record<string, Bump>> | null)?.[packageName] ?? 'none'
    }),
  )
}

const largest = (all: Bump[]): Bump => bumps[Math.max(0, ...all.map((bump) => bumps.indexOf(bump)))] ?? 'none'

async function readDocument(root: string, path: string): Promise<Contract | undefined> {
  const text = await readFile(join(root, path), 'utf8').catch((error: unknown) => {
    // Safe cast: readFile fails with an error of this type.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as Contract)
}

/** The current contract becomes the released one. */
async function release() {
  await mkdir(join(projectRoot, 'spec/released'), { recursive: true })
  await writeFile(join(projectRoot, released), await readFile(join(projectRoot, current)))
}

const help = `
Usage: node codegen/release/breaking-changes.ts [options]

Compares the contract with its last release. Exits 1 when the SDK's pending version is too small for what has changed.

  --release   makes the contract as it is the released one
  --help      this text`

async function main() {
  const options = readOptions(help, { release: { type: 'boolean' } })
  if (!options) return
  if (options.release) return release()
  const wrong = await tooSmallABump()
  if (wrong === undefined) return
  console.error(wrong)
  process.exitCode = 1
}

if (import.meta.main) await main()
