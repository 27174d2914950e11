// Counts the answers that are begun and those that fail, for an alarm of their own: models fail more often than the API does.
import { problems } from '../../generated/problems.ts'
import { Problem } from '../http/problem.ts'
import type { Context } from '../operation.ts'

type Counting = Pick<Context, 'log' | 'message'>

/** Runs the work of an answer up to what the caller gets first. */
export async function counted<T>({ log, message }: Counting, work: () => Promise<T>): Promise<T> {
  log.count('AssistantAnswers')
  return work().catch((error: unknown) => {
    if (isFailure(error, message)) log.count('AssistantFailures')
    throw error
  })
}

/** Runs what follows the first event. */
export const countedAfter = <T>({ log, message }: Counting, work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    if (isFailure(error, message)) log.count('AssistantBreaks')
    throw error
  })

/** A refusal is no failure, and neither is a caller who has left. */
const isFailure = (error: unknown, { signal }: Context['message']) =>
  signal?.aborted !== true && !(error instanceof Problem && problems[error.slug].status < 500)
