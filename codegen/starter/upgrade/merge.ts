// A three-way merge by git, file by file: the machinery as it was, as it is now, and the project's own tree.
import { mkdtempSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runProgram } from '../programs.ts'
import { whileThere } from '../temporary.ts'

/** A larger exit code of git means a failure. */
const mostConflicts = 127

export type Outcome = {
  kind: 'taken' | 'merged' | 'added' | 'removed' | 'conflict' | 'left'
  path: string
  /** Why there is a conflict, or why the project stays as it is. */
  why?: string
}

type Sides = { base: string; theirs: string; ours: string; paths: string[] }

/** Merges the paths into `ours`. */
export async function mergeAll({ base, theirs, ours, paths }: Sides): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const path of paths) {
    const [before, after, own] = await Promise.all([base, theirs, ours].map((root) => textIn(root, path)))
    const outcome = await mergeOne(join(ours, path), path, { before, after, own })
    if (outcome) outcomes.push(outcome)
  }
  return outcomes
}

const textIn = (root: string, path: string) => readFile(join(root, path), 'utf8').catch(() => undefined)

type Versions = Record<'before' | 'after' | 'own', string | undefined>

async function mergeOne(file: string, path: string, { before, after, own }: Versions): Promise<Outcome | undefined> {
  if (before === after || own === after) return undefined
  if (after === undefined) {
    if (own !== before) return { kind: 'conflict', path, why: 'the machinery has removed it, and you have changed it' }
    await rm(file)
    return { kind: 'removed', path }
  }
  if (own === undefined) {
    if (before !== undefined) return { kind: 'left', path, why: 'you do not have it' }
    await put(file, after)
    return { kind: 'added', path }
  }
  if (own === before) {
    await put(file, after)
    return { kind: 'taken', path }
  }
  const { text, conflicts } = await mergeTexts(own, before ?? '', after)
  await put(file, text)
  return conflicts === 0 ? { kind: 'merged', path } : { kind: 'conflict', path, why: `${conflicts} marked in the file` }
}

async function put(file: string, text: string) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** `git merge-file`: its exit code is the number of conflicts. */
async function mergeTexts(own: string, before: string, after: string): Promise<{ text: string; conflicts: number }> {
  return whileThere(mkdtempSync(join(tmpdir(), 'merge-')), async (cwd) => {
    const sides = { yours: own, origin: before, machinery: after }
    for (const [name, text] of Object.entries(sides)) await writeFile(join(cwd, name), text)
    const labels = Object.keys(sides).flatMap((name) => ['-L', name])
    const args = ['merge-file', '-p', ...labels, ...Object.keys(sides)]
    const { exitCode, stdout, stderr } = await runProgram('git', args, { cwd })
    if (exitCode === null || exitCode > mostConflicts) throw new Error(`git merge-file failed: ${stderr}`)
    return { text: stdout, conflicts: exitCode }
  })
}
