// Bundles every app with the options of Frontdesk's own Lambda. Only Frontdesk has its contract compiled.
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot, type Contract } from '../codegen/contract.ts'
import { lambdaBuild } from '../infra/lambda-bundle.ts'
import { modelOf } from '../codegen/model.ts'
import { renderRoutes } from '../codegen/server/routes.ts'
import document from '../generated/openapi.json' with { type: 'json' }
import { renderValidators } from '../codegen/server/validators.ts'
import { contractOf, operationsOfResource, resourceName } from './api.ts'
import { probesPath } from './processes.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// --- One bundle

/** A bundle: its entry, and the bytes that are loaded before it has answered a request for the first resource. */
export type Bundle = { path: string; loadedBytes: number }

type Own = Pick<BuildOptions, 'plugins' | 'define' | 'mainFields' | 'sourcemap'> & {
  /** Whether the app reads the contract at run time. */
  contract?: boolean
  /** Whether openapi-backend skips the check of the contract. */
  quick?: boolean
  /** Whether a peer checks tokens and writes to DynamoDB. */
  services?: boolean
}

async function bundle(entry: string, name: string, operations = 0, own: Own = {}): Promise<Bundle> {
  const { contract, quick = false, services = false, plugins = [], define, ...options } = own
  const outdir = here(`dist/${operations}/${name}`)
  const { outputFiles, metafile } = await build({
    ...lambdaBuild(entry),
    outdir,
    sourcemap: false,
    define: {
      ...define,
      QUICK: String(quick),
      SERVICES: String(services),
      ...(contract && { CONTRACT: JSON.stringify(contractOf(operations)) }),
      RESOURCES: String(operations / operationsOfResource.length),
    },
    ...options,
    plugins: [...plugins, snippets, onlyUsedImports],
  })
  await rm(outdir, { recursive: true, force: true })
  await mkdir(outdir, { recursive: true })
  for (const { path, contents } of outputFiles) await writeFile(path, contents)
  const path = join(outdir, 'index.mjs')
  return { path, loadedBytes: loadedBytes(metafile, relative(projectRoot, path)) }
}

/** A module in the benchmark's folder that esbuild takes from its name: `snippet:export …`. */
const snippets: Plugin = {
  name: 'snippets',
  setup(build) {
    const namespace = 'snippet'
    build.onResolve({ filter: /^snippet:/ }, ({ path }) => ({ path: path.slice('snippet:'.length), namespace }))
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: path, resolveDir: here('.') }))
  },
}

/** Drops the imports of the file with all peers that the bundled peer does not use. */
const onlyUsedImports: Plugin = {
  name: 'only-used-imports',
  setup(build) {
    const peers = here('peers.ts')
    build.onResolve({ filter: /.*/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (importer !== peers || pluginData === onlyUsedImports) return undefined
      const resolved = await build.resolve(path, { importer, resolveDir, kind, pluginData: onlyUsedImports })
      return { ...resolved, sideEffects: false }
    })
  },
}

/** The bytes of the entry, of its imports, and of the first resource's validators when they are separate files. */
function loadedBytes({ outputs }: Metafile, entry: string): number {
  const lazy = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.endsWith(`/${resourceName(0)}.mjs`))
  const files = new Set([entry, ...lazy.map(([file]) => file)])
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') files.add(path)
  }
  return [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0)
}

// --- The apps

/** @param file The app: a module of its own, so that it is bundled as it would be deployed. */
const bundleApp = (file: string, operations = 0, own: Own = {}, name = file) =>
  bundle(`snippet:import { create } from './apps/${file}.ts'; export const handler = create()`, name, operations, own)

/** @param peer The name of a function of peers.ts that makes the handler. */
const bundlePeer = (peer: string, operations: number, own: Own = {}) =>
  bundle(
    `snippet:import { ${peer} as create } from './peers.ts'; export const handler = create()`,
    own.services ? `${peer}-service` : peer,
    operations,
    own,
  )

async function bundleFastify(operations: number, own: Own = {}): Promise<Bundle> {
  const bundled = await bundlePeer('fastify', operations, { ...own, contract: true })
  // Its validator of documents reads these files from its own folder.
  const schemas = here('node_modules/@seriousme/openapi-schema-validator/schemas')
  await cp(schemas, join(dirname(bundled.path), 'schemas'), { recursive: true })
  return bundled
}

async function bundleFrameworks(operations: number) {
  const contract = true
  const backend = (name: string, quick: boolean) => bundleApp('openapi-backend', operations, { contract, quick }, name)
  return {
    'openapi-backend': await backend('openapi-backend', false),
    'openapi-backend-quick': await backend('openapi-backend-quick', true),
    hono: await bundlePeer('hono', operations),
    powertools: await bundlePeer('powertools', operations),
    // One of its packages is broken as an ES module in a bundle.
    express: await bundlePeer('express', operations, { contract, mainFields: ['main', 'module'] }),
    fastify: await bundleFastify(operations),
  }
}

export type Bundles = Awaited<ReturnType<typeof buildAll>>

/** @param growing Whether the other frameworks are built for larger contracts too. */
export async function buildAll({ growing }: { growing: boolean }) {
  await bundleProbes()
  const [ours200, ours1000] = [await bundleOurs(200), await bundleOurs(1000)]
  return {
    bare: await bundleApp('bare', 20),
    ours: await bundleOurs(20),
    ours200,
    ours1000,
    frameworks: await bundleFrameworks(20),
    grown: growing
      ? [
          { operations: 200, ours: ours200, frameworks: await bundleFrameworks(200) },
          { operations: 1000, ours: ours1000, frameworks: await bundleFrameworks(1000) },
        ]
      : [],
    services: await bundleServices(),
    mcp: { ours: await bundleMcp('mcp-ours'), official: await bundleMcp('mcp-official', { official: true }) },
    presign: {
      ours: await bundleApp('presign-ours'),
      sdk: await bundleApp('presign-sdk'),
    },
    jwt: {
      ours: await bundleApp('token-remembered'),
      rawRsa: await bundleApp('token-raw-rsa'),
    },
  }
}

/** The apps that check tokens and call DynamoDB. */
async function bundleServices() {
  return {
    bare: await bundleApp('bare-service', 20),
    bareStatus: await bundleApp('bare-status'),
    hono: await bundlePeer('hono', 20, { services: true }),
    powertools: await bundlePeer('powertools', 20, { services: true }),
    fastify: await bundleFastify(20, { services: true }),
    ours: await bundleOurs(20, { services: true }),
    deployed: await bundleDeployed(),
    withoutMcp: await bundleWithoutMcp(),
  }
}

export async function bundleProbes() {
  const outfile = probesPath
  await build({
    entryPoints: [here('probes.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
  })
}

// --- Frontdesk

const lambda = 'server/lambda.ts'
const { plugins, define, sourcemap } = lambdaBuild(lambda)
/** The options of Frontdesk's own Lambda that the other apps do not have. */
const asDeployed = { plugins, define, sourcemap }

/** Frontdesk's own handler, from `server/lambda.ts` on, with the benchmark's contract and operations. */
function bundleOurs(operations: number, { services = false } = {}): Promise<Bundle> {
  const dependencies = services
    ? "export { ourDependenciesWithServices as createDependencies } from './apps/ours-services.ts'"
    : "export { ourDependencies as createDependencies } from './apps/ours.ts'"
  const replaced = {
    './operations/index.ts':
      "import { ourOperations } from './apps/ours.ts'; export const operations = ourOperations()",
    './dependencies.ts': dependencies,
    ...(!services && {
      './auth/authenticate.ts':
        "export { anyone } from './apps/ours.ts'; export const authenticateApiKey = () => undefined",
    }),
  }
  const own = [compiledContract(contractOf(operations, services)), replacing(replaced)]
  const options = { ...asDeployed, plugins: [...own, ...plugins] }
  return bundle(lambda, services ? 'ours-with-services' : 'ours', operations, options)
}

/** The whole service as it is deployed: its own contract, operations and log. */
export const bundleDeployed = () => bundle(lambda, 'deployed', 0, asDeployed)

/** The whole service as it would be deployed without the MCP endpoint and its documents. */
function bundleWithoutMcp(): Promise<Bundle> {
  // Safe cast: the bundle is an OpenAPI document; TypeScript reads the JSON's enums as plain strings.
  const contract = document as unknown as Contract
  const { operations } = modelOf(contract)
  const tag = operations.find(({ protocol }) => protocol)?.tag
  const ofMcp = operations.filter((operation) => operation.tag === tag)
  const left = Object.entries(contract.paths).filter(([path]) => !ofMcp.some((operation) => operation.path === path))
  const stubs = ofMcp.map(({ operationId }) => `export const ${operationId} = undefined`).join(';')
  const replaced = { './mcp.ts': stubs, './assistants.ts': 'export const createAssistants = () => undefined' }
  const own = [compiledContract({ ...contract, paths: Object.fromEntries(left) }), replacing(replaced)]
  return bundle(lambda, 'without-mcp', 0, { ...asDeployed, plugins: [...own, ...plugins] })
}

/** Frontdesk's own contract and operations, with its own protocol or that of the official package. */
function bundleMcp(name: string, { official = false } = {}): Promise<Bundle> {
  const replaced = {
    './dependencies.ts': "export { mcpDependencies as createDependencies } from './apps/mcp.ts'",
    './auth/authenticate.ts':
      "export { anyone } from './apps/ours.ts'; export const authenticateApiKey = () => undefined",
    ...(official && { './index.ts': "export { officialAnswer as answer } from './peers.ts'" }),
  }
  return bundle(lambda, name, 0, { ...asDeployed, plugins: [replacing(replaced), ...plugins] })
}

/** `generated/` as codegen makes it from this contract, without writing it. */
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
      // The name makes them ES modules. Those in generated/ are ES modules by the project's package.json.
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

/** Replaces modules that files in `server/` import. Each must be found. */
function replacing(modules: Record<string, string>): Plugin {
  return {
    name: 'replacing',
    setup(build) {
      const waiting = new Set(Object.keys(modules))
      build.onResolve({ filter: /^\.\// }, ({ path, importer }) => {
        const replacement = modules[path]
        const isInServer = /[\\/]server[\\/]((mcp[\\/]endpoint|operations[\\/]index)\.ts|[^\\/]+)$/.test(importer)
        if (replacement === undefined || !isInServer) return undefined
        waiting.delete(path)
        return { path: replacement, namespace: 'snippet' }
      })
      build.onEnd(() => {
        if (waiting.size > 0) throw new Error(`Nothing in server/ imports ${[...waiting].join(', ')} any more.`)
      })
    },
  }
}
