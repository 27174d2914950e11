// The rotation by schedule: which keys get a successor today, and which old ones end.
import type { KeyCommands } from './key-commands.ts'
import type { StoredKeys } from './stored-keys.ts'

export type Rotation = {
  /** A key of this age gets a successor. */
  everyDays: number
  /** For so many days both keys are valid. */
  overlapDays: number
}

type Step = { name: string; do: 'rotate' | 'revoke-old' }

const day = 86_400_000

/** Throws a sentence when the numbers fit no rotation. */
export function checkRotation({ everyDays, overlapDays }: Rotation, stage: string) {
  const areWhole = [everyDays, overlapDays].every((days) => Number.isInteger(days) && days >= 1)
  if (!areWhole || overlapDays >= everyDays)
    throw new Error(
      `keyRotation of ${stage} needs whole days, with 1 ≤ overlapDays < everyDays: ${everyDays} and ${overlapDays} are not.`,
    )
}

export function stepsDue(stored: StoredKeys, { everyDays, overlapDays }: Rotation, now: Date): Step[] {
  return Object.entries(stored).flatMap(([name, { keys }]): Step[] => {
    const [newest, old] = keys
    if (!newest) return []
    const age = (now.getTime() - Date.parse(newest.madeAt)) / day
    // A rotation that the gateway has interrupted goes on.
    if (newest.id === undefined) return old ? [{ name, do: 'rotate' }] : []
    if (old) return age >= overlapDays ? [{ name, do: 'revoke-old' }] : []
    return age >= everyDays ? [{ name, do: 'rotate' }] : []
  })
}

/** Takes all steps. A consumer whose step fails does not keep the others from theirs. Returns the failures. */
export async function rotateDue(commands: KeyCommands, rotation: Rotation, now: Date): Promise<string[]> {
  const failures: string[] = []
  for (const step of stepsDue(await commands.stored(), rotation, now)) {
    const taken = step.do === 'rotate' ? commands.rotate(step.name) : commands.revoke(step.name, true)
    await taken.catch((error: unknown) =>
      failures.push(`${step.do} ${step.name}: ${error instanceof Error ? error.message : String(error)}`),
    )
  }
  return failures
}
