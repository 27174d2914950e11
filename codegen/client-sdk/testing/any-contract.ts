// The SDK of a made-up contract: its files in memory, what the compiler says about them, and the SDK itself, loaded.
import { build } from 'esbuild'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { renderApiTypes } from '../../api-types.ts'
import { projectRoot, type Contract } from '../../contract.ts'
import { modelOf } from '../../model.ts'
import { renderNames } from '../../names.ts'
import { renderClientSdk } from '../index.ts'

/** Path → text, with the folders of the project. */
export type Files = Record<string, string>

const runtimeFolder = join(projectRoot, 'client-sdk/src')
const runtimeFiles: Files = Object.fromEntries(
  readdirSync(runtimeFolder)
    .filter((name) => /\.(js|ts)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => [`client-sdk/src/${name}`, readFileSync(join(runtimeFolder, name), 'utf8')]),
)

export async function sdkFiles(document: Contract): Promise<Files> {
  const model = modelOf(document)
  const sdk = Object.entries(renderClientSdk(model)).map(([path, text]) => [`generated/client-sdk/${path}`, text])
  return {
    ...runtimeFiles,
    ...(Object.fromEntries(sdk) as Files),
    'generated/api.ts': renderApiTypes(model),
    'generated/names.ts': renderNames(model),
  }
}

/** No such folder is on the disk. It is inside the project, so that packages are found. */
const virtual = join(projectRoot, '.virtual')

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
}

/** What the compiler says about the files of several projects, by the project's name. One program checks all. */
export function typeFaults(projects: Record<string, Files>): Record<string, string[]> {
  const all = new Map<string, string>()
  for (const [project, files] of Object.entries(projects)) {
    for (const [path, text] of Object.entries(files)) all.set(join(virtual, project, path), text)
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, directoryExists } = host
  host.fileExists = (path) => all.has(path) || fileExists(path)
  host.readFile = (path) => all.get(path) ?? readFile(path)
  host.directoryExists = (path) => path.startsWith(virtual) || (directoryExists?.(path) ?? true)
  const roots = [...all.keys()].filter((path) => /\/(generated|use)/.test(path.slice(virtual.length)))
  const program = ts.createProgram({ rootNames: roots, options, host })
  const faults: Record<string, string[]> = Object.fromEntries(Object.keys(projects).map((name) => [name, []]))
  for (const { file, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
    const path = file?.fileName.slice(virtual.length + 1) ?? ''
    const line = file ? ts.getLineAndCharacterOfPosition(file, start).line : 0
    const code = file?.text.split('\n')[line]?.trim() ?? ''
    const text = ts.flattenDiagnosticMessageText(messageText, ' ')
    ;(faults[path.split('/')[0] ?? ''] ??= []).push(`${path}:${line + 1} ${text} « ${code} »`)
  }
  return faults
}

/** The module of this path with all that it imports, run. */
export async function loadModule(files: Files, path = 'client-sdk/src/index.ts'): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    entryPoints: [join(virtual, path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [
      {
        name: 'memory',
        setup(builder) {
          // A module of a data URL imports packages only by their whole address.
          builder.onResolve({ filter: /^(msw|zod)$/ }, ({ path: name }) => ({
            path: import.meta.resolve(name),
            external: true,
          }))
          builder.onResolve({ filter: /^\/|^\./ }, ({ path: wanted, importer }) => ({
            path: wanted.startsWith('/') ? wanted : join(importer, '..', wanted),
            namespace: 'memory',
          }))
          builder.onLoad({ filter: /./, namespace: 'memory' }, ({ path: file }) => {
            const contents = files[file.slice(virtual.length + 1)]
            return contents === undefined ? { errors: [{ text: `${file} is missing` }] } : { contents, loader: 'ts' }
          })
        },
      },
    ],
  })
  const code = outputFiles[0]?.text ?? ''
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<string, unknown>
}

/** A fetch that keeps the requests and gives one answer. */
export function recorder(answer: () => Response = () => Response.json({})) {
  const requests: Request[] = []
  const fetch = (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    requests.push(new Request(input, init))
    return Promise.resolve(answer())
  }
  return { requests, fetch }
}
