// A Lambda's code: one minified file with everything in it, the AWS SDK too, and its source map.
import { buildSync } from 'esbuild'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = new Map<string, string>()

/** Bundles the module at this path of the project, and returns the directory with its `index.js`. */
export function bundle(entry: string): string {
  const directory = built.get(entry) ?? build(entry)
  built.set(entry, directory)
  return directory
}

function build(entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    // Nothing is written there: paths in the source map are the same wherever it is built, and so is the asset's hash.
    outfile: 'dist/lambda/index.js',
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    // Starts a little faster than a module, and needs no package.json beside it.
    format: 'cjs',
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
  })
  const directory = mkdtempSync(join(tmpdir(), 'frontdesk-lambda-'))
  for (const { path, contents } of outputFiles) writeFileSync(join(directory, basename(path)), contents)
  return directory
}
