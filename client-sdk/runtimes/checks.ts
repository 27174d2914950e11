// What needs packages of its own besides runtimes: bundlers, and the libraries that take the options for queries.
import { compilers } from '../testing/installed.ts'
import { bundlings } from '../testing/side-effects.ts'
import { output } from './processes.ts'
import { folder } from './project.ts'

/** `run` gives what is wrong, in words. */
export type Check = { key: string; name: string; run: () => Promise<string[]> }

/** An example that needs packages of its own: a program of dist/, which prints what is wrong with it. */
const program = (key: string, name: string): Check => ({
  key,
  name,
  // Safe cast: the program printed its faults.
  run: async () => JSON.parse(await output(process.execPath, [`${key}.mjs`])) as string[],
})

export const checks: Check[] = [
  {
    key: 'query-libraries',
    name: 'the types of React, Vue, Svelte and Solid Query',
    run: () => output(process.execPath, [compilers['TypeScript 7'], '-p', folder]).then(() => [], wordsOf),
  },
  program('opentelemetry', 'the example of OpenTelemetry, with its SDK'),
  program('proxy', 'a proxy, by the dispatcher of undici'),
  {
    key: 'bundlers',
    name: `${bundlings.length} bundles each of esbuild, Rollup and webpack`,
    // Not a static import: without its packages this command must tell its options all the same.
    run: async () => (await import('./bundlers.ts')).bundleFaults(),
  },
]

const wordsOf = (error: unknown) => [error instanceof Error ? error.message : String(error)]

/** Prints a line for each check, and gives the number of those that fail. */
export async function runChecks(selected: readonly Check[]): Promise<number> {
  let failed = 0
  for (const { name, run } of selected) {
    const faults = await run().catch(wordsOf)
    console.log(
      [`${name.padEnd(50)} ${faults.length === 0 ? 'right' : 'wrong'}`, ...faults.map((text) => `  ${text}`)].join(
        '\n',
      ),
    )
    if (faults.length > 0) failed++
  }
  return failed
}
