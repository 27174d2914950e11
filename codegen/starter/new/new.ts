// Makes a project beside this one: a copy with other names and fewer resources.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Names } from '../../model/names.ts'
import { Refusal } from '../failure.ts'
import { git } from '../git.ts'
import { namesOfTree } from '../names-of.ts'
import { removeResources } from '../remove/remove.ts'
import { machinery, resourcesOf } from '../resources.ts'
import { acceptTemplates, format, generate } from '../steps.ts'
import { whileThere } from '../temporary.ts'
import { filesBelow } from '../tree.ts'
import { refusedBy } from './folder.ts'
import { becomeProject, originOf, writeOwnFiles } from './project.ts'

export type NewProject = { names: Names; keep: string[] | undefined; tell: (step: string) => void }

/** The copy has the files of the tree at `root`. Afterwards it is the new project, committed. */
export async function makeProject(root: string, copy: string, { names, keep, tell }: NewProject): Promise<string[]> {
  const origin = await originOf(root)
  const removed = resourcesOf(copy).filter(({ name }) => keep && !keep.includes(name) && !machinery.has(name))
  if (removed.length > 0) {
    tell(`removes ${removed.map(({ name }) => name).join(', ')}`)
    await removeResources(root, copy, removed)
  }
  tell('gives it its names')
  await becomeProject(copy, await filesBelow(copy), namesOfTree(root), names)
  await writeOwnFiles(copy, names, origin)
  tell('generates, and synthesizes its stages')
  await generate(copy)
  await format(copy, await filesBelow(copy))
  await acceptTemplates(copy)
  return filesBelow(copy)
}

/** Moves the copy to its place. In another file system it is copied beside it first. */
export async function put(copy: string, target: string): Promise<void> {
  await rm(join(copy, 'node_modules'))
  for (const built of ['.starter', 'cdk.out', 'dist']) await rm(join(copy, built), { recursive: true, force: true })
  await commitAll(copy)
  try {
    await inParent(target, async (parent) => {
      if (moves(copy, target)) return
      await whileThere(mkdtempSync(join(parent, `.${basename(target)}-`)), async (beside) => {
        await cp(copy, join(beside, 'project'), { recursive: true, verbatimSymlinks: true })
        moves(join(beside, 'project'), target)
      })
    })
  } catch (error) {
    throw refusedBy(error, `${target} cannot be written`, 'write')
  }
}

/** The folders above it come when they are missing. In the end those go that nobody has put anything into. */
async function inParent(target: string, work: (parent: string) => Promise<void>) {
  const parent = dirname(target)
  const first = mkdirSync(parent, { recursive: true })
  if (first === undefined) await work(parent)
  else
    await whileThere(
      first,
      () => work(parent),
      () => removeEmpty(parent, dirname(first)),
    )
}

/** Removes the folder and those above it, up to one that is not empty, or to the last one, which stays. */
function removeEmpty(folder: string, last: string) {
  try {
    for (let at = folder; at !== last; at = dirname(at)) rmdirSync(at)
  } catch {
    // It has something.
  }
}

/** Moves the folder. An empty one may be in its place. The answer is false when another file system is there. */
function moves(folder: string, target: string): boolean {
  try {
    // Not more than an empty one: somebody may have put something there meanwhile.
    if (existsSync(target)) rmdirSync(target)
    renameSync(folder, target)
    return true
  } catch (error) {
    // Safe cast: the errors of files have a code.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EXDEV') return false
    if (code === 'ENOTEMPTY' || code === 'EEXIST')
      throw new Refusal(`${target} is not empty any more. Take another folder.`)
    throw error
  }
}

/** The first commit: the other commands ask for a tree that git can bring back. */
async function commitAll(copy: string) {
  await git(copy, 'init', '--quiet', '--initial-branch', 'main')
  await git(copy, 'add', '--all')
  // On a machine where git knows nobody yet, the commit has this name.
  const isKnown = await git(copy, 'var', 'GIT_COMMITTER_IDENT').then(
    () => true,
    () => false,
  )
  const identity = isKnown ? [] : ['-c', 'user.name=npm run new', '-c', 'user.email=new@localhost']
  const settings = [...identity, '-c', 'commit.gpgSign=false']
  await git(copy, ...settings, 'commit', '--quiet', '--no-verify', '--message', 'The starting point')
}
