// A replaced module fits one version of its package: the build fails with another one, and names both.
import { build, type Plugin } from 'esbuild'
import { expect, test } from 'vitest'
import { projectRoot } from '../../codegen/contract.ts'
import { withoutDeadModules } from './dead-modules.ts'
import { replacedOnlyAtStart, replacements, replacing } from './replaced.ts'

const bundle = (name: string, plugin: Plugin) =>
  build({
    stdin: { contents: `export * from '${name}'`, resolveDir: projectRoot },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [plugin],
  })

const tables = { replacements, replacedOnlyAtStart }
const packages = Object.entries(tables).flatMap(([where, table]) =>
  Object.entries(table).map(([name, replacement]) => ({ where, name, replacement })),
)

test.each(packages)('$name of $where is replaced in the version that is installed', async ({ name, replacement }) => {
  await expect(bundle(name, replacing({ [name]: replacement }))).resolves.toMatchObject({ errors: [] })
})

test.each(packages)('$name of $where in another version fails the build', async ({ name, replacement }) => {
  const other = { [name]: { ...replacement, version: '0.0.0' } }
  await expect(bundle(name, replacing(other))).rejects.toThrow(
    /was made for 0\.0\.0\. Compare .+, then change it and its version in infra\/bundling\/replaced\.ts/,
  )
})

test.each(packages)(
  '$name of $where in another version fails the build, also if it has no such module',
  async ({ name }) => {
    const other = { [name]: { version: '0.0.0', modules: { 'a-module-that-has-gone': '' } } }
    await expect(bundle(name, replacing(other))).rejects.toThrow(`${name} is `)
  },
)

test("openapi-backend's dead modules are left out in the version that is installed, and fail the build in another", async () => {
  const { metafile } = await bundle('openapi-backend', withoutDeadModules())
  const present = Object.keys(metafile.inputs)
  expect(present).toContain('replaced:lodash')
  expect(present.filter((path) => /node_modules\/(lodash|ajv|qs)\//.test(path))).toEqual([])
  await expect(bundle('openapi-backend', withoutDeadModules('0.0.0'))).rejects.toThrow(
    /openapi-backend is \d.+ in the place of its .+ was made for 0\.0\.0\. .+ in infra\/bundling\/dead-modules\.ts/,
  )
})
