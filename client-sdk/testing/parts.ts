// The SDK in a bundle with code splitting, whose parts cannot be loaded: they are missing, never come, or come late.
import { build } from 'esbuild'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type Fault = 'missing' | 'hanging' | 'late'

type Sdk = typeof import('../src/index.ts') & typeof import('../src/observe.ts')

/** How long a late part takes, in milliseconds. */
const delay = 300

export async function bundleWith(fault: Fault): Promise<{ module: Sdk } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'parts-'))
  const { metafile } = await build({
    stdin: {
      contents: "export * from '../src/index.ts'; export { observe } from '../src/observe.ts'",
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: folder,
    entryNames: 'main',
    metafile: true,
  })
  const parts = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== '<stdin>')
  if (parts.length === 0) throw new Error('The bundle has no parts.')
  for (const [path] of parts) await damage(join(folder, basename(path)), fault)
  return {
    // Safe cast: the bundle exports both modules.
    module: (await import(pathToFileURL(join(folder, 'main.js')).href)) as Sdk,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

async function damage(file: string, fault: Fault): Promise<void> {
  if (fault === 'missing') return rm(file)
  if (fault === 'hanging') return writeFile(file, 'await new Promise(() => undefined)')
  await rename(file, `${file}.mjs`)
  const wait = `await new Promise((resolve) => setTimeout(resolve, ${delay}))`
  await writeFile(file, `${wait}\nexport * from './${basename(file)}.mjs'`)
}
