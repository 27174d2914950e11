// The package in bundles of esbuild, Rollup and webpack: each leaves out what nobody uses, as `sideEffects: false` promises.
import { build } from 'esbuild'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rollup, type Plugin } from 'rollup'
import webpack from 'webpack'
import { bundlings, faultsOf, type Bundling } from '../testing/side-effects.ts'
import { dist } from './project.ts'

const entryFolder = join(dist, 'bundles')
const { resolve } = createRequire(join(dist, 'package.json'))

const bundlers: Record<string, (entry: string) => Promise<string>> = {
  esbuild: async (entry) => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      external: ['msw', 'oauth4webapi', '@tanstack/*'],
      logLevel: 'error',
    })
    return outputFiles.map(({ text }) => text).join('')
  },
  rollup: async (entry) => {
    const warnings: string[] = []
    const bundle = await rollup({
      input: entry,
      external: /^(msw|oauth4webapi|@tanstack)/,
      plugins: [packages()],
      // zod's own comments and cycles are not ours.
      onwarn: ({ code, message }) =>
        void (code === 'EMPTY_BUNDLE' || /\/zod\/v4\//.test(message) || warnings.push(message)),
    })
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true })
    if (warnings.length > 0) throw new Error(warnings.join('\n'))
    return output.map((part) => (part.type === 'chunk' ? part.code : '')).join('')
  },
  webpack: (entry) => webpacked(entry),
}

/** Finds packages, and reads `sideEffects` of their manifests, as Rollup's plugin for Node's packages does. */
const packages = (): Plugin => ({
  name: 'packages',
  resolveId: async (id, importer) => {
    if (id.startsWith('.') || importer === undefined) return null
    const path = resolve(id)
    const [root = ''] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []
    const text = await readFile(join(root, 'package.json'), 'utf8')
    const { sideEffects, module } = JSON.parse(text) as { sideEffects?: unknown; module?: string }
    return { id: module === undefined ? path : join(root, module), moduleSideEffects: sideEffects !== false }
  },
})

async function webpacked(entry: string): Promise<string> {
  const path = join(entryFolder, 'webpack')
  const compiler = webpack({
    mode: 'production',
    entry,
    output: { path, clean: true },
    externals: [/^(msw|oauth4webapi|@tanstack)/],
  })
  const stats = await new Promise<webpack.Stats | undefined>((done, fail) => {
    compiler.run((error, result) => (error ? fail(error) : done(result)))
  })
  const { errors = [], warnings = [] } = stats?.toJson() ?? {}
  if (errors.length + warnings.length > 0)
    throw new Error([...errors, ...warnings].map(({ message }) => message).join('\n'))
  // Parts that are loaded later are files of their own.
  const files = await readdir(path)
  return (await Promise.all(files.map((file) => readFile(join(path, file), 'utf8')))).join('')
}

/** What each bundler leaves in that it must not, or leaves out; empty where all is right. */
export async function bundleFaults(): Promise<string[]> {
  await mkdir(entryFolder, { recursive: true })
  const faults: string[] = []
  for (const [name, bundled] of Object.entries(bundlers))
    for (const bundling of bundlings) faults.push(...(await tried(name, bundled, bundling)))
  await rm(entryFolder, { recursive: true })
  return faults
}

async function tried(name: string, bundled: (entry: string) => Promise<string>, bundling: Bundling) {
  const entry = join(entryFolder, 'entry.mjs')
  await writeFile(entry, bundling.code)
  return faultsOf(bundling, await bundled(entry)).map((fault) => `${name}: ${fault}`)
}
