// The programs of the project that a command runs in a copy: generate, format, synthesize.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from './failure.ts'

const run = promisify(execFile)

async function node(copy: string, what: string, ...args: string[]) {
  const options = { cwd: copy, maxBuffer: 2 ** 26 }
  await run(process.execPath, args, options).catch((error: Error & { stderr?: string; stdout?: string }) => {
    const [line = error.message] = `${error.stderr ?? ''}\n${error.stdout ?? ''}`.split('\n').filter((text) => text.trim())
    throw new Refusal(`${what} failed, so nothing is written: ${line.trim()}`)
  })
}

/** spec/ → generated/. */
export const generate = (copy: string) => node(copy, 'npm run generate', 'codegen/generate.ts')

/** The format of the project, for these files. */
export async function format(copy: string, files: string[]): Promise<void> {
  const some = files.filter((file) => /\.(ts|tsx|js|json|md|yaml|yml)$/.test(file))
  if (some.length === 0) return
  await node(copy, 'prettier', 'node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', ...some)
}

export const stages = ['dev', 'staging', 'prod']

/** The templates that the tests of infra/ compare with. */
export async function acceptTemplates(copy: string): Promise<void> {
  for (const stage of stages) await node(copy, 'npm run synth', 'infra/cdk.ts', 'synth', '--stage', stage, '--accept')
}

export const pathIn = (copy: string, path: string) => join(copy, path)
