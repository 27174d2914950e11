// A replaced module fits one version of its package: the build fails with another one, and names both.
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { projectRoot } from '../../codegen/contract.ts'
import { replacements, replacing } from './replaced.ts'

const bundle = (name: string, table: typeof replacements) =>
  build({
    stdin: { contents: `export * from '${name}'`, resolveDir: projectRoot },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [replacing(table)],
  })

const names = Object.keys(replacements)

test.each(names)('%s is replaced in the version that is installed', async (name) => {
  await expect(bundle(name, replacements)).resolves.toMatchObject({ errors: [] })
})

test.each(names)('%s in another version fails the build', async (name) => {
  const { modules = {} } = replacements[name] ?? {}
  const other = { ...replacements, [name]: { version: '0.0.0', modules: { ...modules, 'dist-es/index': '' } } }
  await expect(bundle(name, other)).rejects.toThrow(/was made for 0\.0\.0: see infra\/bundling\/replaced\.ts/)
})
