// npm run generate -- --spec FILE --out FOLDER: its options, its output, and its exit code.
import type { ParseArgsOptionsConfig } from 'node:util'
import { artefactNames, type ArtefactName } from '../artefacts.ts'
import { formats, printed, type Finding, type Format } from '../lint/finding.ts'
import { makeFolder, writeFolder } from './folder.ts'
import { UnreadableError } from './read-spec.ts'

export const folderOptions = {
  spec: { type: 'string' },
  out: { type: 'string' },
  only: { type: 'string' },
  name: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const satisfies ParseArgsOptionsConfig

export type FolderOptions = {
  spec?: string | undefined
  out?: string | undefined
  only?: string | undefined
  name?: string | undefined
  format: string
}

/** Findings go to stdout, and everything for people to stderr. */
export type Outcome = { exitCode: number; stdout: string; stderr: string }

/** The exit codes that scripts can tell apart. */
const codes = { made: 0, findings: 1, unreadable: 2 }

export async function generateFolder({ spec, out, only, name, format }: FolderOptions): Promise<Outcome> {
  if (spec === undefined || out === undefined) throw new Error('--spec <file> and --out <folder> belong together')
  const form = oneOf('--format', formats, format)
  const started = performance.now()
  try {
    const { findings, warnings, left, files, model } = await makeFolder({ spec, only: artefactsOf(only), name })
    if (!files || !model) return { exitCode: codes.findings, stdout: `${printed(findings, form)}\n`, stderr: '' }
    await writeFolder(out, files)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const count = `${model.operations.length} operations, ${Object.keys(files).length} files`
    const lines = [
      ...(warnings.length > 0 ? [`Carried, but not everywhere:\n${printed(warnings, form)}`] : []),
      ...(left.length > 0 ? [leftOut(left, form)] : []),
      `${out} is written: ${count} (${seconds} s)`,
    ]
    // A program that reads JSON gets an empty list.
    const stdout = form === 'json' ? `${printed([], form)}\n` : ''
    return { exitCode: codes.made, stdout, stderr: `${lines.join('\n')}\n` }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return { exitCode: codes.unreadable, stdout: '', stderr: `${error.message}\n` }
  }
}

/** Many operations have one reason, so a person sees only the first ones. */
const shown = 3

function leftOut(left: Finding[], format: Format): string {
  if (format !== 'text') return printed(left, format)
  const rest = left.length - shown
  const more = rest > 0 ? `\n… and ${rest} more; --only with the artefact's name shows all` : ''
  const names = [...new Set(left.map(({ rule }) => rule.replace('limits/', '')))].join(', ')
  return `Left out, because the contract does not allow it: ${names}\n${printed(left.slice(0, shown), format)}${more}`
}

const artefactsOf = (only: string | undefined): ArtefactName[] | undefined =>
  only?.split(',').map((name) => oneOf('--only', artefactNames, name.trim()))

function oneOf<const Name extends string>(option: string, names: readonly Name[], given: string): Name {
  const name = names.find((known) => known === given)
  if (name === undefined) throw new Error(`${option} "${given}" is none of ${names.join(', ')}`)
  return name
}
