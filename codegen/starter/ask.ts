// Questions to a person at a terminal. Without one, or with every answer given, nothing is asked.
import { cancel, isCancel, multiselect, select, text } from '@clack/prompts'
import { Refusal } from './failure.ts'

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
  const { message, placeholder, check } = question
  const answer = await text({
    message,
    ...(placeholder && { placeholder }),
    validate: (typed) => fault(typed ?? '', check),
  })
  return decided(answer)
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

export async function chosen<T extends string>(message: string, choices: readonly T[]): Promise<T> {
  const options = choices.map((choice: string) => ({ value: choice, label: choice }))
  const value = decided(await select({ message, options }))
  const choice = choices.find((one) => one === value)
  if (choice === undefined) throw new Error(`${value} is none of the choices.`)
  return choice
}

/** At least one of them. `initial` are chosen at first. */
export async function chosenOf(message: string, choices: string[], initial: string[]): Promise<string[]> {
  const options = choices.map((choice) => ({ value: choice, label: choice }))
  return decided(await multiselect({ message, options, initialValues: initial, required: true }))
}

function decided<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) {
    cancel('Nothing is written.')
    process.exit(130)
  }
  // Safe cast: the one symbol that a prompt answers is that of its end.
  return answer as Exclude<T, symbol>
}
