// Deletes what a failed journey has created, also where the answer to the creation was lost.
import { keyHeader } from '../../codegen/journeys/bundle.ts'
import type { Step } from '../../codegen/journeys/documents.ts'
import type { ExecutedStep } from '../../codegen/journeys/respect.ts'
import { attemptOf, operationOf, stepsOf, type Place } from './attempt.ts'
import { MissingValue } from './expressions.ts'
import { parametersOf, requestOf, send } from './requests.ts'

/** Sends the deletions that the journey has not come to. Returns sentences about what stays, or an empty text. */
export async function cleanUp(place: Place, executed: Pick<ExecutedStep, 'stepId' | 'status'>[]): Promise<string> {
  const isDone = ({ stepId }: Step) => executed.some((step) => step.stepId === stepId && step.status === 'success')
  const failed = new Set<string>()
  const lost = new Set<string>()
  for (const step of stepsOf(place.journey)) {
    if (operationOf(place.trip, step)?.method !== 'delete' || isDone(step)) continue
    for (const creation of await lostCreations(place, step)) lost.add(nameOf(creation))
    if (!(await isDeleted(place, step))) failed.add(nameOf(step))
  }
  return sentence('These deletions failed', failed) + sentence('These steps may have created something', lost)
}

const nameOf = ({ stepId, operationId }: Step) => `${stepId} (${operationId})`
const sentence = (words: string, names: Set<string>) => (names.size > 0 ? ` ${words}: ${[...names].join(', ')}.` : '')

/** Not on the condition that nobody has changed the item: the journey itself may have. */
const deletionParameters = ({ journey }: Place, step: Step) =>
  parametersOf(journey, step).filter(({ name }) => name.toLowerCase() !== 'if-match')

async function isDeleted(place: Place, step: Step): Promise<boolean> {
  const { trip, known } = place
  const operation = operationOf(trip, step)
  try {
    const parameters = deletionParameters(place, step)
    const request = requestOf(trip.server, step, { ...(operation && { operation }), parameters, known })
    const { statusCode } = await send(request, trip.patience)
    return statusCode < 300 || statusCode === 404
  } catch (error) {
    // Nothing was created, or `lostCreations` names the step.
    return error instanceof MissingValue
  }
}

/** Sends again the steps that may have created what the deletion removes. Returns those that still do not say what it is. */
async function lostCreations(place: Place, deletion: Step): Promise<Step[]> {
  const expressions = JSON.stringify(deletionParameters(place, deletion))
  const read = [...expressions.matchAll(/\$steps\.([^.]+)\.outputs\.([\w-]+)/g)]
  const lost: Step[] = []
  for (const [, stepId = '', output = ''] of read) {
    const isKnown = () => place.known.outputs.get(stepId)?.[output] !== undefined
    const step = stepsOf(place.journey).find((other) => other.stepId === stepId)
    if (!step || isKnown() || !place.changing.has(stepId) || operationOf(place.trip, step)?.method === 'get') continue
    if (isRepeatable(place, step)) await attemptOf(withoutEnd(place), step)
    if (!isKnown()) lost.push(step)
  }
  return lost
}

const withoutEnd = (place: Place): Place => ({ ...place, trip: { ...place.trip, end: Infinity } })

/** Whether a repeat of the step creates no second item. */
function isRepeatable({ trip, journey }: Place, step: Step): boolean {
  const { method, repeat } = operationOf(trip, step) ?? {}
  const hasKey = parametersOf(journey, step).some(({ name }) => name.toLowerCase() === keyHeader)
  return method === 'put' || repeat === 'content' || (repeat === 'key' && hasKey)
}
