// The problems of one operation, for the compiler: the statuses that it can answer, and the class of each.
import { problemStatuses } from '../../generated/client-sdk/problem-statuses.ts'
import { ProblemError } from './problem-errors.ts'
import type { ErrorOfStatus } from './status-errors.ts'

type OperationId = keyof typeof problemStatuses
type Distributed<Status> = Status extends number ? ErrorOfStatus<Status> : never

/** The errors that an operation can answer by its contract. One that declares no 409 has no `ConflictError`. */
export type ProblemOf<Id extends OperationId> = Distributed<(typeof problemStatuses)[Id][number]>

/**
 * Whether the operation can answer this error by its contract. Then `error.status` has the operation's statuses, and a
 * comparison with any other does not compile.
 *
 * @example
 * ```ts
 * try {
 *   await items.create(item)
 * } catch (error) {
 *   if (!isProblemOf('createItem', error)) throw error
 *   if (error.status === 409) return askForAnotherId(error.detail)
 *   throw error
 * }
 * ```
 */
export function isProblemOf<Id extends OperationId>(operation: Id, error: unknown): error is ProblemOf<Id> {
  const statuses: readonly number[] = problemStatuses[operation]
  return error instanceof ProblemError && error.operation === operation && statuses.includes(error.status)
}
