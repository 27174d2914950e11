// npm run test:runtimes: runs the exercise of the packed SDK on every runtime, and prints a line for each.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { readOptions } from '../../codegen/command.ts'
import { promises } from '../testing/exercise.ts'
import { packageFolder } from '../testing/installed.ts'
import { checks, runChecks } from './checks.ts'
import { chosen, linesOf, runOn, staleRows, writtenInto, type Outcome } from './matrix.ts'
import { writeProject } from './project.ts'
import { runtimes, type Runtime } from './runtimes.ts'
import { startSurroundings } from './surroundings.ts'

const help = `Usage: npm run test:runtimes [-- options]

Packs the client SDK, installs it, and runs its ${promises} checks on every runtime, against a local cloud of its own.
Exits 1 when a runtime is missing, when a check fails, or when docs/sdk.md names other versions.

  --only <names>  only these, separated by commas:
${[...runtimes, ...checks].map(({ key }) => `                    ${key}`).join('\n')}
  --write         writes the versions into the table of docs/sdk.md
  --help          this text`

/** The page with the table of the versions. */
const pagePath = join(packageFolder, '../docs/sdk.md')

async function main() {
  const options = readOptions(help, { only: { type: 'string' }, write: { type: 'boolean' } })
  if (!options) return
  const all = chosen([...runtimes, ...checks], options.only)
  const selected = runtimes.filter((runtime) => all.includes(runtime))
  if (options.write && options.only !== undefined) throw new Error('--write needs the versions of all runtimes.')
  await writeProject()
  const outcomes = selected.length > 0 ? await runAll(selected) : []
  const wrong = await runChecks(checks.filter((check) => all.includes(check)))
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length + wrong
  if (options.write && failed === 0) await write(outcomes)
  const stale = staleRows(await readFile(pagePath, 'utf8'), outcomes)
  if (stale.length > 0) {
    console.log(`\ndocs/sdk.md does not have these rows. npm run test:runtimes -- --write writes them:`)
    console.log(stale.join('\n'))
  }
  console.log(`${all.length - failed} passed, ${failed} failed`)
  if (failed > 0 || stale.length > 0) process.exitCode = 1
}

async function runAll(selected: Runtime[]): Promise<Outcome[]> {
  const { given, stop } = await startSurroundings()
  const outcomes: Outcome[] = []
  try {
    for (const runtime of selected) {
      const outcome = await runOn(runtime, given)
      console.log(linesOf(outcome).join('\n'))
      outcomes.push(outcome)
    }
  } finally {
    await stop()
  }
  return outcomes
}

async function write(outcomes: Outcome[]) {
  const text = writtenInto(await readFile(pagePath, 'utf8'), outcomes)
  await writeFile(pagePath, await format(text, { ...(await resolveConfig(pagePath)), filepath: pagePath }))
}

await main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n`)
  console.error('npm run test:runtimes -- --help lists the options.')
  process.exitCode = 1
})
