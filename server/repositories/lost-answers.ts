// Remembers that an attempt of a write may have been carried out although its answer was lost.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** Inputs of calls that had an attempt without an answer. All attempts of a call have one input. */
const withLostAnswer = new WeakSet<object>()
/** Errors of a call whose earlier attempt ended without an answer. */
const afterLostAnswer = new WeakSet<Error>()

type Failure = Error & { $metadata?: { httpStatusCode?: number } }

/** A refusal has changed nothing. A broken connection, a timeout or a 5xx does not say whether the write was carried out. */
const saysNothing = ({ $metadata }: Failure) =>
  $metadata?.httpStatusCode === undefined || $metadata.httpStatusCode >= 500

/** Watches every attempt of this client. */
export function watchAttempts({ middlewareStack }: DynamoDBClient) {
  middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args)
      } catch (error) {
        if (!(error instanceof Error)) throw error
        if (withLostAnswer.has(args.input)) afterLostAnswer.add(error)
        if (saysNothing(error)) withLostAnswer.add(args.input)
        throw error
      }
    },
    // In this step the retries have a high priority, so that this runs once for each attempt.
    { name: 'watchAttempts', step: 'finalizeRequest', priority: 'low' },
  )
}

/** Whether an earlier attempt of the call that failed with this error may have been carried out. */
export const followsLostAnswer = (error: Error) => afterLostAnswer.has(error)
