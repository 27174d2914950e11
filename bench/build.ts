// Every app bundled by the options of Frontdesk's own Lambda; only Frontdesk has its contract compiled.
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot, type Contract } from '../codegen/contract.ts'
import { lambdaBuild } from '../infra/lambda-bundle.ts'
import { modelOf } from '../codegen/model.ts'
import { renderRoutes } from '../codegen/server/routes.ts'
import { renderValidators } from '../codegen/server/validators.ts'
import { contractOf, operationsOfResource, resourceName } from './api/contract.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A bundle: its entry, and how many bytes are loaded until it has answered a request for the first resource. */
export type Bundle = { path: string; loadedBytes: number }

/** `contract` is whether the app reads the contract as it runs, `quick` how openapi-backend does. */
type Own = Pick<BuildOptions, 'plugins' | 'inject' | 'mainFields' | 'sourcemap'> & {
  contract?: boolean
  quick?: boolean
}

async function bundle(entry: string, name: string, operations = 0, own: Own = {}): Promise<Bundle> {
  const { contract, quick = false, ...options } = own
  const outdir = here(`dist/${operations}/${name}`)
  const { outputFiles, metafile } = await build({
    ...lambdaBuild(entry),
    outdir,
    sourcemap: false,
    plugins: [],
    inject: [],
    define: {
      QUICK: String(quick),
      ...(contract && { CONTRACT: JSON.stringify(contractOf(operations)) }),
      RESOURCES: String(operations / operationsOfResource.length),
    },
    ...options,
  })
  await rm(outdir, { recursive: true, force: true })
  await mkdir(outdir, { recursive: true })
  for (const { path, contents } of outputFiles) await writeFile(path, contents)
  const path = join(outdir, 'index.mjs')
  return { path, loadedBytes: loadedBytes(metafile, relative(projectRoot, path)) }
}

/** The bytes of the entry, of what it imports, and of the first resource's validators where they are apart. */
function loadedBytes({ outputs }: Metafile, entry: string): number {
  const lazy = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.endsWith(`/${resourceName(0)}.mjs`))
  const files = new Set([entry, ...lazy.map(([file]) => file)])
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') files.add(path)
  }
  return [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0)
}

/** @param path The app's module below `apps/`. */
async function bundleFramework(path: string, operations: number): Promise<Bundle> {
  const name = basename(path)
  // One of its packages is broken as an ES module in a bundle.
  const own: Own = { contract: true, ...(name === 'express' && { mainFields: ['main', 'module'] }) }
  const bundled = await bundle(`bench/apps/${path}.ts`, name, operations, own)
  if (name === 'fastify') {
    // One of its packages reads these files beside itself.
    const schemas = here('node_modules/@seriousme/openapi-schema-validator/schemas')
    await cp(schemas, join(dirname(bundled.path), 'schemas'), { recursive: true })
  }
  return bundled
}

export type Bundles = Awaited<ReturnType<typeof buildAll>>

/** @param growing Whether the other frameworks are built for larger contracts too. */
export async function buildAll({ growing }: { growing: boolean }) {
  await Promise.all(['answers', 'aws-stand-in', 'cold', 'memory', 'warm'].map(bundleProbe))
  const frameworksOf = async (operations: number) => ({
    'openapi-backend': await bundleFramework('openapi-backend', operations),
    'openapi-backend-quick': await bundle('bench/apps/openapi-backend.ts', 'openapi-backend-quick', operations, {
      contract: true,
      quick: true,
    }),
    hono: await bundleFramework('peers/hono', operations),
    powertools: await bundleFramework('peers/powertools', operations),
    express: await bundleFramework('peers/express', operations),
    fastify: await bundleFramework('peers/fastify', operations),
  })
  const [ours200, ours1000] = [await bundleOurs(200), await bundleOurs(1000)]
  return {
    bare: await bundle('bench/apps/bare.ts', 'bare', 20),
    ours: await bundleOurs(20),
    ours200,
    ours1000,
    frameworks: await frameworksOf(20),
    grown: growing
      ? [
          { operations: 200, ours: ours200, frameworks: await frameworksOf(200) },
          { operations: 1000, ours: ours1000, frameworks: await frameworksOf(1000) },
        ]
      : [],
    services: {
      bare: await bundle('bench/apps/bare-with-services.ts', 'bare-with-services', 20),
      ours: await bundleOurs(20, { services: true }),
      // All of it, as it is deployed: its own contract, operations, logger and metrics.
      frontdesk: await bundle(lambda, 'frontdesk', 0, asDeployed),
    },
    presign: {
      ours: await bundle('bench/apps/presign/ours.ts', 'presign-ours'),
      sdk: await bundle('bench/apps/presign/sdk.ts', 'presign-sdk'),
    },
    jwt: {
      ours: await bundle('bench/apps/jwt/ours.ts', 'jwt-ours'),
      rawRsa: await bundle('bench/apps/jwt/raw-rsa.ts', 'jwt-raw-rsa'),
    },
  }
}

async function bundleProbe(name: string) {
  const outfile = here(`dist/probes/${name}.mjs`)
  const entryPoints = [here(`probes/${name}.ts`)]
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', target: 'node24' })
}

const lambda = 'server/lambda.ts'
const { plugins, inject, sourcemap } = lambdaBuild(lambda)
/** What Frontdesk's own Lambda has beyond the options that all apps are bundled with. */
const asDeployed = { plugins, inject, sourcemap }

/** Frontdesk's own handler, from `server/lambda.ts` down, with the benchmark's contract and operations in it. */
function bundleOurs(operations: number, { services = false } = {}): Promise<Bundle> {
  const replaced = {
    './operations/index.ts': 'apps/ours/operations.ts',
    './dependencies.ts': services ? 'apps/ours/dependencies-with-services.ts' : 'apps/ours/dependencies.ts',
    './metrics.ts': 'apps/ours/metrics.ts',
    ...(!services && { './auth.ts': 'apps/ours/auth.ts' }),
  }
  const own = [compiledContract(contractOf(operations, services)), replacing(replaced)]
  const options = { ...asDeployed, plugins: [...own, ...plugins] }
  return bundle(lambda, services ? 'ours-with-services' : 'ours', operations, options)
}

/** `generated/` as codegen makes it of this contract, without writing it. */
function compiledContract(contract: Contract): Plugin {
  const model = modelOf(contract)
  const generated: Record<string, string> = { 'routes.ts': renderRoutes(model) }
  for (const [path, source] of Object.entries(renderValidators(model))) generated[`validators/${path}`] = source
  const namespace = 'generated'
  return {
    name: 'compiled-contract',
    setup(build) {
      build.onResolve({ filter: /\/generated\/(routes|validators\/index)\.ts$/ }, ({ path }) => ({
        path: path.replace(/^.*\/generated\//, ''),
        namespace,
      }))
      // By their names ES modules, as those in generated/ are by the project's package.json.
      build.onResolve({ filter: /^\.\//, namespace }, ({ path, importer }) => ({
        path: join(dirname(importer), path.replace(/js$/, 'mjs')),
        namespace,
      }))
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
        contents: generated[path.replace(/mjs$/, 'js')] ?? '',
        loader: path.endsWith('.ts') ? 'ts' : 'js',
        resolveDir: projectRoot,
      }))
    },
  }
}

/** Modules beside `server/app.ts` replaced by others of the benchmark; each must be met. */
function replacing(modules: Record<string, string>): Plugin {
  return {
    name: 'replacing',
    setup(build) {
      const waiting = new Set(Object.keys(modules))
      build.onResolve({ filter: /^\.\// }, ({ path, importer }) => {
        const replacement = modules[path]
        const beside = /[\\/]server[\\/][^\\/]+$/.test(importer)
        if (replacement === undefined || !beside) return undefined
        waiting.delete(path)
        return { path: here(replacement) }
      })
      build.onEnd(() => {
        if (waiting.size > 0) throw new Error(`Nothing in server/ imports ${[...waiting].join(', ')} any more.`)
      })
    },
  }
}
