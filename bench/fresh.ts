// A probe in a fresh process, as Lambda starts one: what it says, and how long all of it took.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const probePath = (name: string) => fileURLToPath(new URL(`dist/probes/${name}.mjs`, import.meta.url))

/** Nothing of this process's surroundings but what finds and feeds a program. */
export const environment = (own: Record<string, string> = {}) => ({ PATH: process.env.PATH ?? '', ...own })

/** As long as Lambda gives a function to start. */
const patienceMs = 10_000

/** @returns What the probe printed as JSON, with the whole process's time; undefined when it gave no answer. */
export function inFreshProcess<Said>(name: string, args: string[], env?: Record<string, string>) {
  const started = performance.now()
  const { stdout } = spawnSync(process.execPath, [probePath(name), ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: patienceMs,
    encoding: 'utf8',
  })
  const wall = performance.now() - started
  // Below what the app logged. Sound: each probe prints one object, of the type that its caller names.
  const said = stdout.slice(stdout.lastIndexOf('\n') + 1)
  return said === '' ? undefined : { ...(JSON.parse(said) as Said), wall }
}
