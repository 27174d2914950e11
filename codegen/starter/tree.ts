// A tree of files: a command works on a copy in a temporary folder, and its changes come back together at the end.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { cp, mkdir, readFile, readdir, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { git } from './git.ts'
import { whileThere } from './temporary.ts'

export type Change = { path: string; kind: 'added' | 'changed' | 'removed' }

/** Folders that are not copied. `.starter` holds the caches of these commands. */
const besides = new Set(['node_modules', '.git', '.starter', '.local', 'dist', 'cdk.out', 'coverage'])

/** The files that git knows, and those that it would know after an `add`. */
export const filesOf = async (root: string): Promise<string[]> =>
  (await git(root, 'ls-files', '--cached', '--others', '--exclude-standard', '-z'))
    .split('\0')
    .filter((path) => path !== '' && path !== 'node_modules')

/** Runs the work in a copy of the tree. The copy goes in the end, also after a failure or a signal. */
export async function inCopy<T>(root: string, work: (copy: string) => Promise<T>): Promise<T> {
  return whileThere(mkdtempSync(join(tmpdir(), 'starter-')), async (copy) => {
    for (const file of await filesOf(root)) {
      await mkdir(dirname(join(copy, file)), { recursive: true })
      await cp(join(root, file), join(copy, file), { verbatimSymlinks: true })
    }
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    return work(copy)
  })
}

/** The files in which the copy differs from the tree, by path. */
export async function changesOf(root: string, copy: string): Promise<Change[]> {
  const [before, after] = await Promise.all([filesOf(root), filesBelow(copy)])
  const kept = new Set(after)
  const removed = before.filter((path) => !kept.has(path)).map((path) => ({ path, kind: 'removed' as const }))
  const known = new Set(before)
  const others = await Promise.all(
    after.map(async (path): Promise<Change[]> => {
      if (!known.has(path)) return [{ path, kind: 'added' }]
      const [old, now] = await Promise.all([readFile(join(root, path)), readFile(join(copy, path))])
      return old.equals(now) ? [] : [{ path, kind: 'changed' }]
    }),
  )
  return [...removed, ...others.flat()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

export async function filesBelow(root: string, folder = root): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries
    .filter(({ name }) => !besides.has(name))
    .map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(root, path) : Promise.resolve([relative(root, path)])
    })
  return (await Promise.all(found)).flat()
}

/**
 * Carries the changes into the tree. They are written beside it first, and then moved without a pause, in which a signal
 * could come. A failure puts back what was moved.
 */
export async function apply(root: string, copy: string, changes: Change[]): Promise<void> {
  await whileThere(mkdtempSync(join(root, '.starter-')), async (staged) => {
    for (const { path, kind } of changes) {
      if (kind !== 'removed') await cp(join(copy, path), join(staged, 'new', path), { recursive: true })
    }
    const undo: (() => void)[] = []
    try {
      for (const { path, kind } of changes) undo.push(moveIn(root, staged, path, kind))
    } catch (error) {
      for (const step of undo.reverse()) step()
      throw error
    }
  })
}

function moveIn(root: string, staged: string, path: string, kind: Change['kind']): () => void {
  const [place, aside] = [join(root, path), join(staged, 'old', path)]
  if (kind !== 'added') {
    mkdirSync(dirname(aside), { recursive: true })
    renameSync(place, aside)
  }
  const restore = () => (kind === 'added' ? rmSync(place, { force: true }) : renameSync(aside, place))
  if (kind === 'removed') return restore
  mkdirSync(dirname(place), { recursive: true })
  renameSync(join(staged, 'new', path), place)
  return restore
}

/** One line for each change, for `--dry-run` and at the end. */
export function listOf(changes: Change[]): string {
  return changes.map(({ path, kind }) => `  ${kind.padEnd(8)} ${path}\n`).join('')
}

export const readText = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
