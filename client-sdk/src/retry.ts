// Repeats attempts with full-jitter backoff where a repeat is safe. Each attempt has its time, and so has the whole call.
import { ConnectionError, ProblemError, TimeoutError } from './errors.ts'
import type { Policy } from './options.ts'

const passing = [408, 429, 502, 503, 504]

/** A timer holds 31 bits of milliseconds, which is 24 days. A longer timer would fire at once. */
const longest = 2 ** 31 - 1

/** Whether the failure may go away by itself. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError
    ? passing.includes(error.status)
    : error instanceof TimeoutError || error instanceof ConnectionError

/** Repeats the work while its failure may be repeated, as often and as long as the policy allows. */
export async function withRetries<T>(
  { signal, timeout, attemptTimeout, maxRetries, baseDelay, maxDelay }: Policy,
  work: (signal: AbortSignal) => Promise<T>,
  mayRepeat: (error: unknown) => boolean = isPassing,
  name?: string,
): Promise<T> {
  const deadline = Date.now() + timeout
  for (let attempt = 0; ; attempt++) {
    try {
      return await within(Math.max(0, Math.min(attemptTimeout, deadline - Date.now())), signal, work, name)
    } catch (error) {
      if (signal?.aborted || attempt >= maxRetries || !mayRepeat(error)) throw error
      const asked = error instanceof ProblemError ? retryAfter(error.headers) : undefined
      // A Retry-After gets jitter too. Without it all clients with the same value would come back at once.
      const delay =
        (asked ?? 0) + Math.random() * Math.min(maxDelay, baseDelay * 2 ** (asked === undefined ? attempt : 0))
      if (Date.now() + delay >= deadline) throw error
      await pause(delay, signal)
    }
  }
}

/** The milliseconds of a `Retry-After`, which has seconds or a date. */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const delay = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return delay >= 0 ? delay : undefined
}

/** Runs the work with a signal that fires with the caller's signal or when the time is over. The name is for the message. */
export function within<T>(
  ms: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
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
    const abort = () => stop(outer?.reason)
    if (outer?.aborted) {
      abort()
      return
    }
    outer?.addEventListener('abort', abort)
    // A longer time means no limit.
    if (ms <= longest) timer = setTimeout(() => stop(new TimeoutError(`${name} was not done within ${ms} ms`)), ms)
    work(controller.signal).finally(settle).then(resolve, reject)
  })
}

/** Waits, 24 days at most. An abort ends the wait. */
export const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  within(Infinity, signal, (inner) => {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, longest))
      inner.addEventListener('abort', () => clearTimeout(timer))
    })
  })
