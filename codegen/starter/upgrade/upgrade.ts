// Takes into a copy of a project what has changed in the machinery since the project's origin.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../failure.ts'
import { git } from '../git.ts'
import { namesOfTree } from '../names-of.ts'
import { renameText } from '../new/rename.ts'
import { originOf } from '../new/project.ts'
import { formatIn } from '../steps.ts'
import { readText } from '../tree.ts'
import { mergeAll, type Outcome } from './merge.ts'
import { isMachinery } from './own.ts'

export type Origin = { line: string; commit: string }

/** The line of package.json that says where the project comes from. */
export function originIn(root: string): Origin {
  const [, line = ''] = /^ {2}"origin": "(.*)",$/m.exec(readText(root, 'package.json')) ?? []
  const [, commit] = / ([0-9a-f]{40})$/.exec(line) ?? []
  if (commit === undefined)
    throw new Refusal('package.json has no origin, so this project was not made by npm run new.')
  return { line, commit }
}

/** @param source A checkout of the machinery, with its history. */
export async function upgrade(copy: string, work: string, source: string): Promise<Outcome[]> {
  const { commit, line } = originIn(copy)
  const known = await git(source, 'cat-file', '-e', `${commit}^{commit}`).then(
    () => true,
    () => false,
  )
  if (!known) throw new Refusal(`The machinery has no commit ${commit.slice(0, 12)}, from which this project comes.`)
  const changed = (await git(source, 'diff', '--no-renames', '--name-only', '-z', commit, 'HEAD')).split('\0')
  const paths = changed.filter((path) => path !== '' && isMachinery(path))
  const sides = {
    base: await versionOf(copy, join(work, 'base'), source, commit, paths),
    theirs: await versionOf(copy, join(work, 'theirs'), source, 'HEAD', paths),
  }
  const from = namesIn(source)
  const to = namesOfTree(copy)
  const renamed = paths.map((path) => renameText(path, path, from, to))
  const outcomes = await mergeAll({ ...sides, ours: copy, paths: renamed })
  const manifest = readText(copy, 'package.json')
  await writeFile(join(copy, 'package.json'), manifest.replace(line, await originOf(source)))
  return outcomes
}

const namesIn = (source: string) => namesOfTree(source)

/** The files of the machinery at a commit, with the names and the format of the project. */
async function versionOf(
  copy: string,
  folder: string,
  source: string,
  commit: string,
  paths: string[],
): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const settings of ['.prettierrc', '.prettierrc.json', '.prettierignore', '.editorconfig']) {
    if (existsSync(join(copy, settings))) await cp(join(copy, settings), join(folder, settings))
  }
  const [from, to] = [namesIn(source), namesOfTree(copy)]
  const written: string[] = []
  for (const path of paths) {
    const text = await git(source, 'show', `${commit}:${path}`).catch(() => undefined)
    if (text === undefined) continue
    const place = renameText(path, path, from, to)
    await mkdir(join(folder, place, '..'), { recursive: true })
    await writeFile(join(folder, place), renameText(path, originFree(path, text), from, to))
    written.push(place)
  }
  await formatIn(copy, folder, written)
  for (const path of written) {
    if (path === 'package.json') await withOrigin(join(folder, path), originIn(copy).line)
  }
  return folder
}

const originFree = (path: string, text: string) =>
  path === 'package.json' ? text.replace(/^ {2}"origin": .*\n/m, '') : text

/** The manifests of all sides have the same line, so that it is no difference. */
async function withOrigin(file: string, line: string) {
  const manifest = await readFile(file, 'utf8')
  await writeFile(
    file,
    manifest.replace(/^ {2}"private": true,\n/m, (found) => `${found}  "origin": "${line}",\n`),
  )
}

export const forget = (folder: string) => rm(folder, { recursive: true, force: true })
