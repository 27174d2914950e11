// server/ is what is deployed and nothing else: each of its files is in a Lambda's bundle, or gives types to one that is.
import { build } from 'esbuild'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { projectRoot } from '../testing/compile.ts'
import { entries } from './bundle.ts'
import { lambdaBuild } from './lambda-bundle.ts'

/** The files of server/ without tests, relative to the project. */
async function sourcesOfServer(): Promise<string[]> {
  const names = await readdir(join(projectRoot, 'server'), { recursive: true })
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return sources.map((name) => `server/${name.replaceAll('\\', '/')}`).sort()
}

/** The project's files in the bundles. */
async function bundled(): Promise<string[]> {
  const built = await Promise.all(Object.values(entries).map((entry) => build(lambdaBuild(entry))))
  return built.flatMap(({ metafile }) => Object.keys(metafile.inputs)).filter((path) => /^(server|infra)\//.test(path))
}

/** The files that a file imports, types included. */
async function importedBy(file: string): Promise<string[]> {
  const { importedFiles } = ts.preProcessFile(await readFile(join(projectRoot, file), 'utf8'))
  const relative = importedFiles.map(({ fileName }) => fileName).filter((name) => /^\..+\.ts$/.test(name))
  return relative.map((name) => join(file, '..', name).replaceAll('\\', '/'))
}

/** The bundled files, and the files of which they use types, and so on. */
async function deployed(): Promise<Set<string>> {
  const files = new Set(await bundled())
  for (const file of files) {
    if (!file.endsWith('.ts')) continue
    for (const imported of await importedBy(file)) if (imported.startsWith('server/')) files.add(imported)
  }
  return files
}

/** One of each bundle. */
const known = ['server/lambda.ts', 'server/workflow/tasks.ts', 'server/sample-data/seeds.ts']

test('every file of server/ is deployed', async () => {
  const inBundles = await deployed()
  expect(known.filter((file) => !inBundles.has(file))).toEqual([])
  expect((await sourcesOfServer()).filter((file) => !inBundles.has(file))).toEqual([])
})
