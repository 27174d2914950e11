// What the SDK adds to a bundle, minified and gzipped, held against its budgets. Run by `npm run check`.
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'

/** Bytes of gzip. Raise one only for something that every user of it is glad of. */
export const budgets: { what: string; source: string; budget: number }[] = [
  { what: 'everything', source: "export { createFrontdesk } from './src/index.ts'", budget: 5800 },
  { what: 'one resource', source: "export { createClient, products } from './src/index.ts'", budget: 3800 },
  { what: 'cases, with uploads', source: "export { createClient, cases } from './src/index.ts'", budget: 5100 },
  { what: 'the client alone', source: "export { createClient } from './src/index.ts'", budget: 3200 },
  { what: 'every export', source: "export * from './src/index.ts'", budget: 6200 },
]

export async function gzippedSize(contents: string): Promise<number> {
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

async function main() {
  const { values } = parseArgs({ options: { verbose: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(help)
    return
  }
  for (const { what, source, budget } of budgets) {
    const size = await gzippedSize(source)
    const line = `${what}: ${size} of ${budget} B gzip`
    if (values.verbose) console.log(line)
    if (size <= budget) continue
    console.error(`The SDK has outgrown its budget. ${line} (client-sdk/size.ts)`)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
