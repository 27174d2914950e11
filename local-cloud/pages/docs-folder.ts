// The built docs site. It is built on first use, and again when the contract or a hand-written page is newer.
import { execFile } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The site is made from these files and folders. */
const sources = [
  'generated/openapi.json',
  'docs',
  'codegen/docs',
  'client-sdk/README.md',
  'client-sdk/src',
  'spec/released',
  'redocly.yaml',
]

export const defaultDocsFolder = join(root, 'dist/docs')

export type DocsFile = { type: string; content: Buffer }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.yaml': 'application/yaml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Reads a file of the docs; undefined when there is none. Requests that arrive while the site is being built wait for it. */
export function createDocsFolder(folder: string) {
  let building: Promise<unknown> | undefined

  return async (address: string): Promise<DocsFile | undefined> => {
    const file = fileOf(address)
    if (file === undefined) return undefined
    if (building || !(await isCurrent(folder))) {
      building ??= build(folder).finally(() => (building = undefined))
      await building
    }
    const found = await stat(join(folder, file)).catch(() => undefined)
    if (!found?.isFile()) return undefined
    return { type: types[extname(file)] ?? 'application/octet-stream', content: await readFile(join(folder, file)) }
  }
}

/** `guides/upload/` and `guides/upload` → guides/upload/index.html. Steps begin with no dot, so none leads out of the folder. */
function fileOf(address: string): string | undefined {
  const steps = address.split('/').filter(Boolean)
  if (!steps.every((step) => /^[\w-][\w.-]*$/.test(step))) return undefined
  const last = steps.at(-1) ?? ''
  return extname(last) in types && !address.endsWith('/') ? steps.join('/') : [...steps, 'index.html'].join('/')
}

async function isCurrent(folder: string): Promise<boolean> {
  const page = await stat(join(folder, 'index.html')).catch(() => undefined)
  return page !== undefined && page.mtimeMs >= (await newestSource())
}

async function newestSource(): Promise<number> {
  const files = await Promise.all(
    sources.map(async (source) => {
      const inside = await readdir(join(root, source), { recursive: true }).catch((): string[] => [])
      return [source, ...inside.map((file) => join(source, file))]
    }),
  )
  const times = files.flat().map((file) =>
    stat(join(root, file)).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    ),
  )
  return Math.max(...(await Promise.all(times)))
}

// A separate process builds the site, so that the API can answer meanwhile.
const build = (folder: string) =>
  promisify(execFile)(process.execPath, ['codegen/docs/index.ts', '--out', folder], { cwd: root })
