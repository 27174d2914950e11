// The journeys as data: their documents, and what the contract says of each operation that they call. A canary runs them.
import type { Operation } from '../model.ts'
import type { Journey } from './documents.ts'

/**
 * An operation, with the media types of each status that it documents.
 *
 * @property repeat What makes a repeat of a creation the same creation: its content, or an Idempotency-Key.
 */
export type CalledOperation = {
  operationId: string
  method: string
  path: string
  answers: Record<string, string[]>
  repeat?: 'content' | 'key'
}

/** The header that makes a repeated creation the same creation. */
export const keyHeader = 'idempotency-key'

export type BundledJourney = Pick<Journey, 'name' | 'document' | 'inputs'>

export type BundledJourneys = { operations: CalledOperation[]; journeys: BundledJourney[] }

export function bundleJourneys(operations: Operation[], journeys: Journey[]): BundledJourneys {
  const steps = journeys.flatMap(({ document }) => document.workflows.flatMap((workflow) => workflow.steps))
  const called = new Set(steps.map(({ operationId }) => operationId))
  return {
    operations: operations.filter(({ operationId }) => called.has(operationId)).map(calledOperation),
    journeys: journeys.map(({ name, document, inputs }) => ({ name, document, inputs })),
  }
}

function calledOperation({ operationId, method, path, answers, parameters, sdk }: Operation): CalledOperation {
  const takesKey = parameters.some(({ in: place, name }) => place === 'header' && name.toLowerCase() === keyHeader)
  const repeat = sdk.repeat ?? (takesKey ? 'key' : undefined)
  return {
    ...{ operationId, method, path },
    answers: Object.fromEntries(answers.map(({ key, content }) => [key, content.map(({ type }) => type)])),
    ...(repeat && { repeat }),
  }
}
