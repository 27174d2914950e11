// Results that the operations on stored items share, and the problems that they throw.
import { etagOf } from '../http/etag.ts'
import { Problem } from '../http/problem.ts'
import type { Change } from '../repositories/changes.ts'
import type { Creation } from '../repositories/creation.ts'
import type { Stored } from '../repositories/stored-record.ts'

/** 200 with the item and its ETag. */
export function ok<T>({ item, revision }: Stored<T>) {
  return { status: 200, body: item, headers: { ETag: etagOf(revision) } } as const
}

/** 201 with the item, its ETag and its path. `replayed` means that an earlier, equal request created the item. */
export function created<T>(location: string, { item, revision }: Stored<T>, outcome: 'created' | 'replayed') {
  const replayed = outcome === 'replayed' ? ({ 'Idempotent-Replayed': 'true' } as const) : {}
  return { status: 201, body: item, headers: { ETag: etagOf(revision), Location: location, ...replayed } } as const
}

/** Returns a creation under an Idempotency-Key. Throws 422 when the key was used for another creation. */
export function original<T>(creation: Creation<T>) {
  if (creation.outcome !== 'different') return creation
  throw new Problem('idempotency-key-reused', 'This Idempotency-Key was used before with another body.')
}

/** Returns the value, or throws 404. `what` names the value, for example "case 42". */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Problem('not-found', `There is no ${what}.`)
  return value
}

/** Returns the updated item, or throws 404 or 412. */
export function changed<T>(change: Change<T>, what: string): Stored<T> {
  if (change.outcome === 'changed') return change.stored
  throw unchanged(change.outcome, what)
}

/** The problem that says why an item was not changed. */
export function unchanged(outcome: 'absent' | 'stale', what: string): Problem {
  return outcome === 'absent'
    ? new Problem('not-found', `There is no ${what}.`)
    : new Problem('precondition-failed', `The ${what} has changed since that ETag was read.`)
}
