// The journeys that a stage's canary must take, found apart from the canary's own choice.
import written from '../../generated/journeys.json' with { type: 'json' }
import type { BundledJourneys } from '../../codegen/journeys/bundle.ts'
import { model } from '../model.ts'
import type { Stage } from '../stages.ts'

// Safe cast: `npm run generate` writes the file.
const { journeys } = written as unknown as BundledJourneys

/** Those that need a token and a name at most, delete as many items as they create, ask no model, and use plain conditions. */
export function expectedJourneys({ assistant, canary }: Pick<Stage, 'assistant' | 'canary'>): readonly string[] {
  if (canary?.journeys) return canary.journeys
  const expected = journeys.filter(({ inputs, document }) => {
    const steps = document.workflows.flatMap((workflow) => workflow.steps)
    const called = model.operations.filter(({ operationId }) => steps.some((step) => step.operationId === operationId))
    const criteria = steps.flatMap(({ successCriteria = [], onFailure = [] }) => [
      ...successCriteria,
      ...onFailure.flatMap((action) => action.criteria ?? []),
    ])
    const created = called.filter(({ answers }) => answers.some(({ status }) => status === 201))
    const hasDeletion = ({ path }: { path: string }) =>
      called.some((other) => other.method === 'delete' && other.path.startsWith(path))
    return (
      inputs.every((input) => input === 'token' || input === 'run') &&
      created.every(hasDeletion) &&
      steps.every((step) => (step['x-operation']?.method ?? 'get') === 'get') &&
      !assistant.operations.some((id) => called.some(({ operationId }) => operationId === id)) &&
      criteria.every(({ type }) => type === undefined)
    )
  })
  return expected.map(({ name }) => name)
}
