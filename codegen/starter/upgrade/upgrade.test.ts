// Later machinery comes into a project: what is taken, merged, added, removed, left out, and in conflict.
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../../contract.ts'
import { git } from '../git.ts'
import { namesOfTree } from '../names-of.ts'
import { renameText } from '../new/rename.ts'
import { namesOf } from '../../model/names.ts'
import { originOf } from '../new/project.ts'
import { upgrade } from './upgrade.ts'

let folder: string
let machinery: string
let own: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upgrade-test-'))
  machinery = join(folder, 'machinery')
  own = join(folder, 'own')
})
afterEach(() => rm(folder, { recursive: true }))

async function write(root: string, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

async function commit(root: string) {
  await git(root, 'add', '--all')
  await git(root, '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'x')
}

const manifest = '{\n  "name": "tower",\n  "version": "1.0.0",\n  "private": true,\n  "scripts": {}\n}\n'
const lines = (...more: string[]) =>
  `${['// Of Tower.', 'export const a = 1', 'export const b = 2', ...more].join('\n')}\n`

/** A project that was made of the machinery, with its own edits afterwards. */
async function make() {
  await mkdir(machinery)
  await git(machinery, 'init', '--quiet')
  const files = {
    'package.json': manifest,
    'generated/names.ts': "export const title = 'Tower'\n",
    'spec/cases.yaml': 'a: 1\n',
    ...Object.fromEntries(
      ['same', 'taken', 'merged', 'conflict', 'gone', 'left'].map((name) => [`codegen/${name}.ts`, lines()]),
    ),
  }
  await write(machinery, files)
  await commit(machinery)
  const names = [namesOfTree(machinery), namesOf('Acme Desk')] as const
  const origin = await originOf(machinery)
  await write(
    own,
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, renameText(path, text, ...names)])),
  )
  await write(own, {
    'package.json': manifest
      .replace('tower', 'acme-desk')
      .replace('  "private": true,\n', (line) => `${line}  "origin": "${origin}",\n`),
    'generated/names.ts': "export const title = 'Acme Desk'\n",
    'codegen/merged.ts': `// My own line.\n${lines().replace('Tower', 'Acme Desk')}`,
    'codegen/conflict.ts': lines().replace('Tower', 'Acme Desk').replace('b = 2', 'b = 3'),
  })
  await rm(join(own, 'codegen/left.ts'))
  for (const settings of ['.prettierrc.json', '.prettierrc']) {
    await cp(join(projectRoot, settings), join(own, settings)).catch(() => undefined)
  }
  await symlink(join(projectRoot, 'node_modules'), join(own, 'node_modules'))
}

test('a three-way merge of the machinery, under the names of the project', { timeout: 120_000 }, async () => {
  await make()
  await write(machinery, {
    'codegen/taken.ts': lines('export const tower = 3'),
    'codegen/merged.ts': lines('export const c = 3'),
    'codegen/conflict.ts': lines().replace('b = 2', 'b = 4'),
    'codegen/left.ts': lines('export const c = 3'),
    'codegen/added.ts': lines(),
    'spec/cases.yaml': 'a: 2\n',
  })
  await rm(join(machinery, 'codegen/gone.ts'))
  await commit(machinery)

  const outcomes = await upgrade(own, join(folder, 'work'), machinery)
  expect(Object.fromEntries(outcomes.map(({ path, kind }) => [path, kind]))).toEqual({
    'codegen/added.ts': 'added',
    'codegen/conflict.ts': 'conflict',
    'codegen/gone.ts': 'removed',
    'codegen/left.ts': 'left',
    'codegen/merged.ts': 'merged',
    'codegen/taken.ts': 'taken',
  })
  const read = (path: string) => readFile(join(own, path), 'utf8')
  expect(await read('codegen/taken.ts')).toContain('// Of Acme Desk.')
  expect(await read('codegen/taken.ts')).toContain('export const acmeDesk = 3')
  expect(await read('codegen/merged.ts')).toMatch(/^\/\/ My own line\.\n[^]*export const c = 3\n$/)
  expect(await read('codegen/conflict.ts')).toMatch(/<<<<<<< yours\nexport const b = 3\n[^]*>>>>>>> machinery/)
  expect(await read('spec/cases.yaml')).toBe('a: 1\n')
  expect(await read('package.json')).toContain(await originOf(machinery))
  expect((await read('package.json')).match(/tower/gi)).toHaveLength(1)
})

test('without a change in the machinery nothing happens', { timeout: 120_000 }, async () => {
  await make()
  expect(await upgrade(own, join(folder, 'work'), machinery)).toEqual([])
})

test('a project of another origin is refused', async () => {
  await make()
  const text = await readFile(join(own, 'package.json'), 'utf8')
  await writeFile(join(own, 'package.json'), text.replace(/[0-9a-f]{40}/, '0'.repeat(40)))
  await expect(upgrade(own, join(folder, 'work'), machinery)).rejects.toThrow('has no commit 000000000000')
  await writeFile(join(own, 'package.json'), text.replace(/^ {2}"origin".*\n/m, ''))
  await expect(upgrade(own, join(folder, 'work'), machinery)).rejects.toThrow('has no origin')
})
