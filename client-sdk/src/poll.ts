// Starts something and asks until it is done, as often as the service wants to be asked.
import type { Call } from './call.ts'
import { checked, optionsOf } from './checks.ts'
import type { Client } from './client.ts'
import { ConnectionError } from './errors.ts'
import type { CallOptions, IdempotentOptions } from './options.ts'
import { leastWait, retryAfter, within } from './retry.ts'
import { several } from './several.ts'
import { randomKey } from './random-key.ts'

/** Options of a method that waits. `timeout` is the time for everything; the others apply to each single call. */
export type WaitOptions<State> = IdempotentOptions & {
  /**
   * How long all of it may take, in milliseconds.
   *
   * @default 120_000
   */
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
  /** Whether a key makes the start repeatable. */
  takesKey: boolean
  start: (options: IdempotentOptions) => Call<Started>
  ask: (started: Started, options: CallOptions) => Call<State>
  isRunning: (state: State) => boolean
}

/** Milliseconds between two questions when the answer has no `Retry-After`. */
const interval = 2_000

export async function startAndWait<Started extends object, State>(
  client: Client,
  { name, ids, takesKey, start, ask, isRunning }: Waiting<Started, State>,
  given?: WaitOptions<State> | null,
): Promise<State> {
  const {
    timeout = 120_000,
    onState,
    idempotencyKey = takesKey ? randomKey() : undefined,
    ...options
  }: WaitOptions<State> = { ...given }
  let started: Started | undefined
  let requests = 0
  const work = async (signal: AbortSignal) => {
    optionsOf(given)
    checked({ onState }, { onState: 'a function' })
    const policy = client.policy({ ...options, timeout })
    requests++
    const answer = await start({ ...options, idempotencyKey, signal })
    if (ids.some((id) => typeof answer[id] !== 'string'))
      throw new ConnectionError(`${name} got no usable answer: no ${ids.join()}`)
    started = answer
    for (;;) {
      requests++
      const { data, headers } = await ask(started, { ...options, signal }).withResponse()
      onState?.(data)
      if (!isRunning(data)) return data
      await within((retryAfter(headers) ?? interval) + leastWait(policy, 0), signal)
    }
  }
  return several(new Error(name), timeout, options.signal, work, (failure) => {
    // The work goes on after the wait has failed. The caller needs its id.
    const known: Record<string, unknown> = { idempotencyKey, attempts: failure.attempts || requests }
    if (started) for (const id of ids) failure.message += `; ${id} was ${String((known[id] = started[id]))}`
    return known
  })
}
