// The SDK's hand-written modules, as a folder of any contract carries them: no import leads out of the folder.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../artefacts.ts'
import { packageName } from '../client-sdk/package-name.ts'
import { projectRoot } from '../contract.ts'

const sources = join(projectRoot, 'client-sdk/src')

/** Path in the folder → content. */
export async function sdkRuntime(): Promise<Files> {
  const names = (await readdir(sources)).filter((name) => /\.(js|ts)$/.test(name) && !name.endsWith('.test.ts'))
  const modules = names.map(async (name): Promise<[string, string]> => [
    `client-sdk/runtime/${name}`,
    runtimeModule(await readFile(join(sources, name), 'utf8')),
  ])
  return {
    ...Object.fromEntries(await Promise.all(modules)),
    'client-sdk/index.ts': "// The package's entry.\nexport * from './runtime/index.ts'\n",
  }
}

/** What the zod schemas import. */
export const zodRuntime = async (): Promise<Files> => ({
  'client-sdk/runtime/zod-parts.ts': await readFile(join(sources, 'zod-parts.ts'), 'utf8'),
})

const runtimeModule = (text: string) =>
  text
    .replaceAll("'../../generated/client-sdk/", "'../")
    .replaceAll("'../../generated/", "'../../")
    // A folder is no package: its entry has an address and no name.
    .replaceAll(`'${packageName}/validate'`, "new URL('validate.ts', import.meta.url).href")

/** A generated module of the SDK, which stands beside the runtime. */
export const besideRuntime = (text: string) => text.replaceAll("'../../client-sdk/src/", "'./runtime/")
