// Takes a journey step by step, and deletes what it has created when it fails.
import type { BundledJourney } from '../../codegen/journeys/bundle.ts'
import type { Step } from '../../codegen/journeys/documents.ts'
import type { ExecutedStep } from '../../codegen/journeys/respect.ts'
import { failuresOf } from '../../codegen/journeys/sentence.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { attemptOf, placeOf, type Attempt, type Place, type Trip } from './attempt.ts'
import { cleanUp } from './clean-up.ts'
import { holds, type Answer } from './expressions.ts'

/** A failed journey: the step that ended it, and a sentence about it. */
export type Failure = { journey: string; step: string; sentence: string }

const second = 1000

/** Returns how the journey failed; undefined when it has passed. */
export async function travel(trip: Trip, journey: BundledJourney): Promise<Failure | undefined> {
  const place = placeOf(trip, journey)
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
  const stays = await cleanUp(place, executed)
  return { journey: journey.name, step: executed.at(-1)?.stepId ?? '', sentence: sentence + stays }
}

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
