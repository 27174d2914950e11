// The examples that need packages of their own: each is a program of dist/, which prints what is wrong with it.
import { compilers } from '../testing/installed.ts'
import { output } from './processes.ts'
import { folder } from './project.ts'

export type Example = { key: string; name: string; run: () => Promise<string[]> }

const program = (key: string, name: string): Example => ({
  key,
  name,
  run: async () => {
    // The compiler takes the example and its program as they are.
    await output(process.execPath, [compilers['TypeScript 7'], '-p', folder])
    const printed = await output(process.execPath, [`${key}.mjs`])
    // Safe cast: the program printed its faults.
    return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as string[]
  },
})

export const examples: Example[] = [
  program('opentelemetry', 'the example of OpenTelemetry, with its SDK'),
  program('proxy', 'a proxy, by the dispatcher of undici'),
]

/** Prints a line for each example, and gives the number of those that are wrong. */
export async function runExamples(selected: readonly Example[]): Promise<number> {
  let wrong = 0
  for (const { name, run } of selected) {
    const faults = await run().catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
    const line = `${name.padEnd(50)} ${faults.length > 0 ? 'wrong' : 'right'}`
    console.log([line, ...faults.flatMap((fault) => fault.split('\n')).map((text) => `  ${text}`)].join('\n'))
    if (faults.length > 0) wrong++
  }
  return wrong
}
