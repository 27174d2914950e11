// npm run check:infra: runs cfn-lint and checkov over the templates of all stages, where Python has them.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readOptions, runAs } from '../codegen/command.ts'
import { name } from '../generated/names.ts'
import { acknowledged } from './acknowledged-findings.ts'
import { faultsOf, ofCfnLint, ofCheckov, type Finding } from './findings.ts'
import { stageNamed } from './names.ts'
import { stages } from './stages.ts'

const help = `
Usage: npm run check:infra [-- options]

Synthesizes all stages, and runs cfn-lint and checkov over their templates. A finding fails, unless
infra/acknowledged-findings.ts has it with a reason. Both are programs of Python:

  pip install cfn-lint checkov

A program that is not installed is skipped, with a sentence.

  --required   fails when one of the two is not installed
  --help       this text`

type Tool = { program: string; args: (files: string[]) => string[]; read: (json: string) => Finding[]; owns: RegExp }

const tools: Tool[] = [
  {
    program: 'cfn-lint',
    args: (files) => ['--format', 'json', '--', ...files],
    read: ofCfnLint,
    owns: /^[EWI]\d/,
  },
  {
    program: 'checkov',
    args: (files) => ['--framework', 'cloudformation', '--output', 'json', '--compact', '--quiet', '--file', ...files],
    read: ofCheckov,
    owns: /^CKV/,
  },
]

const run = promisify(execFile)

/** Both programs end with another code than 0 when they have findings. Undefined: it is not installed. */
async function outputOf({ program, args }: Tool, files: string[]): Promise<string | undefined> {
  try {
    return (await run(program, args(files), { maxBuffer: 1e9 })).stdout
  } catch (error) {
    // Safe cast: execFile rejects with these members.
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string }
    if (code === 'ENOENT') return undefined
    if (/^\s*[[{]/.test(stdout)) return stdout
    throw new Error(`${program} failed:\n${stderr}`, { cause: error })
  }
}

async function templates(directory: string): Promise<string[]> {
  const cdk = fileURLToPath(new URL('cdk.ts', import.meta.url))
  const files: string[] = []
  for (const stage of Object.keys(stages)) {
    const output = join(directory, stage)
    await run(process.execPath, [cdk, 'synth', '--stage', stage, '--output', output])
    files.push(join(output, `${stageNamed(stage)}.template.json`))
  }
  return files
}

async function main() {
  const options = readOptions(help, { required: { type: 'boolean' } })
  if (options) process.exitCode = await check(options.required ?? false)
}

async function check(required: boolean): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), `${name}-check-`))
  try {
    const files = await templates(directory)
    const results = await Promise.all(tools.map((tool) => resultOf(tool, files)))
    for (const { text } of results) process.stdout.write(`${text}\n`)
    return results.some(({ isGood, isInstalled }) => !isGood || (required && !isInstalled)) ? 1 : 0
  } finally {
    await rm(directory, { recursive: true })
  }
}

async function resultOf(tool: Tool, files: string[]) {
  const { program, read, owns } = tool
  const output = await outputOf(tool, files)
  if (output === undefined) {
    return {
      isGood: true,
      isInstalled: false,
      text: `${program} is not installed, and was skipped: pip install ${program}`,
    }
  }
  const findings = read(output)
  const faults = faultsOf(
    findings,
    acknowledged.filter(({ check }) => owns.test(check)),
  )
  const count = `${program}: ${findings.length} findings, ${faults.length === 0 ? 'all acknowledged' : 'not all acknowledged'}`
  return {
    isGood: faults.length === 0,
    isInstalled: true,
    text: [count, ...faults.map((one) => `  ${one}`)].join('\n'),
  }
}

if (import.meta.main) await runAs('check:infra', main)
