// One document through the whole pipeline: generated, compiled, loaded, and asked with valid and invalid requests.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UnreadableError } from '../folder/read-spec.ts'
import { makeFolder, writeFolder } from '../folder/folder.ts'
import { methods, projectRoot } from '../contract.ts'
import { lineOf } from '../lint/finding.ts'
import type { Model } from '../model.ts'
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
  const folder = await mkdtemp(join(tmpdir(), 'contract-'))
  try {
    return await tried(spec, folder)
  } catch (error) {
    if (error instanceof UnreadableError) return refused([error.message])
    return wrong([`generation stops without a place: ${error instanceof Error ? (error.stack ?? '') : String(error)}`])
  } finally {
    await rm(folder, { recursive: true })
  }
}

const refused = (reasons: string[]): Verdict => ({ verdict: 'refused', operations: 0, reasons, unclear: [] })
const wrong = (reasons: string[]): Verdict => ({ verdict: 'WRONG', operations: 0, reasons, unclear: [] })

async function tried(spec: string, folder: string): Promise<Verdict> {
  const { findings, model, files } = await makeFolder({ spec })
  if (findings.length > 0) return refused(findings.map(lineOf))
  if (!model || !files) return wrong(['nothing was made, and no finding says why'])
  await writeFolder(folder, files)
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  const reasons = [...missing(model), ...outside(files), ...(await diagnostics(folder))]
  const asked = await tryOperations(model, folder)
  const all = [...reasons, ...asked.wrong]
  const operations = model.operations.length
  return { verdict: all.length > 0 ? 'WRONG' : 'works', operations, reasons: all, unclear: asked.unclear }
}

/** The document's operations that the model lacks, counted without the model. */
function missing({ document, operations }: Model): string[] {
  const written = Object.entries(document.paths).flatMap(([path, item = {}]) =>
    methods.filter((method) => method in item).map((method) => `${method} ${path}`),
  )
  const known = new Set(operations.map(({ method, path }) => `${method} ${path}`))
  return written.filter((operation) => !known.has(operation)).map((operation) => `${operation} is lost`)
}

/** Files import only files of the folder. Only those for MSW and TanStack Query name their packages. */
function outside(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const imports = path.endsWith('.json')
      ? []
      : [...text.matchAll(/^(?:import|export)\b[^'"\n]*from ['"]([^'"]+)['"]/gm)]
    const names = imports.map(([, name = '']) => name)
    return names
      .filter((name) => !name.startsWith('.') && !/^(msw|@tanstack\/react-query|node:)/.test(name))
      .map((name) => `${path} imports ${name}`)
  })
}

const compiler = join(projectRoot, 'node_modules/@typescript/native/bin/tsc')

async function diagnostics(folder: string): Promise<string[]> {
  const output = await new Promise<string>((resolve) => {
    const args = [compiler, '--pretty', 'false', '-p', join(folder, 'tsconfig.peers.json')]
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 28 }, (_, stdout) => resolve(stdout))
  })
  return output.split('\n').filter((line) => /: error TS/.test(line))
}
