// Repeats attempts with full-jitter backoff where a repeat is safe. Each attempt has its time, and so has the whole call.
import { ConnectionError, SdkError, TimeoutError } from './errors.ts'
import type { Policy } from './options.ts'
import { ProblemError } from './problem-errors.ts'

const passing = [408, 429, 502, 503, 504]

/** A timer holds 31 bits of milliseconds, which is 24 days. A longer timer would fire at once. */
const longest = 2 ** 31 - 1

/** The repeats that the calls of a client share, and what one costs, as in the standard mode of the AWS SDKs. */
export const wholeBudget = 500
const cost = 5

/** Whether the failure may go away by itself. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError
    ? passing.includes(error.status)
    : error instanceof TimeoutError || error instanceof ConnectionError

/** Repeats the work while its failure may be repeated, as often and as long as the policy and the budget allow. */
export async function withRetries<T>(
  policy: Policy,
  work: (signal: AbortSignal) => Promise<T>,
  mayRepeat: (error: unknown) => boolean = isPassing,
  name?: string,
): Promise<T> {
  const { signal, timeout, attemptTimeout, maxRetries, budget = { left: wholeBudget } } = policy
  const deadline = Date.now() + timeout
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await within(Math.max(0, Math.min(attemptTimeout, deadline - Date.now())), signal, work, name)
      budget.left = Math.min(wholeBudget, budget.left + (attempt ? cost : 1))
      return result
    } catch (error) {
      if (signal?.aborted) throw error
      if (error instanceof SdkError) Object.assign(error, { attempts: attempt + 1 })
      const asked = error instanceof ProblemError ? retryAfter(error.headers) : undefined
      // A Retry-After gets jitter too. Without it all clients with the same value would come back at once.
      const delay =
        asked === undefined ? Math.random() * longestWait(policy, attempt) : asked + leastWait(policy, attempt)
      const isOver = attempt >= maxRetries || !mayRepeat(error) || budget.left < cost
      if (isOver || Date.now() + delay >= deadline) throw error
      budget.left -= cost
      await pause(delay, signal)
    }
  }
}

const longestWait = ({ baseDelay, maxDelay }: Policy, attempt: number) => Math.min(maxDelay, baseDelay * 2 ** attempt)

/** A wait that is at least half of the longest one: for repeats that have no time of their own to go away in. */
export const leastWait = (policy: Policy, attempt: number) => (longestWait(policy, attempt) * (1 + Math.random())) / 2

/** The milliseconds of a `Retry-After`, which has seconds or a date. */
export function retryAfter(headers: Pick<Headers, 'get'>): number | undefined {
  const value = headers.get('retry-after') ?? ''
  const delay = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return delay >= 0 ? delay : undefined
}

/**
 * Runs the work with a signal that fires with the caller's signal or when the time is over. The work can stop itself
 * with any reason. The name is for the message.
 */
export function within<T>(
  ms: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal, stop: (reason: unknown) => void) => Promise<T>,
  name = 'the work',
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    // A stop calls it too: work that never settles would keep the timer and the caller's signal for ever.
    const settle = () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    }
    const stop = (reason: unknown) => {
      settle()
      // Reject as well as abort: a token function, or the caller's fetch, may ignore the signal.
      // The abort's reason is any value of the caller's, not always an Error.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(reason)
      controller.abort(reason)
    }
    // The AbortController of React Native knows no reasons.
    const abort = () => stop(outer?.reason ?? Object.assign(new Error(`${name} was aborted`), { name: 'AbortError' }))
    if (outer?.aborted) {
      abort()
      return
    }
    outer?.addEventListener('abort', abort)
    // A longer time means no limit.
    if (ms <= longest) timer = setTimeout(() => stop(new TimeoutError(`${name} was not done within ${ms} ms`)), ms)
    work(controller.signal, stop).finally(settle).then(resolve, reject)
  })
}

/** Waits, 24 days at most. An abort ends the wait. */
export const pause = (ms: number, signal: AbortSignal | undefined): Promise<unknown> =>
  within(Math.min(ms, longest), signal, () => new Promise<unknown>(() => undefined)).catch((error: unknown) => {
    if (signal?.aborted) throw error
  })
