// The validators of a folder: the modules of Ajv that they import are bundled beside them, so that nothing is installed.
import { build } from 'esbuild'
import type { Files } from '../artefacts.ts'
import { projectRoot } from '../contract.ts'

const validatorType = `// A compiled validator, as Ajv writes it.
export type Fault = {
  keyword: string
  instancePath: string
  schemaPath: string
  params: Record<string, unknown>
  message?: string
}

export type ErrorObject = Fault

export type ValidateFunction = {
  (data: unknown): boolean
  errors?: Fault[] | null
}
`

const imported = /^import (\w+) from "(ajv[^"]*)"/gm

/** The files with their imports led to modules under validators/ajv/. */
export async function selfContained(files: Files): Promise<Files> {
  const modules = new Set<string>()
  const own = Object.entries(files).map(([path, text]): [string, string] => {
    if (path.endsWith('.ts')) return [path, text.replace(/from 'ajv'/, "from './validate.ts'")]
    const led = text.replace(imported, (_, name: string, module: string) => {
      modules.add(module)
      return `import ${name} from "./${fileOf(module)}"`
    })
    return [path, led]
  })
  const bundled = [...modules].map(async (module): Promise<[string, string]> => [
    `validators/${fileOf(module)}`,
    await bundleOf(module),
  ])
  return {
    ...Object.fromEntries([...own, ...(await Promise.all(bundled))]),
    'validators/validate.ts': validatorType,
  }
}

const fileOf = (module: string) => `ajv/${module.replace(/^ajv\/dist\//, '').replaceAll('/', '-')}`

async function bundleOf(module: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export default require(${JSON.stringify(module)})`, resolveDir: projectRoot },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'silent',
  })
  return outputFiles.map(({ text }) => text).join('')
}
