// Attempts: each within its time, repeated with full-jitter backoff where a repeat is safe, all within the call's time.
import { ConnectionError, ProblemError, TimeoutError } from './errors.ts'
import type { Policy } from './options.ts'

const passing = [408, 429, 502, 503, 504]

/** Timers hold 31 bits of milliseconds, 24 days; a longer one would fire at once. */
const longest = 2 ** 31 - 1

/** Whether the failure may pass by itself. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError
    ? passing.includes(error.status)
    : error instanceof TimeoutError || error instanceof ConnectionError

/** Repeats the work while it fails with what may pass, as often and as long as the policy says. */
export async function withRetries<T>(
  { signal, timeout, attemptTimeout, maxRetries, baseDelay, maxDelay }: Policy,
  work: (signal: AbortSignal) => Promise<T>,
  mayRepeat: (error: unknown) => boolean = isPassing,
  name?: string,
): Promise<T> {
  const deadline = Date.now() + timeout
  for (let attempt = 0; ; attempt++) {
    try {
      return await within(Math.min(attemptTimeout, deadline - Date.now()), signal, work, name)
    } catch (error) {
      if (signal?.aborted || attempt >= maxRetries || !mayRepeat(error)) throw error
      const asked = error instanceof ProblemError ? retryAfter(error.headers) : undefined
      // Beside a Retry-After too there is some jitter, or all who were told the same come back at once.
      const delay =
        (asked ?? 0) + Math.random() * Math.min(maxDelay, baseDelay * 2 ** (asked === undefined ? attempt : 0))
      if (Date.now() + delay >= deadline) throw error
      await pause(delay, signal)
    }
  }
}

/** Milliseconds that a `Retry-After` asks for, whether in seconds or as a date. */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const delay = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return delay >= 0 ? delay : undefined
}

/** Runs the work with a signal of its own, which fires with the caller's or when the time is over. The name is for the message. */
export function within<T>(
  ms: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  name = 'the work',
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    // Called by the stop too: work that never settles would keep the timer and the caller's signal for good.
    const settle = () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    }
    const stop = (reason: unknown) => {
      settle()
      // Rejecting as well as aborting: a token function, or a fetch of one's own, need not mind the signal.
      // An abort's reason is the caller's own value, an Error or not.
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
    // What is longer is for ever.
    if (ms <= longest)
      timer = setTimeout(() => stop(new TimeoutError(`${name} was not done within ${Math.max(ms, 0)} ms`)), ms)
    work(controller.signal).finally(settle).then(resolve, reject)
  })
}

/** Waits, 24 days at most; an abort ends the waiting. */
export const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  within(Infinity, signal, (inner) => {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, longest))
      inner.addEventListener('abort', () => clearTimeout(timer))
    })
  })
