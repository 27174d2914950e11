// The copy of a tree becomes a project of its own: its names, its origin, its first page, and no history of the other one.
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import type { Names } from '../../model/names.ts'
import { git } from '../git.ts'
import { withoutPictures } from '../pictures.ts'
import { resourcesOf, machinery } from '../resources.ts'
import { readText } from '../tree.ts'
import { readmeOf } from './readme.ts'
import { renameText } from './rename.ts'

/** The released and the pending changes of the other project. */
const history = ['spec/released', 'client-sdk/CHANGELOG.md', '.changeset/*.md']

const docsTests = 'testing/docs.test.ts'

export async function becomeProject(copy: string, files: string[], from: Names, to: Names): Promise<void> {
  for (const path of history) {
    for await (const file of glob(path, { cwd: copy })) await rm(join(copy, file), { recursive: true })
  }
  await withoutPictures(copy)
  for (const path of files) await renameFile(copy, path, from, to)
}

async function renameFile(copy: string, path: string, from: Names, to: Names) {
  const file = join(copy, path)
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes || bytes.includes(0)) return
  const text = bytes.toString()
  const renamed = renameText(path, text, from, to)
  if (renamed !== text) await writeFile(file, renamed)
  const place = renameText(path, path, from, to)
  if (place !== path) await rename(file, join(copy, place))
}

/** What is the project's own from the first day: its first page, a changeset, and the line that says where it comes from. */
export async function writeOwnFiles(copy: string, names: Names, origin: string): Promise<void> {
  // Safe cast: npm refuses a manifest without a name.
  const { name: sdk } = JSON.parse(readText(copy, 'client-sdk/package.json')) as { name: string }
  const resources = resourcesOf(copy)
  const own = resources.filter(({ name }) => !machinery.has(name)).map(({ name }) => name)
  const readme = readmeOf(
    names,
    sdk,
    own,
    resources.flatMap(({ operations }) => operations),
  )
  await writeFile(join(copy, 'README.md'), readme)
  await writeFile(join(copy, '.changeset/first-release.md'), `---\n'${sdk}': minor\n---\n\nThe first release.\n`)
  await writeFile(join(copy, 'client-sdk/CHANGELOG.md'), `# ${sdk}\n`)
  await withoutRelease(copy)
  const manifest = readText(copy, 'package.json')
  // The first page has no program yet that is a whole file.
  const tests = readText(copy, docsTests).replace('  expect(blocks.length).toBeGreaterThan(0)\n', '')
  await writeFile(join(copy, docsTests), tests)
  const line = `  "origin": ${JSON.stringify(origin)},\n`
  const without = manifest.replace(/^ {2}"origin": .*\n/m, '')
  await writeFile(
    join(copy, 'package.json'),
    without.replace(/^ {2}"private": true,\n/m, (found) => found + line),
  )
}

/** Name and version of the machinery, and the commit: the line that `npm run upgrade` reads. */
export async function originOf(root: string): Promise<string> {
  // Safe cast: npm refuses a manifest without name and version.
  const { name, version } = JSON.parse(readText(root, 'package.json')) as { name: string; version: string }
  return `${name} ${version} ${(await git(root, 'rev-parse', 'HEAD')).trim()}`
}

/** The first changeset makes the first version of it. */
async function withoutRelease(copy: string) {
  for (const path of ['client-sdk/package.json', 'package-lock.json']) {
    const text = readText(copy, path)
    const place = path === 'package-lock.json' ? text.indexOf('"client-sdk": {') : 0
    const rest = text.slice(place).replace(/"version": "[^"]+"/, '"version": "0.0.0"')
    await writeFile(join(copy, path), text.slice(0, place) + rest)
  }
  // Its first page names the file that is packed.
  const page = readText(copy, 'client-sdk/README.md').replace(/(?<=-client-sdk-)\d[\w.-]*(?=\.tgz)/g, '0.0.0')
  await writeFile(join(copy, 'client-sdk/README.md'), page)
}
