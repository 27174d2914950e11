// Takes a journey step by step, and deletes what it has created, whatever has become of it.
import type { BundledJourney, CalledOperation } from '../../codegen/journeys/bundle.ts'
import type { Step } from '../../codegen/journeys/documents.ts'
import type { ExecutedStep } from '../../codegen/journeys/respect.ts'
import { failuresOf } from '../../codegen/journeys/sentence.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { holds, MissingValue, valueOf, type Answer, type Known } from './expressions.ts'
import { check, checksOf, isCredential, parametersOf, requestOf, send } from './requests.ts'

export type Trip = {
  server: string
  operations: CalledOperation[]
  inputs: Record<string, string>
  /** The milliseconds that an answer may take, and the time, of `performance.now()`, at which nothing more is sent. */
  patience: number
  end: number
}

/** A failed journey: the step that ended it, and a sentence about it. */
export type Failure = { journey: string; step: string; sentence: string }

const second = 1000

type Place = { trip: Trip; journey: BundledJourney; known: Known }

const operationOf = ({ trip: { operations } }: Place, { operationId }: Step) =>
  operations.find((operation) => operation.operationId === operationId)

/** Returns how the journey failed; undefined when it has passed. */
export async function travel(trip: Trip, journey: BundledJourney): Promise<Failure | undefined> {
  const place: Place = { trip, journey, known: { inputs: trip.inputs, outputs: new Map() } }
  const executed: ExecutedStep[] = []
  for (const { workflowId, steps } of journey.document.workflows) {
    for (const step of steps) {
      const done = { workflowId, ...(await attempts(place, step)) }
      executed.push(done)
      if (done.status !== 'success') break
    }
    if (executed.at(-1)?.status !== 'success') break
  }
  const [sentence] = failuresOf({ operations: trip.operations }, journey, executed)
  if (sentence === undefined) return undefined
  const kept = await deleteAll(place, executed)
  const also = kept.length > 0 ? ` Nothing could delete what it has created: ${kept.join(', ')}.` : ''
  return { journey: journey.name, step: executed.at(-1)?.stepId ?? '', sentence: sentence + also }
}

type Attempt = Omit<ExecutedStep, 'workflowId'>

/** Sends a step, and again as its document says. */
async function attempts(place: Place, step: Step): Promise<Attempt> {
  for (let retried = 0; ; retried++) {
    const attempt = await attemptOf(place, step)
    const { response } = attempt
    const again = (step.onFailure ?? []).find(
      ({ retryLimit = 1, criteria = [] }) =>
        retried < retryLimit &&
        response &&
        criteria.every(({ condition }) => holds(condition, place.known, answerOf(response))),
    )
    const wait = (again?.retryAfter ?? 0) * second
    if (attempt.status === 'success' || !again || performance.now() + wait > place.trip.end) return attempt
    await sleep(wait)
  }
}

const answerOf = ({ statusCode, headers = {}, body }: NonNullable<ExecutedStep['response']>): Answer => ({
  ...{ statusCode, headers, body },
})

async function attemptOf(place: Place, step: Step): Promise<Attempt> {
  const { trip, journey, known } = place
  const operation = operationOf(place, step)
  const { stepId } = step
  try {
    const parameters = parametersOf(journey, step)
    const request = requestOf(trip.server, step, { ...(operation && { operation }), parameters, known })
    const answer = await send(request, Math.min(trip.patience, trip.end - performance.now()))
    const outputs = Object.entries(step.outputs ?? {}).map(([name, expression]) => [
      name,
      valueOf(expression, known, answer),
    ])
    known.outputs.set(stepId, Object.fromEntries(outputs) as Record<string, unknown>)
    const checks = checksOf(step, operation, answer, known)
    return { stepId, status: checks.every(({ passed }) => passed) ? 'success' : 'error', response: answer, checks }
  } catch (error) {
    const name = error instanceof MissingValue ? 'missing value' : 'failed network request'
    return { stepId, status: 'error', checks: [check(name, false, reasonOf(error))] }
  }
}

/** `fetch` says "fetch failed", and its cause says why. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}

/** Sends the deletions that the journey has not come to. Returns the steps whose deletion failed. */
async function deleteAll(place: Place, executed: ExecutedStep[]): Promise<string[]> {
  const { trip, journey, known } = place
  const isDone = ({ stepId }: Step) => executed.some((step) => step.stepId === stepId && step.status === 'success')
  const failed: string[] = []
  for (const step of journey.document.workflows.flatMap(({ steps }) => steps)) {
    const operation = operationOf(place, step)
    if (operation?.method !== 'delete' || isDone(step)) continue
    // Not on the condition that nobody has changed it: the journey itself may have.
    const parameters = parametersOf(journey, step).filter(({ name }) => name.toLowerCase() !== 'if-match')
    try {
      const { statusCode } = await send(requestOf(trip.server, step, { operation, parameters, known }), trip.patience)
      if (statusCode >= 300 && statusCode !== 404) failed.push(step.stepId)
    } catch (error) {
      // Nothing was created, where the step that creates it has given no id.
      if (!(error instanceof MissingValue)) failed.push(step.stepId)
    }
  }
  return failed
}

/** The first call with a credential must be refused without it. Returns how it was not. */
export async function refusal(trip: Trip, journey: BundledJourney): Promise<Failure | undefined> {
  const place: Place = { trip, journey, known: { inputs: trip.inputs, outputs: new Map() } }
  const steps = journey.document.workflows.flatMap((workflow) => workflow.steps)
  const step = steps.find((candidate) => parametersOf(journey, candidate).some(isCredential))
  const operation = step && operationOf(place, step)
  if (!step || !operation) return undefined
  const parameters = parametersOf(journey, step).filter((parameter) => !isCredential(parameter))
  const what = `${journey.document.info.title}, step ${step.stepId}: ${operation.operationId} (${operation.method.toUpperCase()} ${operation.path})`
  const failure = (said: string) => ({ journey: journey.name, step: step.stepId, sentence: `${what} ${said}` })
  try {
    const { statusCode } = await send(
      requestOf(trip.server, step, { operation, parameters, known: place.known }),
      trip.patience,
    )
    if (statusCode === 401 || statusCode === 403) return undefined
    return failure(`answered ${statusCode} without a credential, not 401 or 403.`)
  } catch (error) {
    return failure(`got no answer without a credential: ${reasonOf(error)}.`)
  }
}
