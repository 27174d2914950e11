// Runs the exercise in programs of this machine: Node, Deno, Bun, and the runners of tests.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Findings, Surroundings } from '../testing/exercise.ts'
import { dist } from './project.ts'

const longestMs = 120_000

/** What the program prints. A program that fails is an error with its last words. */
export async function output(command: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const signal = AbortSignal.timeout(longestMs)
  const child = spawn(command, args, {
    cwd: dist,
    env: { ...process.env, NODE_NO_WARNINGS: '1', DENO_NO_UPDATE_CHECK: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`ended with ${code ?? 'a signal'}: ${`${stdout}${stderr}`.trim().slice(-3000)}`)
  return stdout
}

/** Runs a program of dist/. Its last line has the findings. */
export async function runProgram(command: string, args: string[], given: Surroundings, ...more: string[]) {
  const printed = await output(command, [...args, JSON.stringify(given), ...more])
  // Safe cast: the program printed its findings.
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Findings
}

/** Runs the exercise as a test. The runner's own modules are loaded by this Node. */
export async function runTest(name: string, args: string[], given: Surroundings, env: Record<string, string> = {}) {
  const file = join(dist, `findings-${name}.json`)
  await rm(file, { force: true })
  await output(process.execPath, args, { ...env, SURROUNDINGS: JSON.stringify(given), FINDINGS: file })
  // Safe cast: the test wrote its findings.
  return JSON.parse(await readFile(file, 'utf8')) as Findings
}
