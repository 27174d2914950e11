// The operator's commands from outside: wrong input is one sentence and an exit code, and a plan changes nothing.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../testing/compile.ts'
import { tableOutput, outputsFile, stageNamed } from './names.ts'

/** Nothing is deployed there. */
const region = 'xx-nowhere-9'
const outputs = outputsFile('dev', region)
const restored = join(projectRoot, 'infra/restored-tables.json')
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'commands-'))
  await mkdir(join(projectRoot, 'cdk.out'), { recursive: true })
  await writeFile(outputs, JSON.stringify({ [stageNamed('dev')]: { [tableOutput('events')]: 'Source' } }))
  await writeFile(join(directory, 'no-migration.ts'), 'export default {}\n')
  await writeFile(join(directory, 'broken.ts'), 'export default {\n')
})
afterAll(() => Promise.all([rm(outputs), rm(directory, { recursive: true })]))

async function run(command: string, args: string[]) {
  const file = command.includes('/') ? command : `infra/${command}/main.ts`
  const child = spawn(process.execPath, [join(projectRoot, file), ...args], { cwd: projectRoot })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (text: Buffer) => (said.stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said.stderr += text.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { ...said, code }
}

const nobody = ['--endpoint', 'http://127.0.0.1:1']
test.concurrent.each([
  ['keys', [], "Say one of create, rotate, revoke, list, show, not ''."],
  ['keys', ['toString', 'acme'], "Say one of create, rotate, revoke, list, show, not 'toString'."],
  ['keys', ['list', 'acme'], "list takes no name, as 'acme'."],
  ['keys', ['rotate', 'acme', '--class', 'partner'], '--class goes with create.'],
  ['keys', ['create', 'acme', '--class', 'gold'], "There is no class 'gold'; dev has standard"],
  ['keys', ['create', 'acme', '--old'], '--old goes with revoke.'],
  ['keys', ['list', ...nobody], 'Nothing answers at http://127.0.0.1:1.'],
  ['keys', ['list', '--bogus'], "Unknown option '--bogus' (--help lists the options)"],
  ['people', ['export'], 'Say what and which file'],
  ['people', ['export', 'x', '--no-mail'], '--no-mail goes with import.'],
  ['people', ['import', 'nowhere.jsonl', '--user-pool', 'xx-nowhere-9_a'], 'nowhere.jsonl cannot be read.'],
  ['replay', ['--list', '--only', 'a'], '--list, --only and --drop exclude each other.'],
  ['replay', ['--queue', 'dead'], "--queue must be the address of a queue, not 'dead'."],
  ['rollback', ['--list', '--to', '3'], '--list and --to exclude each other.'],
  ['rollback', ['--to', 'latest'], "--to must be the number of a version, not 'latest'."],
  ['rollback', ['--stage', 'nowhere'], "There is no stage 'nowhere'; there are dev, staging, prod"],
  ['restore', ['--table', 'evnts', '--to', '2027-01-31T10:20:00Z'], '--table must be one of cases, customers, events'],
  ['restore', ['--table', 'events'], 'Say the time to go back to: --to '],
  ['restore', ['--table', 'events', '--undo', '--use', 'a'], '--to, --use and --undo exclude each other.'],
  ['restore', ['--table', 'events', '--undo', '--plan-only'], 'dev uses its own table events already.'],
  ['restore', ['--table', 'events', '--use', 'Source', '--region', region], 'dev uses Source for events already.'],
  ['migrate', [], 'Say one file with the migration'],
  ['migrate', ['nowhere.ts', '--table', 'products'], 'There is no nowhere.ts.'],
  ['migrate', ['a.ts', '--table', 'products', '--rate', '0'], "--rate must be a number from 1 to 10000, not '0'."],
  ['load', [], 'Say where: --url http://localhost:3000'],
  ['load', ['--url', 'http://127.0.0.1:1'], 'Nothing answers at http://127.0.0.1:1.'],
  ['load', ['--url', 'http://127.0.0.1:1', '--rate', '1.5'], '--rate must be a whole number from 1 to 10000'],
  ['infra/list-stages.ts', ['--bogus'], "Unknown option '--bogus' (--help lists the options)"],
  ['infra/check-infra.ts', ['--bogus'], "Unknown option '--bogus' (--help lists the options)"],
  ['infra/cdk.ts', ['diff', '--stage', 'nowhere'], "diff: There is no stage 'nowhere'"],
  ['infra/smoke.ts', ['--bogus'], "Unknown option '--bogus' (--help lists the options)"],
  ['infra/journeys.ts', ['--stage', 'pr-0'], 'it is written by npm run deploy -- --stage pr-0'],
] as [string, string[], string][])(
  '%s %j says what is wrong',
  { timeout: 120_000 },
  async (command, args, sentence) => {
    const { code, stdout, stderr } = await run(command, args)
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/^[\w:]+: .+\n$/)
    expect(stdout).toBe('')
    expect(code).toBeGreaterThan(0)
  },
)

test('a migration that is none, or that no parser reads, is refused', { timeout: 120_000 }, async () => {
  for (const [file, sentence] of [
    ['no-migration.ts', 'has no migration: export default'],
    ['broken.ts', 'broken.ts cannot be loaded: '],
  ] as const) {
    const { code, stderr } = await run('migrate', [join(directory, file), '--table', 'products'])
    expect(stderr, file).toContain(sentence)
    expect(code).toBe(1)
  }
})

test('the plan of a restore says what would happen, and changes nothing', { timeout: 120_000 }, async () => {
  const before = await readFile(restored, 'utf8')
  const plan = ['--table', 'events', '--region', region, '--plan-only']
  const used = await run('restore', [...plan, '--use', 'Copy'])
  expect(used).toMatchObject({ code: 0, stderr: '' })
  expect(used.stdout).toContain('# Use Copy for events in dev')
  const timed = await run('restore', [...plan, '--to', '2026-01-31T10:20:00Z'])
  expect(timed.stdout).toContain('`Source-restored-20260131T102000`')
  for (const { stdout } of [used, timed]) expect(stdout).toContain('This was the plan only: nothing is changed.')
  expect(await readFile(restored, 'utf8')).toBe(before)
  await Promise.all(['Copy', 'Source-restored-20260131T102000'].map((name) => rm(`.local/restores/${name}.md`)))
})
