// The problems of one operation, for the compiler: the statuses that it can answer, and the class of each.
import type { operations } from '../../generated/api.ts'
import { isDocumented, type problemStatuses } from '../../generated/client-sdk/problem-statuses.ts'
import { ProblemError } from './problem-errors.ts'
import type { ErrorOfStatus, ServerError } from './status-errors.ts'

type OperationId = keyof typeof problemStatuses
/** A range (`4XX`) and `default` stand for many statuses. */
type ErrorOf<Status> = Status extends number ? ErrorOfStatus<Status> : Status extends '5XX' ? ServerError : ProblemError

/** The body of an answer by its contract. */
type BodyOf<Id, Status> = Id extends keyof operations
  ? Status extends keyof operations[Id]['responses']
    ? operations[Id]['responses'][Status] extends { content: infer Content }
      ? Content[keyof Content]
      : unknown
    : unknown
  : unknown
type Distributed<Id, Status> = Status extends unknown ? ErrorOf<Status> & { readonly body: BodyOf<Id, Status> } : never

/** The errors that an operation can answer by its contract. One that declares no 409 has no `ConflictError`. */
export type ProblemOf<Id extends OperationId> = Distributed<Id, (typeof problemStatuses)[Id][number]>

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
  return error instanceof ProblemError && error.operation === operation && isDocumented(operation, error.status)
}
