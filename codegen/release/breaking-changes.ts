// Compares the contract with its last release: the SDK's pending version must say as much as has changed.
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { packageName } from '../client-sdk/package-name.ts'
import { surfaceOf } from '../client-sdk/surface.ts'
import { readOptions } from '../command.ts'
import { projectRoot } from '../contract.ts'
import { modelOf, type Contract } from '../model.ts'
import { askedBy, bumps, inVersion, largest, type Bump, type Change } from './change.ts'
import { compareContracts } from './compare.ts'
import { pendingBump, pendingChangesets, type Changeset } from './changesets.ts'

const released = 'spec/released/openapi.json'
const current = 'generated/openapi.json'

/** Says why the pending version is too small; undefined when it is large enough, and before the first release. */
export async function tooSmallABump(root = projectRoot): Promise<string | undefined> {
  const compared = await compareWithRelease(root)
  return compared && refusalOf(compared, await pendingChangesets(join(root, '.changeset')))
}

type Compared = { version: string; change: Bump; changes: Change[] }

/** Says why the changesets do not say enough of the changes. */
export function refusalOf({ version, change, changes }: Compared, changesets: Changeset[]): string | undefined {
  const needed = inVersion(version, change)
  const pending = pendingBump(changesets)
  const isTooSmall = bumps.indexOf(pending) < bumps.indexOf(needed)
  const unnamed = version.startsWith('0.') ? changes.filter((found) => isUnnamed(found, changesets)) : []
  if (!isTooSmall && unnamed.length === 0) return undefined
  const reason = isTooSmall
    ? [
        `The contract has changed since its last release (${change}), and the pending version of ${packageName} ${version} is a ${pending} bump.`,
        `It takes a ${needed} one: run npx changeset, and say what changes for its users.`,
      ]
    : [
        `The contract breaks its last release, and no changeset says so. Before 1.0.0 a minor version may break callers,`,
        `so a changeset has a paragraph "Breaking: …" with the name of an operation of each change:`,
      ]
  const shown = (isTooSmall ? changes.filter((found) => askedBy(found) === change) : unnamed).map(sentenceOf)
  return [...reason, ...shown, 'All changes: npm run contract:diff'].join('\n')
}

const sentenceOf = (change: Change) =>
  `  ${askedBy(change)}: ${change.at.length > 0 ? `${change.at.join(', ')}: ` : ''}${change.text}`

/** A breaking change is named by one of its operations, or by a name in its own words. */
function isUnnamed(change: Change, changesets: Changeset[]): boolean {
  if (askedBy(change) !== 'major') return false
  const breaking = changesets
    .flatMap(({ text }) => text.split(/\n\s*\n/))
    .filter((paragraph) => /^\W*Breaking:/.test(paragraph))
  const names = change.at.length > 0 ? change.at : change.text.split(/[^\w-]+/).filter((word) => word.length > 2)
  return !breaking.some((paragraph) => names.some((name) => new RegExp(`\\b${name}\\b`).test(paragraph)))
}

/** What has changed since the release, or since another contract; undefined before the first release. */
export async function compareWithRelease(
  root = projectRoot,
  from = join(root, released),
): Promise<Compared | undefined> {
  const [before, after] = await Promise.all([readDocument(from), readDocument(join(root, current))])
  if (!before || !after) return undefined
  const manifest = JSON.parse(await readFile(join(root, 'client-sdk/package.json'), 'utf8')) as { version: string }
  const changes = compareContracts(before, after)
  const rated = await rateContract(from, join(root, current))
  const own = largest([rateSurface(before, after), ...changes.map(askedBy)])
  // Redocly knows keywords that our comparison leaves out.
  const others = bumps.indexOf(rated.bump) > bumps.indexOf(own) ? rated.changes : []
  return { version: manifest.version, change: largest([rated.bump, own]), changes: [...changes, ...others] }
}

/** Redocly rates the changes that the service's callers notice. */
async function rateContract(before: string, after: string): Promise<{ bump: Bump; changes: Change[] }> {
  const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')
  const config = fileURLToPath(new URL('breaking-changes.redocly.yaml', import.meta.url))
  const args = [cli, 'diff', before, after, '--config', config, '--format', 'json', '--fail-on', 'none']
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
    maxBuffer: 2 ** 28,
  })
  // Safe cast: the form of redocly's report, of which these members are read.
  const report = JSON.parse(stdout) as {
    bump?: Bump
    changes?: { path: string; verdicts?: { impact: Bump; message: string }[] }[]
  }
  const changes = (report.changes ?? []).flatMap(({ verdicts = [] }) =>
    verdicts.map(({ impact, message }): Change => ({ text: message, at: [], asks: { wire: impact } })),
  )
  return { bump: report.bump ?? 'none', changes }
}

/** Rates the changes that only the SDK's users notice: a tag is a namespace, and a schema is an exported type. */
export function rateSurface(before: Contract, after: Contract): Bump {
  const [was, is] = [surfaceOf(modelOf(before)), surfaceOf(modelOf(after))]
  if (was.some((name) => !is.includes(name))) return 'major'
  return is.some((name) => !was.includes(name)) ? 'minor' : 'none'
}

async function readDocument(path: string): Promise<Contract | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
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
