// The size of the SDK in a bundle, minified and gzipped, against its budgets. `npm run check` runs it.
import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'

type Budget = { what: string; sources: string[]; budget: number }

/** Bytes of gzip, some of them for each operation. Raise a budget only for something that helps every user of the SDK. */
async function budgets(): Promise<Budget[]> {
  const resources = await readResources()
  const count = await countOperations()
  const bundles = (brings: Resource['brings']) =>
    resources.filter((resource) => resource.brings === brings).map(({ name }) => exporting(name))
  return [
    { what: 'everything', sources: [`export * from '../generated/client-sdk/client.ts'`], budget: 8025 + 25 * count },
    { what: 'one resource', sources: bundles(undefined), budget: 5200 },
    { what: 'one resource with a stream', sources: bundles('stream'), budget: 5400 },
    { what: 'one resource with uploads', sources: bundles('uploads'), budget: 7000 },
    { what: 'the client alone', sources: ["export { createClient } from './src/index.ts'"], budget: 4350 },
    { what: 'hooks and the log', sources: ["export { observe } from './src/observe.ts'"], budget: 2300 },
    // Two thirds of it are oauth4webapi.
    { what: 'the sign-in of a page', sources: ["export * from './src/browser-auth/index.ts'"], budget: 9800 },
    { what: 'every export', sources: ["export * from './src/index.ts'"], budget: 8570 + 30 * count },
  ]
}

const exporting = (resource: string) => `export { createClient, ${resource} } from './src/index.ts'`

async function countOperations(): Promise<number> {
  const contract = await readFile(new URL('../generated/openapi.json', import.meta.url), 'utf8')
  // Safe cast: `npm run generate` has written this file.
  const { paths } = JSON.parse(contract) as { paths: Record<string, Record<string, { operationId?: string }>> }
  return Object.values(paths).flatMap((item) => Object.values(item).filter(({ operationId }) => operationId)).length
}

/** A resource, and what it brings besides the core. */
type Resource = { name: string; brings: 'uploads' | 'stream' | undefined }

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
    return { name, brings }
  })
}

async function gzippedSize(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

const help = `Usage: node client-sdk/size.ts [options]

Bundles what users import of the SDK, and exits 1 when a bundle is larger than its budget.

  --verbose   prints every size
  --help      this text`

/** The bytes of each bundle; of several resources the largest counts. */
export async function measureSizes(): Promise<{ what: string; budget: number; size: number }[]> {
  return Promise.all(
    (await budgets()).map(async ({ what, sources, budget }) => {
      const sizes = await Promise.all(sources.map(gzippedSize))
      return { what, budget, size: Math.max(0, ...sizes) }
    }),
  )
}

async function main() {
  const { values } = parseArgs({ options: { verbose: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(help)
    return
  }
  for (const { what, size, budget } of await measureSizes()) {
    const line = `${what}: ${size} of ${budget} B gzip`
    if (values.verbose) console.log(line)
    if (size <= budget) continue
    console.error(`The SDK has outgrown its budget. ${line} (client-sdk/size.ts)`)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
