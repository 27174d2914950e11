// Asking again until something is done, as often as the service wants to be asked.
import type { Call } from './call.ts'
import { failureOf } from './errors.ts'
import { policyOf, type CallOptions, type IdempotentOptions } from './options.ts'
import { pause, retryAfter, within } from './retry.ts'

/** Options of `submitAndWait`; `timeout` is the time for everything, the others hold for each single call. */
export type WaitOptions<State> = IdempotentOptions & {
  /** How long it may take in all, in milliseconds. Default 120,000. */
  timeout?: number | undefined
  /** Is told every state on the way, the last one included. */
  onState?: ((state: State) => void) | undefined
}

/** Between two questions where the answer has no `Retry-After`. */
const interval = 2_000

export async function startAndWait<Started extends { executionId: string }, State>(
  start: (options: IdempotentOptions) => Call<Started>,
  ask: (started: Started, options: CallOptions) => Call<State>,
  isRunning: (state: State) => boolean,
  { timeout = 120_000, onState, signal, idempotencyKey, ...options }: WaitOptions<State> = {},
): Promise<State> {
  let started: Started | undefined
  try {
    return await within(
      policyOf({ timeout }).timeout,
      signal,
      async (inner) => {
        started = await start({ ...options, idempotencyKey, signal: inner })
        for (;;) {
          const { data, headers } = await ask(started, { ...options, signal: inner }).withResponse()
          onState?.(data)
          if (!isRunning(data)) return data
          await pause(retryAfter(headers) ?? interval, inner)
        }
      },
      'submitAndWait',
    )
  } catch (error) {
    if (signal?.aborted && error === signal.reason) throw error
    const failure = failureOf('submitAndWait', error)
    if (!started) throw failure
    // What was started goes on, so its id must not be lost with the waiting.
    const { executionId } = started
    failure.message += `; executionId was ${executionId}`
    throw Object.assign(failure, { executionId })
  }
}
