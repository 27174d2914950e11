// npm run test:runtimes: runs the exercise of the packed SDK on every runtime, and prints a line for each.
import { readOptions } from '../../codegen/command.ts'
import { promises } from '../testing/exercise.ts'
import { writeProject } from './project.ts'
import { runtimes, type Ran, type Runtime } from './runtimes.ts'
import { startSurroundings } from './surroundings.ts'

const help = `Usage: npm run test:runtimes [-- options]

Packs the client SDK, installs it, and runs its ${promises} checks on every runtime, against a local cloud of its own.

  --only <names>   only these, separated by commas: ${runtimes.map(({ key }) => key).join(', ')}
  --help           this text`

type Outcome = { runtime: Runtime; ran?: Ran; failures: string[] }

async function runOn(runtime: Runtime, given: Parameters<Runtime['run']>[1]): Promise<Outcome> {
  const program = runtime.find()
  if (program === undefined) return { runtime, failures: [`is not installed: ${runtime.install}`] }
  try {
    const ran = await runtime.run(program, given)
    const { kept, broken } = ran.findings
    const missed = kept.length + broken.length < promises ? [`only ${kept.length} checks ran`] : []
    return { runtime, ran, failures: broken.length > 0 ? broken : missed }
  } catch (error) {
    return { runtime, failures: [error instanceof Error ? error.message : String(error)] }
  }
}

function print({ runtime, ran, failures }: Outcome) {
  const name = `${runtime.name} ${ran?.version ?? `(${runtime.key})`}`
  console.log(`${name.padEnd(45)} ${ran?.findings.kept.length ?? 0} of ${promises}`)
  for (const failure of failures) console.log(`  ${failure.replaceAll('\n', '\n  ')}`)
}

function chosen(only: string | undefined): Runtime[] {
  const names = only?.split(',') ?? runtimes.map(({ key }) => key)
  const unknown = names.filter((name) => !runtimes.some(({ key }) => key === name))
  if (unknown.length > 0) throw new Error(`There is no runtime ${unknown.join(', ')}.`)
  return runtimes.filter(({ key }) => names.includes(key))
}

async function main() {
  const options = readOptions(help, { only: { type: 'string' } })
  if (!options) return
  const selected = chosen(options.only)
  await writeProject()
  const { given, stop } = await startSurroundings()
  let failed = 0
  try {
    for (const runtime of selected) {
      const outcome = await runOn(runtime, given)
      print(outcome)
      if (outcome.failures.length > 0) failed++
    }
  } finally {
    await stop()
  }
  console.log(`${selected.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

await main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n`)
  console.error('npm run test:runtimes -- --help lists the options.')
  process.exitCode = 1
})
