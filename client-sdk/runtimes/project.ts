// The project in which the programs run, in dist/: the packed SDK as its users install it, and the bundled programs.
import { build, type BuildOptions } from 'esbuild'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createProject, pack, packageFolder } from '../testing/installed.ts'

export const folder = import.meta.dirname
export const dist = join(folder, 'dist')

/** The libraries of this package stay outside of a program, and so does the SDK where modules can be imported. */
const libraries = ['abort-controller/*', 'whatwg-fetch', 'undici', 'node-fetch', 'ofetch', '@opentelemetry/*']

/** The version of a package of this folder. */
export async function versionOf(name: string): Promise<string> {
  const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')
  // Safe cast: a package has a version.
  return (JSON.parse(text) as { version: string }).version
}

/** Writes the project with every program. */
export async function writeProject() {
  await rm(dist, { recursive: true, force: true })
  await mkdir(dist, { recursive: true })
  const { tarball } = await pack(dist)
  // Vitest would find the tests of the sources.
  await rm(join(dist, 'staging'), { recursive: true })
  await createProject(dist, [tarball, `zod@${await versionOf('zod')}`])
  await writeFile(join(dist, 'jest.config.mjs'), await jestConfigOfReadme())
  const program = (name: string) => join(folder, 'programs', `${name}.ts`)
  const shared: BuildOptions = {
    bundle: true,
    format: 'esm',
    target: 'es2022',
    nodePaths: [join(dist, 'node_modules')],
  }
  await Promise.all([
    build({
      ...shared,
      platform: 'node',
      entryPoints: ['process', 'fetch-library', 'react-native', 'opentelemetry', 'proxy'].map(program),
      external: ['@frontdesk/client-sdk', '@frontdesk/client-sdk/*', ...libraries],
      outExtension: { '.js': '.mjs' },
      outdir: dist,
    }),
    build({
      ...shared,
      platform: 'node',
      entryPoints: [program('tested')],
      external: ['@frontdesk/client-sdk'],
      outfile: join(dist, 'exercise.test.mjs'),
    }),
    // Pages load the parts that load later as files of their own. A worker has one file.
    build({ ...shared, splitting: true, platform: 'browser', entryPoints: [program('page')], outdir: dist }),
    build({ ...shared, platform: 'browser', entryPoints: [program('worker')], outdir: dist }),
    // Firefox takes no modules as service workers.
    build({ ...shared, format: 'iife', platform: 'browser', entryPoints: [program('service-worker')], outdir: dist }),
  ])
}

/** Jest runs with the configuration that docs/sdk.md tells its readers to write. */
async function jestConfigOfReadme(): Promise<string> {
  const page = await readFile(join(packageFolder, '../docs/sdk.md'), 'utf8')
  const [, code] = /^```js\n\/\/ jest\.config\.mjs\n(.*?)^```/ms.exec(page) ?? []
  if (code === undefined) throw new Error('docs/sdk.md has no block that begins with // jest.config.mjs.')
  return code
}
