// Which journeys the canary of a stage takes: those whose caller it can be, that leave nothing behind and ask no model.
import type { BundledJourney, BundledJourneys } from '../../codegen/journeys/bundle.ts'
import type { Step } from '../../codegen/journeys/documents.ts'
import written from '../../generated/journeys.json' with { type: 'json' }
import type { Stage } from '../stages.ts'
import { isKnownCondition } from './expressions.ts'

/** What the canary has: the token of the stage's own program, and a text that no other run has. It has no API key. */
export const given = ['token', 'run'] as const

type Choice = { name: string; why?: string }

const stepsOf = ({ document }: BundledJourney): Step[] => document.workflows.flatMap(({ steps }) => steps)

/** Each journey by its name, with the reason when the canary leaves it out unless the stage names it. */
export function choicesOf({ operations, journeys }: BundledJourneys, modelOperations: readonly string[]): Choice[] {
  return journeys.map((journey) => {
    const why =
      impossible(journey) ??
      (asksModel(journey, modelOperations) ? 'each of its runs costs tokens of the model' : undefined) ??
      leftBehind(journey, operations)
    return { name: journey.name, ...(why !== undefined && { why }) }
  })
}

/** Why the canary cannot take the journey at all. */
function impossible(journey: BundledJourney): string | undefined {
  const missing = journey.inputs.filter((input) => !given.some((own) => own === input))
  if (missing.length > 0) return `the canary has no ${missing.join(' and no ')}`
  const steps = stepsOf(journey)
  const conditions = steps.flatMap(({ successCriteria = [], onFailure = [] }) => [
    ...successCriteria,
    ...onFailure.flatMap(({ criteria = [] }) => criteria),
  ])
  const unknown = conditions.find(({ type, condition }) => type !== undefined || !isKnownCondition(condition))
  if (unknown) return `the canary cannot decide ${unknown.condition}`
  const action = steps.flatMap(({ onFailure = [] }) => onFailure).find(({ type }) => type !== 'retry')
  return action && `the canary knows no action ${action.type}`
}

const asksModel = (journey: BundledJourney, modelOperations: readonly string[]) =>
  stepsOf(journey).some(({ operationId = '' }) => modelOperations.includes(operationId))

/** What a journey creates must be deleted by one of its own steps. */
function leftBehind(journey: BundledJourney, operations: BundledJourneys['operations']): string | undefined {
  const steps = stepsOf(journey)
  const called = steps.flatMap(({ operationId }) => operations.find((known) => known.operationId === operationId) ?? [])
  const isDeleted = (path: string) =>
    called.some((other) => other.method === 'delete' && itemOf(other.path) === itemOf(path))
  const created = called.find(({ path, answers }) => answers['201'] !== undefined && !isDeleted(path))
  if (created) return `no step deletes what ${created.operationId} creates`
  const sent = steps.find(({ 'x-operation': other }) => other && other.method !== 'get')
  return sent && `no step deletes what ${sent.stepId} sends`
}

/** Of a collection and of its items the same. */
const itemOf = (path: string) => path.replace(/\/\{[^{}/]+\}$/, '')

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
    const why = impossible(journey)
    if (why !== undefined) throw new Error(`canary.journeys names ${name}, but ${why}.`)
  }
  return [...wanted]
}
