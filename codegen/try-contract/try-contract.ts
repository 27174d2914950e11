// One document through the whole pipeline: generated, compiled, loaded, and asked with valid and invalid requests.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { UnreadableError } from '../folder/read-spec.ts'
import { makeFolder, writeFolder } from '../folder/folder.ts'
import { methods, projectRoot } from '../contract.ts'
import { lineOf } from '../lint/finding.ts'
import type { Model } from '../model.ts'
import { settingsWithPeers } from '../folder/tsconfig.ts'
import { tryOperations } from './try-operations.ts'

export type Verdict = {
  verdict: 'works' | 'refused' | 'WRONG'
  operations: number
  /** The findings of a refusal, or what went wrong. */
  reasons: string[]
  /** Operations for which no value was found that could be tried. */
  unclear: string[]
}

export async function tryContract(spec: string): Promise<Verdict> {
  const [verdict] = await tryContracts([spec])
  if (!verdict) throw new Error(`${spec} got no verdict`)
  return verdict
}

/** Tries several documents, whose folders are type-checked in one run. */
export async function tryContracts(specs: readonly string[]): Promise<Verdict[]> {
  const root = await mkdtemp(join(tmpdir(), 'contracts-'))
  try {
    await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
    const made: (Made | Verdict)[] = []
    for (const [at, spec] of specs.entries()) made.push(await makeIn(join(root, `c${at}`), spec))
    const folders = made.flatMap((one) => ('folder' in one ? [basename(one.folder)] : []))
    const messages = folders.length > 0 ? await diagnostics(root, folders) : []
    const verdicts: Verdict[] = []
    for (const one of made) verdicts.push('folder' in one ? await verdictOn(one, messages) : one)
    return verdicts
  } finally {
    await rm(root, { recursive: true })
  }
}

type Made = { folder: string; model: Model; files: Record<string, string> }

async function makeIn(folder: string, spec: string): Promise<Made | Verdict> {
  try {
    const { findings, model, files } = await makeFolder({ spec })
    if (findings.length > 0) return refused(findings.map(lineOf))
    if (!model || !files) return wrong(['nothing was made, and no finding says why'])
    await writeFolder(folder, files)
    return { folder, model, files }
  } catch (error) {
    if (error instanceof UnreadableError) return refused([error.message])
    return wrong([`generation stops without a place: ${error instanceof Error ? (error.stack ?? '') : String(error)}`])
  }
}

const refused = (reasons: string[]): Verdict => ({ verdict: 'refused', operations: 0, reasons, unclear: [] })
const wrong = (reasons: string[]): Verdict => ({ verdict: 'WRONG', operations: 0, reasons, unclear: [] })

async function verdictOn({ folder, model, files }: Made, messages: string[]): Promise<Verdict> {
  const own = messages.filter((message) => message.startsWith(`${basename(folder)}/`))
  const reasons = [...missing(model), ...outside(files), ...own]
  const asked = await tryOperations(model, folder).catch((error: unknown) => ({
    wrong: [`the folder cannot be loaded: ${String(error)}`],
    unclear: [],
  }))
  const all = [...reasons, ...asked.wrong]
  const operations = model.operations.length
  return { verdict: all.length > 0 ? 'WRONG' : 'works', operations, reasons: all, unclear: asked.unclear }
}

/** The document's operations that the model lacks, counted without the model. */
function missing({ document, operations }: Model): string[] {
  const written = Object.entries(document.paths).flatMap(([path, item = {}]) =>
    methods.filter((method) => path.startsWith('/') && method in item).map((method) => `${method} ${path}`),
  )
  const known = new Set(operations.map(({ method, path }) => `${method} ${path}`))
  return written.filter((operation) => !known.has(operation)).map((operation) => `${operation} is lost`)
}

/** Files import only files of the folder. Only those for MSW, TanStack Query and zod name their packages. */
function outside(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const imports = path.endsWith('.json')
      ? []
      : [...text.matchAll(/^(?:import|export)\b[^'"\n]*from ['"]([^'"]+)['"]/gm)]
    const names = imports.map(([, name = '']) => name)
    return names
      .filter((name) => !name.startsWith('.') && !/^(msw|@tanstack\/(react-query|query-core)|zod|node:)/.test(name))
      .map((name) => `${path} imports ${name}`)
  })
}

const compiler = join(projectRoot, 'node_modules/@typescript/native/bin/tsc')

/** The compiler's messages about the folders below the root. */
async function diagnostics(root: string, folders: string[]): Promise<string[]> {
  const settings = {
    ...settingsWithPeers,
    extends: `./${folders[0] ?? ''}/tsconfig.json`,
    include: folders,
    exclude: [],
  }
  await writeFile(join(root, 'tsconfig.json'), JSON.stringify(settings))
  const output = await new Promise<string>((resolve) => {
    const args = [compiler, '--pretty', 'false', '-p', root]
    execFile(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 }, (_, stdout) => resolve(stdout))
  })
  return output.split('\n').filter((line) => line.includes(': error TS'))
}
