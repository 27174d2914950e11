// Questions to a person at a terminal. Without one, or with every answer given, nothing is asked.
import { cancel, isCancel, multiselect, select, text } from '@clack/prompts'
import type { Readable, Writable } from 'node:stream'
import { Refusal, Stopped } from './failure.ts'

/** Where a person reads and writes. A test has one of its own. */
export type Terminal = { input: Readable; output: Writable }

const own: Terminal = { input: process.stdin, output: process.stdout }

/** CI has no person, even where it has a terminal. */
export const canAsk = (): boolean => process.stdin.isTTY && process.stdout.isTTY && !process.env.CI

export type Question = {
  message: string
  placeholder?: string
  /** Throws a Refusal for an answer that cannot be. */
  check?: (answer: string) => unknown
}

/** The answer that is given, or a person's. Without a person a missing answer is refused with this sentence. */
export async function answerTo(given: string | undefined, missing: string, question: Question): Promise<string> {
  if (given !== undefined) return given
  if (!canAsk()) throw new Refusal(missing)
  return asked(question)
}

export async function asked(question: Question, terminal = own): Promise<string> {
  const { message, placeholder, check } = question
  const answer = await text({
    ...terminal,
    message,
    ...(placeholder && { placeholder }),
    validate: (typed) => fault(typed ?? '', check),
  })
  return decided(answer, terminal)
}

function fault(typed: string, check: Question['check']): string | undefined {
  if (typed.trim() === '') return 'An answer is needed.'
  try {
    check?.(typed.trim())
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

export async function chosen<T extends string>(message: string, choices: readonly T[], terminal = own): Promise<T> {
  const options = choices.map((choice: string) => ({ value: choice, label: choice }))
  const value = decided(await select({ ...terminal, message, options }), terminal)
  const choice = choices.find((one) => one === value)
  if (choice === undefined) throw new Error(`${value} is none of the choices.`)
  return choice
}

/** At least one of them. `initial` are chosen at first. */
export async function chosenOf(
  message: string,
  choices: string[],
  initial: string[],
  terminal = own,
): Promise<string[]> {
  const options = choices.map((choice) => ({ value: choice, label: choice }))
  return decided(await multiselect({ ...terminal, message, options, initialValues: initial, required: true }), terminal)
}

function decided<T>(answer: T, { output }: Terminal): Exclude<T, symbol> {
  if (isCancel(answer)) {
    cancel('Nothing is written.', { output })
    throw new Stopped()
  }
  // Safe cast: the one symbol that a prompt answers is that of its end.
  return answer as Exclude<T, symbol>
}
