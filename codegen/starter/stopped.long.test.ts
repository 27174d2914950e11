// A command that is stopped at any of its steps, by any signal, leaves the tree as it was, no folder, and no program.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyProject, type ProjectCopy } from '../../testing/project-copy.ts'
import { originOf } from './new/project.ts'
import { otherTitle } from './testing/free-name.ts'

const timeout = 10 * 60_000
/** A program that went on would write again within this time. */
const patience = 3000

let project: ProjectCopy
let outside: string
const git = async (...args: string[]) => (await promisify(execFile)('git', args, { cwd: project.root })).stdout

async function commit() {
  await git('add', '--all')
  await git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'x')
}

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'stopped-test-'))
  project = await copyProject()
  await git('init', '--quiet')
  await commit()
  // As if it had been made of itself.
  const origin = await originOf(project.root)
  await project.edit('package.json', (text) => text.replace('"private"', `"origin": "${origin}",\n  "private"`))
  await commit()
})
afterAll(async () => {
  await project.close()
  await rm(outside, { recursive: true })
})

const cases: [command: string, args: string[], step: string, signal: NodeJS.Signals, exitCode: number][] = [
  ['add', ['resource', 'tickets'], 'generates', 'SIGTERM', 143],
  ['add', ['resource', 'tickets'], 'synthesizes', 'SIGINT', 130],
  ['remove', ['resource', 'events'], 'removes', 'SIGHUP', 129],
  ['new', ['folder/acme', '--name', otherTitle], 'gives', 'SIGINT', 130],
  ['new', ['folder/acme', '--name', otherTitle], 'generates', 'SIGTERM', 143],
  ['new', ['folder/acme', '--name', otherTitle, '--keep', 'cases'], 'removes', 'SIGTERM', 143],
  ['upgrade', ['.'], 'reads', 'SIGINT', 130],
]

test.each(cases)('%s %j at the step "%s", by %s', { timeout }, async (command, args, step, signal, exitCode) => {
  const temporary = join(outside, 'temporary')
  await mkdir(temporary, { recursive: true })
  const child = spawn(
    process.execPath,
    [`codegen/starter/${command}.ts`, ...args.map((arg) => arg.replace('folder', outside))],
    {
      cwd: project.root,
      env: { ...process.env, TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const exit = once(child, 'exit')
  let said = ''
  for await (const text of child.stderr) {
    said += String(text)
    if (!said.includes(step)) continue
    // In the middle of the step.
    await setTimeout(1000)
    child.kill(signal)
  }
  expect(await exit).toEqual([exitCode, null])
  expect(said).not.toMatch(/^\s+at /m)
  for (const wait of [0, patience]) {
    await setTimeout(wait)
    expect(await readdir(temporary)).toEqual([])
    expect(await readdir(outside)).toEqual(['temporary'])
    expect(await git('status', '--porcelain')).toBe('')
  }
})
