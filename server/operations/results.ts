// Results that every operation on stored items shares, and the problems where there is none.
import { etagOf } from '../http/etag.ts'
import { Problem } from '../http/problem.ts'
import type { Change } from '../repositories/changes.ts'
import type { Creation } from '../repositories/creation.ts'
import type { Stored } from '../repositories/stored-record.ts'

/** 200 with the item and its ETag. */
export function ok<T>({ item, revision }: Stored<T>) {
  return { status: 200, body: item, headers: { ETag: etagOf(revision) } } as const
}

/** 201 with the item, its ETag and its path; `replayed` when the same request had created it before. */
export function created<T>(location: string, { item, revision }: Stored<T>, outcome: 'created' | 'replayed') {
  const replayed = outcome === 'replayed' ? ({ 'Idempotent-Replayed': 'true' } as const) : {}
  return { status: 201, body: item, headers: { ETag: etagOf(revision), Location: location, ...replayed } } as const
}

/** A creation under an Idempotency-Key, or 422 when the key was used for another one. */
export function original<T>(creation: Creation<T>) {
  if (creation.outcome !== 'different') return creation
  throw new Problem('idempotency-key-reused', 'This Idempotency-Key was used before with another body.')
}

/** What was found, or 404. `what` names it, as in "case 42". */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Problem('not-found', `There is no ${what}.`)
  return value
}

/** What an update left, or 404 or 412. */
export function changed<T>(change: Change<T>, what: string): Stored<T> {
  if (change.outcome === 'changed') return change.stored
  throw unchanged(change.outcome, what)
}

/** Why a change was not made. */
export function unchanged(outcome: 'absent' | 'stale', what: string): Problem {
  return outcome === 'absent'
    ? new Problem('not-found', `There is no ${what}.`)
    : new Problem('precondition-failed', `The ${what} has changed since that ETag was read.`)
}
