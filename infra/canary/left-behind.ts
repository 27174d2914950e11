// Whether a journey deletes all that it creates.
import type { BundledJourney, CalledOperation } from '../../codegen/journeys/bundle.ts'
import { stepsOf } from './attempt.ts'

/** Says which creation no step of the journey deletes; undefined when each has its deletion. */
export function leftBehind(journey: BundledJourney, operations: CalledOperation[]): string | undefined {
  const steps = stepsOf(journey)
  const called = steps.flatMap(({ operationId }) => operations.find((known) => known.operationId === operationId) ?? [])
  const isDeleted = (path: string) =>
    called.some((other) => other.method === 'delete' && collectionOf(other.path) === collectionOf(path))
  const created = called.find(({ path, answers }) => answers['201'] !== undefined && !isDeleted(path))
  if (created) return `no step deletes what ${created.operationId} creates`
  const sent = steps.find(({ 'x-operation': other }) => other && other.method !== 'get')
  return sent && `no step deletes what ${sent.stepId} sends`
}

/** A collection and its items have the same. */
const collectionOf = (path: string) => path.replace(/\/\{[^{}/]+\}$/, '')
