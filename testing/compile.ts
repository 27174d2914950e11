// Type-checks snippets against the project's sources, with the compiler and the options of `npm run check`.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('..', import.meta.url))
const compiler = join(projectRoot, 'node_modules/@typescript/native/bin/tsc')

/**
 * The compiler's messages about each snippet, empty where it compiles. One run compiles them all.
 *
 * @param snippets Sources by name; they import the server's files as `server/…`, and the SDK by its name.
 */
export async function diagnosticsOf<Name extends string>(
  snippets: Record<Name, string>,
): Promise<Record<Name, string>> {
  const names = Object.keys(snippets) as Name[]
  const folder = await mkdtemp(join(tmpdir(), 'compile-'))
  await mkdir(join(folder, 'snippets'))
  const files = names.map((_, index) => `snippets/${index}.mts`)
  await Promise.all(names.map((name, index) => writeFile(join(folder, files[index] ?? ''), snippets[name])))
  const compilerOptions = {
    typeRoots: [join(projectRoot, 'node_modules/@types')],
    paths: {
      'server/*': [join(projectRoot, 'server/*')],
      '@frontdesk/client-sdk': [join(projectRoot, 'client-sdk/src/index.ts')],
      '@frontdesk/client-sdk/browser-auth': [join(projectRoot, 'client-sdk/src/browser-auth/index.ts')],
    },
    rewriteRelativeImportExtensions: false,
    allowImportingTsExtensions: true,
    // Snippets declare names that nothing uses.
    noUnusedLocals: false,
    noUnusedParameters: false,
  }
  const config = { extends: join(projectRoot, 'tsconfig.json'), compilerOptions, files, include: [] }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [compiler, '--pretty', 'false', '-p', folder], { cwd: folder }, (_, stdout) =>
      resolve(stdout),
    )
  })
  await rm(folder, { recursive: true })

  // A diagnostic has one line without indentation, and indented lines below it.
  const diagnostics = output.split(/\n(?=\S)/)
  const ofFile = (file = '') => diagnostics.filter((text) => text.startsWith(`${file}(`)).join('\n')
  const entries = names.map((name, index) => [name, ofFile(files[index])])
  return Object.fromEntries(entries) as Record<Name, string>
}
