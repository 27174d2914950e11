// A probe in a fresh process, as Lambda starts one: what it says, and how long all of it took.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer } from './probes/handler.ts'

export const probePath = (name: string) => fileURLToPath(new URL(`dist/probes/${name}.mjs`, import.meta.url))

/** Nothing of this process's surroundings but what finds a program; production, since frameworks ask for it. */
export const environment = (own: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  NODE_ENV: 'production',
  NODE_NO_WARNINGS: '1',
  ...own,
})

/** As long as Lambda gives a function to start. */
const patienceMs = 10_000

/** What each probe prints. */
type Said = {
  answers: { answers: (Answer | null)[] }
  cold: { ms: number; statusCode: number }
  memory: { mb: number }
}

/**
 * @returns What the probe said, with the whole process's time; undefined when it took longer than Lambda allows.
 * @throws When the probe ended in another way, with what it said of it.
 */
export function inFreshProcess<Name extends keyof Said>(name: Name, args: string[], env?: Record<string, string>) {
  const started = performance.now()
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [probePath(name), ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patienceMs,
    encoding: 'utf8',
  })
  const wall = performance.now() - started
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return undefined
  if (status !== 0) throw new Error(`${args[0]} ended with ${status ?? 'a signal'}.\n${stderr.trim().slice(-2000)}`)
  // Below what the app logged.
  const said = stdout.slice(stdout.lastIndexOf('\n') + 1)
  return { ...(JSON.parse(said) as Said[Name]), wall }
}
