// The code of the Lambda functions: each bundle is a directory of its own, ready to be an asset.
import { build } from 'esbuild'
import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { name } from '../generated/names.ts'
import { lambdaBuild } from './lambda-bundle.ts'

/** The modules whose exports are handlers. */
export const entries = {
  api: 'server/lambda.ts',
  stream: 'server/stream.ts',
  workflow: 'server/workflow/lambda.ts',
  uploads: 'server/uploads/lambda.ts',
  seed: 'infra/seed-resource.ts',
  keys: 'infra/keys/rotation-function.ts',
  canary: 'infra/canary/function.ts',
} as const

export type Bundles = Record<keyof typeof entries, string>

/** Each directory has an `index.mjs`, the files that it loads, and their source maps. */
export async function createBundles(): Promise<Bundles> {
  const made = Object.entries(entries).map(async ([name, entry]) => [name, await bundle(entry)] as const)
  // Safe cast: there is one bundle for each entry.
  return Object.fromEntries(await Promise.all(made)) as Bundles
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build(lambdaBuild(entry))
  const directory = await mkdtemp(join(tmpdir(), `${name}-lambda-`))
  for (const { path, contents } of outputFiles) await writeFile(join(directory, basename(path)), contents)
  // A synthesis copies the directory, so it can go at the end.
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  return directory
}
