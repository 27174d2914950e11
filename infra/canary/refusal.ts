// Tries a step of a journey without its credential: the service must refuse it.
import type { BundledJourney } from '../../codegen/journeys/bundle.ts'
import type { Step } from '../../codegen/journeys/documents.ts'
import { requestOf as nameOfRequest, unsent } from '../../codegen/journeys/sentence.ts'
import { attemptOf, operationOf, placeOf, stepsOf, type Trip } from './attempt.ts'
import { cleanUp } from './clean-up.ts'
import { MissingValue } from './expressions.ts'
import { leftBehind } from './left-behind.ts'
import { isCredential, parametersOf, requestOf } from './requests.ts'
import type { Failure } from './travel.ts'

type Caller = Pick<Trip, 'operations' | 'inputs'>

const withCredential = (journey: BundledJourney) => (step: Step) => parametersOf(journey, step).some(isCredential)

const parametersWithout = (journey: BundledJourney, step: Step) =>
  parametersOf(journey, step).filter((parameter) => !isCredential(parameter))

/** Whether the journey has a step with a credential, and none that can be tried without it. */
export const cannotBeTried = (caller: Caller, journey: BundledJourney) =>
  stepsOf(journey).some(withCredential(journey)) && !stepToTry(caller, journey)

/** A step that needs nothing of the steps before. A read comes first: if the service lets everybody in, it creates nothing. */
function stepToTry(caller: Caller, journey: BundledJourney): Step | undefined {
  const able = stepsOf(journey)
    .filter(withCredential(journey))
    .filter((step) => operationOf(caller, step) && canBeFirst(caller, journey, step))
  const read = able.find((step) => operationOf(caller, step)?.method === 'get')
  return read ?? (leftBehind(journey, caller.operations) === undefined ? able[0] : undefined)
}

function canBeFirst({ operations, inputs }: Caller, journey: BundledJourney, step: Step): boolean {
  const operation = operationOf({ operations }, step)
  try {
    const known = { inputs, outputs: new Map<string, Record<string, unknown>>() }
    requestOf('', step, { ...(operation && { operation }), parameters: parametersWithout(journey, step), known })
    return true
  } catch (error) {
    if (error instanceof MissingValue) return false
    throw error
  }
}

/** Returns how the service did not refuse the step. */
export async function refusal(trip: Trip, journey: BundledJourney): Promise<Failure | undefined> {
  const step = stepToTry(trip, journey)
  if (!step) return undefined
  const place = placeOf(trip, journey)
  const { response, checks } = await attemptOf(place, step, parametersWithout(journey, step))
  const status = response?.statusCode
  if (status === 401 || status === 403) return undefined
  const { name = '', message = '' } = checks[0] ?? {}
  const said =
    status === undefined
      ? `${name === unsent ? 'was not sent' : 'got no answer'} without a credential: ${message}.`
      : `answered ${status} without a credential, not 401 or 403.`
  const what = `${journey.document.info.title}, step ${step.stepId}: ${nameOfRequest(trip, step)}`
  const isRead = operationOf(trip, step)?.method === 'get'
  const stays = isRead ? '' : await cleanUp(place, [])
  return { journey: journey.name, step: step.stepId, sentence: `${what} ${said}${stays}` }
}
