// The size of the SDK in a bundle, minified and gzipped, against its budgets. `npm run check` runs it. Each bundle has two:
// one for its start, without the parts that are loaded with their first use, and one for a bundle in one file.
import { build, type BuildOptions, type OutputFile } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import manifest from '../package.json' with { type: 'json' }

/** Bytes of gzip: of what a page loads at its start, and of all in one file. */
type Bytes = { size: number; whole: number }

/** What a page imports, and the most bytes that it may have. */
type Bundle = { source: string; budget: Bytes }

/**
 * Some bytes are for each operation, and some for each letter of a name that the contract or the project gives. Raise a
 * budget only for something that helps every user of the SDK.
 */
async function bundles(name: string): Promise<Record<string, Bundle[]>> {
  const resources = await readResources()
  const count = await countOperations()
  const bundle = (source: string, own: number, size: number, whole = size): Bundle => {
    const more = own + 2 * name.length
    return { source, budget: { size: size + more, whole: whole + more } }
  }
  const each = (brings: Resource['brings'], size: number, whole = size) =>
    resources
      .filter((resource) => resource.brings === brings)
      .map(({ name: resource, operations }) =>
        bundle(
          `export { createClient, ${resource} } from './src/index.ts'`,
          25 * operations + 2 * resource.length,
          size,
          whole,
        ),
      )
  return {
    everything: [bundle(`export * from '../generated/client-sdk/client.ts'`, 25 * count, 6332, 9890)],
    'one resource': each(undefined, 5327),
    'one resource with a stream': each('stream', 5067, 6337),
    'one resource with uploads': each('uploads', 5820, 8287),
    'the client alone': [bundle("export { createClient } from './src/index.ts'", 0, 4552)],
    'hooks and the log': [bundle("export { observe } from './src/observe.ts'", 0, 2575)],
    // Two thirds of it are oauth4webapi.
    'the sign-in of a page': [bundle("export * from './src/browser-auth/index.ts'", 0, 10_395)],
    'every export': [bundle("export * from './src/index.ts'", 30 * count, 6892, 10_432)],
  }
}

async function countOperations(): Promise<number> {
  const contract = await readFile(new URL('../generated/openapi.json', import.meta.url), 'utf8')
  // Safe cast: `npm run generate` has written this file.
  const { paths } = JSON.parse(contract) as { paths: Record<string, Record<string, { operationId?: string }>> }
  return Object.values(paths).flatMap((item) => Object.values(item).filter(({ operationId }) => operationId)).length
}

/** A resource, and what it brings besides the core. */
type Resource = { name: string; operations: number; brings: 'uploads' | 'stream' | undefined }

/** The generated resources, by the names that they export. */
async function readResources(): Promise<Resource[]> {
  const read = (file: string) => readFile(new URL(`../generated/client-sdk/${file}`, import.meta.url), 'utf8')
  const files = [...(await read('resources.ts')).matchAll(/from '\.\/(.+)'/g)].map(([, file = '']) => file)
  const sources = await Promise.all(files.map(read))
  return sources.map((source) => {
    const [, name = ''] = /^export function (\w+)/m.exec(source) ?? []
    const brings = source.includes('/upload.ts')
      ? 'uploads'
      : source.includes('/event-stream.ts')
        ? 'stream'
        : undefined
    return { name, operations: [...source.matchAll(/\bid: '/g)].length, brings }
  })
}

/** The bytes of what a page loads at its start, and of all files together. */
async function gzippedSize(contents: string, name: string): Promise<Bytes> {
  const named = ({ text }: OutputFile) =>
    text.replaceAll(ownName, name).replaceAll(inPascalCase(ownName), inPascalCase(name))
  const gzipped = (file: OutputFile) => gzipSync(named(file), { level: 9 }).length
  const options: BuildOptions & { write: false } = {
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  }
  const [split, single] = await Promise.all([
    build({ ...options, splitting: true, metafile: true, outdir: folder, absWorkingDir: folder }),
    build(options),
  ])
  const { outputs } = split.metafile
  const atStart = (path: string): string[] => [
    path,
    ...(outputs[path]?.imports ?? [])
      .filter(({ kind, external }) => kind === 'import-statement' && !external)
      .flatMap((imported) => atStart(imported.path)),
  ]
  // A module that is loaded later is an entry point, too.
  const entries = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === '<stdin>')
  const paths = new Set(entries.flatMap(atStart))
  const sizes = split.outputFiles.filter(({ path }) => paths.has(relative(folder, path))).map(gzipped)
  if (sizes.length !== paths.size) throw new Error('A file of the bundle has no size.')
  return { size: sum(sizes), whole: sum(single.outputFiles.map(gzipped)) }
}

const ownName = manifest.name
/** As the base class of the errors has it. */
const inPascalCase = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
const folder = fileURLToPath(new URL('.', import.meta.url))
const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0)

const help = `Usage: node client-sdk/size.ts [options]

Bundles what users import of the SDK, and exits 1 when a bundle is larger than its budget.

  --verbose   prints every size
  --help      this text`

type Size = Bytes & { what: string; budget: Bytes }

/** The bytes of each bundle, as in a project of this name; of several resources the one that has the least room. */
export async function measureSizes(name = ownName): Promise<Size[]> {
  const all = Object.entries(await bundles(name)).filter(([, some]) => some.length > 0)
  return Promise.all(
    all.map(async ([what, some]) => {
      const measured = await Promise.all(
        some.map(async ({ source, budget }) => ({ what, budget, ...(await gzippedSize(source, name)) })),
      )
      const [first, ...others] = measured
      return others.reduce((least, other) => (roomOf(other) < roomOf(least) ? other : least), first as Size)
    }),
  )
}

const roomOf = ({ size, whole, budget }: Size) => Math.min(budget.size - size, budget.whole - whole)

/** A line for each bundle, and whether it is larger than one of its budgets. */
export function report({ what, size, whole, budget }: Size): { line: string; isOutgrown: boolean } {
  return {
    line: `${what}: ${size} of ${budget.size} B gzip at the start, ${whole} of ${budget.whole} in one file`,
    isOutgrown: size > budget.size || whole > budget.whole,
  }
}

async function main() {
  const { values } = parseArgs({ options: { verbose: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(help)
    return
  }
  for (const { line, isOutgrown } of (await measureSizes()).map(report)) {
    if (values.verbose) console.log(line)
    if (!isOutgrown) continue
    console.error(`The SDK has outgrown its budget. ${line} (client-sdk/size.ts)`)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
