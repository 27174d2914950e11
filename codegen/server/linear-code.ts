// Slow patterns in a validator's code become programs that read a text once.
import { readFileSync } from 'node:fs'
import { slowness } from '../patterns/fault.ts'
import { programOf } from '../patterns/program.ts'

/** The module that runs the programs, beside the validators. */
export const linearModule = 'linear-pattern.js'

export const linearSource = () => readFileSync(new URL(`../patterns/${linearModule}`, import.meta.url), 'utf8')

const expression = /new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g

export function withLinearPatterns(code: string): string {
  const body = code.replace(expression, (written, text: string) => {
    // Safe cast: a string between double quotes in Ajv's code is a string of JSON too.
    const pattern = JSON.parse(text) as string
    const program = slowness(pattern) === undefined ? undefined : programOf(pattern)
    if (!program) return written
    return `linearPattern(${JSON.stringify(program)})`
  })
  return body !== code ? `import { linearPattern } from './${linearModule}'\n${body}` : code
}
