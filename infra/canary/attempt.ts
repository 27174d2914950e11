// One attempt of a step: its request is sent, and its answer gives outputs and is checked.
import type { BundledJourney, CalledOperation } from '../../codegen/journeys/bundle.ts'
import type { Step } from '../../codegen/journeys/documents.ts'
import type { ExecutedStep } from '../../codegen/journeys/respect.ts'
import { unsent } from '../../codegen/journeys/sentence.ts'
import { MissingValue, valueOf, type Known } from './expressions.ts'
import { check, checksOf, parametersOf, requestOf, send } from './requests.ts'

export type Trip = {
  server: string
  operations: CalledOperation[]
  inputs: Record<string, string>
  /** The milliseconds that an answer may take. */
  patience: number
  /** The time, of `performance.now()`, from which on deletions alone are sent, and what they need. */
  end: number
}

/** @property changing The steps whose request may have changed something: it was answered with a success, a 5xx, or not at all. */
export type Place = { trip: Trip; journey: BundledJourney; known: Known; changing: Set<string> }

export type Attempt = Omit<ExecutedStep, 'workflowId'>

export const placeOf = (trip: Trip, journey: BundledJourney): Place => ({
  ...{ trip, journey },
  known: { inputs: trip.inputs, outputs: new Map() },
  changing: new Set(),
})

export const stepsOf = ({ document }: BundledJourney): Step[] => document.workflows.flatMap(({ steps }) => steps)

export const operationOf = ({ operations }: Pick<Trip, 'operations'>, { operationId }: Step) =>
  operations.find((operation) => operation.operationId === operationId)

/** @param parameters Those of the step, unless some are left out. */
export async function attemptOf(
  place: Place,
  step: Step,
  parameters = parametersOf(place.journey, step),
): Promise<Attempt> {
  const { trip, known } = place
  const operation = operationOf(trip, step)
  const { stepId } = step
  const failed = (name: string, message: string): Attempt => ({
    ...{ stepId, status: 'error', checks: [check(name, false, message)] },
  })
  if (performance.now() >= trip.end) return failed(unsent, 'the time was over')
  try {
    const request = requestOf(trip.server, step, { ...(operation && { operation }), parameters, known })
    const answer = await send(request, trip.patience)
    if (answer.statusCode < 300 || answer.statusCode >= 500) place.changing.add(stepId)
    const outputs = Object.entries(step.outputs ?? {}).map(([name, expression]) => [
      name,
      valueOf(expression, known, answer),
    ])
    known.outputs.set(stepId, Object.fromEntries(outputs) as Record<string, unknown>)
    const checks = checksOf(step, operation, answer, known)
    return { stepId, status: checks.every(({ passed }) => passed) ? 'success' : 'error', response: answer, checks }
  } catch (error) {
    if (error instanceof MissingValue) return failed(unsent, error.message)
    place.changing.add(stepId)
    return failed('failed network request', reasonOf(error))
  }
}

/** `fetch` says "fetch failed", and its cause says why. */
export function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}
