// The built docs page. It is built on first use, and again when the contract is newer.
import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const contract = join(root, 'generated/openapi.json')

export const defaultDocsFolder = join(root, 'dist/docs')

/** Reads a file of the docs by its path in the folder. Requests that arrive while the page is being built wait for it. */
export function createDocsFolder(folder: string) {
  let building: Promise<unknown> | undefined

  return async (file: string): Promise<Buffer> => {
    if (building || !(await isCurrent(folder))) {
      building ??= build(folder).finally(() => (building = undefined))
      await building
    }
    return readFile(join(folder, file))
  }
}

async function isCurrent(folder: string): Promise<boolean> {
  const page = await stat(join(folder, 'index.html')).catch(() => undefined)
  return page !== undefined && page.mtimeMs >= (await stat(contract)).mtimeMs
}

// A separate process builds the page, so that the API can answer meanwhile.
const build = (folder: string) =>
  promisify(execFile)(process.execPath, ['codegen/docs/index.ts', '--out', folder], { cwd: root })
