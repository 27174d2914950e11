// Every app bundled by the same options, those of Frontdesk's own Lambda; only Frontdesk has its contract compiled.
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot, type Contract } from '../codegen/contract.ts'
import { lambdaBuild } from '../codegen/lambda-bundle.ts'
import { renderRoutes } from '../codegen/routes.ts'
import { renderValidators } from '../codegen/validators.ts'
import { contractOf, operationsOfResource } from './api/contract.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** @returns The bundle's path, and how many bytes it has. */
export async function bundle(entry: string, name: string, operations = 0, own: BuildOptions = {}) {
  const outfile = here(`dist/${operations}/${name}.cjs`)
  const { outputFiles } = await build({
    ...lambdaBuild(entry),
    outfile,
    sourcemap: false,
    plugins: [],
    define: {
      CONTRACT: JSON.stringify(contractOf(operations)),
      RESOURCES: String(operations / operationsOfResource.length),
      'import.meta.url': 'bundleUrl',
    },
    ...own,
  })
  const [{ contents }] = outputFiles
  await mkdir(dirname(outfile), { recursive: true })
  await writeFile(outfile, contents)
  return { path: outfile, bytes: contents.length }
}

/** What a peer needs in a bundle beyond what all have. */
const peculiar: Record<string, BuildOptions> = {
  // An ES module of one of its packages is broken in bundles.
  express: { mainFields: ['main', 'module'] },
  // One of its packages reads files beside itself.
  fastify: { banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename)" } },
}

export async function bundlePeer(name: string, operations: number) {
  const bundled = await bundle(`bench/apps/${name}.ts`, name, operations, peculiar[name])
  if (name === 'fastify') {
    const schemas = here('node_modules/@seriousme/openapi-schema-validator/schemas')
    await cp(schemas, join(dirname(bundled.path), 'schemas'), { recursive: true })
  }
  return bundled
}

/** Frontdesk's own handler, from `server/lambda.ts` down, with the benchmark's contract and operations in it. */
export function pluginsOfOurs(operations: number, services: boolean) {
  const replaced = {
    './operations/index.ts': 'apps/ours/operations.ts',
    './dependencies.ts': services ? 'apps/ours/dependencies-with-services.ts' : 'apps/ours/dependencies.ts',
    './metrics.ts': 'apps/ours/metrics.ts',
    ...(!services && { './auth.ts': 'apps/ours/auth.ts' }),
  }
  return [
    compiledContract(contractOf(operations, services)),
    replacing(replaced),
    ...lambdaBuild('server/lambda.ts').plugins,
  ]
}
export function bundleOurs(operations: number, { services = false } = {}) {
  const plugins = pluginsOfOurs(operations, services)
  return bundle('server/lambda.ts', services ? 'ours-with-services' : 'ours', operations, { plugins })
}

/** `generated/` as codegen makes it of this contract, without writing it. */
function compiledContract(contract: Contract): Plugin {
  const generated: Record<string, string> = { 'routes.ts': renderRoutes(contract) }
  for (const [path, source] of Object.entries(renderValidators(contract))) generated[`validators/${path}`] = source
  const namespace = 'generated'
  return {
    name: 'compiled-contract',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/generated\/(routes|validators\/index)\.ts$/ }, ({ path }) => ({
        path: path.replace(/^.*\/generated\//, ''),
        namespace,
      }))
      // By their names ES modules, as those in generated/ are by the project's package.json.
      onResolve({ filter: /^\.\//, namespace }, ({ path, importer }) => ({
        path: join(dirname(importer), path.replace(/js$/, 'mjs')),
        namespace,
      }))
      onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: generated[path.replace(/mjs$/, 'js')] ?? '',
        loader: path.endsWith('.ts') ? 'ts' : 'js',
        resolveDir: projectRoot,
      }))
    },
  }
}

/** Modules beside `server/app.ts` replaced by others of the benchmark. */
function replacing(modules: Record<string, string>): Plugin {
  return {
    name: 'replacing',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\// }, ({ path, importer }) => {
        const replacement = modules[path]
        return replacement !== undefined && /[\\/]server[\\/][^\\/]+$/.test(importer) ? { path: here(replacement) } : undefined
      })
    },
  }
}
