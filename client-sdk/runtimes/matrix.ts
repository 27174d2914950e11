// The matrix: runs the exercise on each runtime, and says in a line for each what was kept. It is the README's table too.
import { promises, type Surroundings } from '../testing/exercise.ts'
import type { Ran, Runtime } from './runtimes.ts'

export type Outcome = { runtime: Runtime; ran?: Ran; failures: string[] }

export async function runOn(runtime: Runtime, given: Surroundings): Promise<Outcome> {
  try {
    const ran = await runtime.run(runtime.find(), given)
    const { kept, broken } = ran.findings
    const missed = kept.length === promises ? [] : [`It ran ${kept.length + broken.length} of ${promises} checks.`]
    return { runtime, ran, failures: broken.length > 0 ? broken : missed }
  } catch (error) {
    return { runtime, failures: [error instanceof Error ? error.message : String(error)] }
  }
}

export function linesOf({ runtime, ran, failures }: Outcome): string[] {
  const name = ran ? `${runtime.name} ${ran.version}` : `${runtime.name} (${runtime.key})`
  const line = `${name.padEnd(50)} ${ran?.findings.kept.length ?? 0} of ${promises}`
  return [line, ...failures.flatMap((failure) => failure.split('\n')).map((text) => `  ${text}`)]
}

/** The runtimes of `--only`, or all. */
export function chosen<Named extends { key: string }>(runtimes: Named[], only: string | undefined): Named[] {
  const keys = only?.split(',') ?? runtimes.map(({ key }) => key)
  const unknown = keys.filter((name) => !runtimes.some(({ key }) => key === name))
  if (unknown.length > 0) throw new Error(`There is no runtime ${unknown.join(', ')}.`)
  return runtimes.filter(({ key }) => keys.includes(key))
}

/** The versions of each name. Of a runtime that the machine brings only the first number counts. */
function versionsOf(outcomes: Outcome[]): Map<string, string[]> {
  const versions = new Map<string, string[]>()
  for (const { runtime, ran } of outcomes) {
    if (!ran) continue
    const version = runtime.isOfMachine ? (ran.version.split('.')[0] ?? '') : ran.version
    versions.set(runtime.name, [...(versions.get(runtime.name) ?? []), version])
  }
  return versions
}

const rowOf = (name: string, versions: string[]) => `| ${name} | ${versions.join(', ')} |`
const block = /(<!-- runtimes: [^\n]*\n\n)(.*?)(\n\n<!-- \/runtimes -->)/s

/** The README with the versions of this run. */
export const writtenInto = (readme: string, outcomes: Outcome[]): string =>
  readme.replace(block, (_, start: string, _rows, end: string) => {
    const rows = [...versionsOf(outcomes)].map(([name, versions]) => rowOf(name, versions))
    return [start, ['| runtime | versions |', '| --- | --- |', ...rows].join('\n'), end].join('')
  })

/** The rows of the README that this run contradicts. A newer browser of the machine contradicts nothing. */
export function staleRows(readme: string, outcomes: Outcome[]): string[] {
  const [, , table = ''] = block.exec(readme) ?? []
  const cells = table.split('\n').map((row) => row.split('|').map((cell) => cell.trim()))
  const told = new Map(cells.map(([, name = '', versions = '']) => [name, versions.split(', ')]))
  const ofMachine = new Set(outcomes.filter(({ runtime }) => runtime.isOfMachine).map(({ runtime }) => runtime.name))
  return [...versionsOf(outcomes)].flatMap(([name, versions]) => {
    const read = told.get(name) ?? []
    const isRight = ofMachine.has(name)
      ? read.length > 0 && Number(read[0]) <= Number(versions[0])
      : versions.every((version) => read.includes(version))
    return isRight ? [] : [rowOf(name, versions)]
  })
}
