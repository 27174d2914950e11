// Starts something and asks until it is done, as often as the service wants to be asked.
import type { Call } from './call.ts'
import { failureOf } from './errors.ts'
import { policyOf, type CallOptions, type IdempotentOptions } from './options.ts'
import { pause, retryAfter, within } from './retry.ts'

/** Options of a method that waits. `timeout` is the time for everything; the others apply to each single call. */
export type WaitOptions<State> = IdempotentOptions & {
  /** How long all of it may take, in milliseconds. Default 120,000. */
  timeout?: number | undefined
  /** Called with every state, the last one included. */
  onState?: ((state: State) => void) | undefined
}

/** What the generated method knows of its operations. */
type Waiting<Started, State> = {
  /** The name of the method, for messages. */
  name: string
  /** The members that name what was started. An error carries them. */
  ids: readonly (keyof Started & string)[]
  start: (options: IdempotentOptions) => Call<Started>
  ask: (started: Started, options: CallOptions) => Call<State>
  isRunning: (state: State) => boolean
}

/** Milliseconds between two questions when the answer has no `Retry-After`. */
const interval = 2_000

export async function startAndWait<Started extends object, State>(
  { name, ids, start, ask, isRunning }: Waiting<Started, State>,
  { timeout = 120_000, onState, signal, idempotencyKey, ...options }: WaitOptions<State> = {},
): Promise<State> {
  let started: Started | undefined
  const work = async (inner: AbortSignal) => {
    started = await start({ ...options, idempotencyKey, signal: inner })
    for (;;) {
      const { data, headers } = await ask(started, { ...options, signal: inner }).withResponse()
      onState?.(data)
      if (!isRunning(data)) return data
      await pause(retryAfter(headers) ?? interval, inner)
    }
  }
  try {
    return await within(policyOf({ timeout }).timeout, signal, work, name)
  } catch (error) {
    if (signal?.aborted && error === signal.reason) throw error
    const failure = failureOf(name, error)
    // The work goes on after the wait has failed. The caller needs its id.
    for (const id of started ? ids : []) {
      failure.message += `; ${id} was ${String(started?.[id])}`
      Object.assign(failure, { [id]: started?.[id] })
    }
    throw failure
  }
}
