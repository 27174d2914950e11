// Which journeys the canary of a stage takes: those whose caller it can be, that leave nothing behind and ask no model.
import type { BundledJourney, BundledJourneys } from '../../codegen/journeys/bundle.ts'
import written from '../../generated/journeys.json' with { type: 'json' }
import type { Stage } from '../stages.ts'
import { stepsOf } from './attempt.ts'
import { isKnownCondition, isReadable } from './expressions.ts'
import { leftBehind } from './left-behind.ts'
import { cannotBeTried } from './refusal.ts'

/** What the canary has: the token of the stage's own program, and a text that no other run has. It has no API key. */
export const given = ['token', 'run'] as const

type Choice = { name: string; why?: string }

/** Each journey by its name, with the reason when the canary leaves it out unless the stage names it. */
export function choicesOf({ operations, journeys }: BundledJourneys, modelOperations: readonly string[]): Choice[] {
  return journeys.map((journey) => {
    const why =
      impossible(journey, operations) ??
      (asksModel(journey, modelOperations) ? 'each of its runs costs tokens of the model' : undefined) ??
      leftBehind(journey, operations)
    return { name: journey.name, ...(why !== undefined && { why }) }
  })
}

/** Why the canary cannot take the journey at all. */
function impossible(journey: BundledJourney, operations: BundledJourneys['operations']): string | undefined {
  const missing = journey.inputs.filter((input) => !given.some((own) => own === input))
  if (missing.length > 0) return `the canary has no ${missing.join(' and no ')}`
  const steps = stepsOf(journey)
  const conditions = steps.flatMap(({ successCriteria = [], onFailure = [] }) => [
    ...successCriteria,
    ...onFailure.flatMap(({ criteria = [] }) => criteria),
  ])
  const unknown = conditions.find(({ type, condition }) => type !== undefined || !isKnownCondition(condition))
  if (unknown) return `the canary cannot decide ${unknown.condition}`
  const unread = steps.flatMap(({ outputs = {} }) => Object.values(outputs)).find((output) => !isReadable(output))
  if (unread !== undefined) return `the canary cannot read ${unread}`
  const action = steps.flatMap(({ onFailure = [] }) => onFailure).find(({ type }) => type !== 'retry')
  if (action) return `the canary knows no action ${action.type}`
  const inputs = Object.fromEntries(given.map((input) => [input, input]))
  return cannotBeTried({ operations, inputs }, journey)
    ? 'no step that needs a credential can come first, to be tried without it'
    : undefined
}

const asksModel = (journey: BundledJourney, modelOperations: readonly string[]) =>
  stepsOf(journey).some(({ operationId = '' }) => modelOperations.includes(operationId))

/** The names of the journeys of spec/journeys that a stage takes. Throws a sentence when it names one that it cannot take. */
export const journeysOf = ({ assistant, canary }: Pick<Stage, 'assistant' | 'canary'>) =>
  // Safe cast: `npm run generate` writes the file.
  chosenNames(written as unknown as BundledJourneys, assistant.operations, canary?.journeys)

/** The names of the journeys that a stage takes. Throws a sentence when it names one that it cannot take. */
export function chosenNames(
  bundled: BundledJourneys,
  modelOperations: readonly string[],
  wanted: readonly string[] | undefined,
): string[] {
  if (!wanted) return choicesOf(bundled, modelOperations).flatMap(({ name, why }) => (why === undefined ? [name] : []))
  for (const name of wanted) {
    const journey = bundled.journeys.find((known) => known.name === name)
    if (!journey)
      throw new Error(
        `canary.journeys names ${name}; there are ${bundled.journeys.map((known) => known.name).join(', ')}.`,
      )
    const why = impossible(journey, bundled.operations)
    if (why !== undefined) throw new Error(`canary.journeys names ${name}, but ${why}.`)
  }
  return [...wanted]
}
