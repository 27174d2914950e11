// The script of the start page: browser/ as one file, compiled when it is first asked for.
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('browser/index.ts', import.meta.url))
let script: Promise<string> | undefined

export const browserScript = () => (script ??= compile())

async function compile(): Promise<string> {
  const { buildSync } = await import('esbuild')
  // A build in another process would leave that process running. This one takes some milliseconds, once.
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
