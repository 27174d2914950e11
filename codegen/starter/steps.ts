// The programs of the project that a command runs in a copy: generate, format, synthesize.
import { mkdir } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { Refusal } from './failure.ts'
import { acceptFirewall } from './firewall.ts'
import { runProgram } from './programs.ts'

async function node(copy: string, what: string, ...args: string[]) {
  // The CDK's CLI starts the app by the name `node`.
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter)
  // A program that is stopped may leave files there. They go with the copy.
  const TMPDIR = join(copy, '.starter', 'tmp')
  await mkdir(TMPDIR, { recursive: true })
  const env = { ...process.env, PATH: path, TMPDIR }
  const { exitCode, stdout, stderr } = await runProgram(process.execPath, args, { cwd: copy, env })
  if (exitCode === 0) return
  const lines = `${stderr}\n${stdout}`.split('\n').filter((text) => text.trim())
  const line = lines.find((text) => /error/i.test(text)) ?? lines[0] ?? `it ended with ${exitCode}`
  throw new Refusal(`${what} failed, so nothing is written: ${line.trim()}`)
}

/** spec/ → generated/. */
export const generate = (copy: string) => node(copy, 'npm run generate', 'codegen/generate.ts')

/** The format of the project, for these files. */
export async function format(copy: string, files: string[]): Promise<void> {
  const some = files.filter((file) => isFormatted(file))
  if (some.length === 0) return
  await node(copy, 'prettier', 'node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', ...some)
}

/** The same, for files of another folder, by the project's own prettier. */
export async function formatIn(copy: string, folder: string, files: string[]): Promise<void> {
  const some = files.filter((file) => isFormatted(file)).map((file) => join(folder, file))
  const prettier = join(copy, 'node_modules/prettier/bin/prettier.cjs')
  if (some.length > 0) await node(folder, 'prettier', prettier, '--write', '--log-level', 'warn', ...some)
}

const isFormatted = (file: string) => /\.(ts|tsx|js|json|md|yaml|yml)$/.test(file)

export const stages = ['dev', 'staging', 'prod']

/** The templates that the tests of infra/ compare with. */
export async function acceptTemplates(copy: string): Promise<void> {
  for (const stage of stages) await node(copy, 'npm run synth', 'infra/cdk.ts', 'synth', '--stage', stage, '--accept')
  await acceptFirewall(copy)
  // The bill follows from the template of prod.
  await node(copy, 'npm run costs', 'infra/costs/main.ts')
}
