// Repeats attempts with full-jitter backoff where a repeat is safe. Each attempt has its time, and so has the whole call.
import { ConnectionError, SdkError, TimeoutError } from './errors.ts'
import type { Policy } from './options.ts'
import { ProblemError } from './problem-errors.ts'

/** Whether the failure may go away by itself. */
export const isPassing = (error: unknown): boolean =>
  error instanceof TimeoutError ||
  error instanceof ConnectionError ||
  // Safe cast: work fails with an error, and only a problem has a status, which is tested as text.
  /408|429|50[234]/.test((error as { status?: unknown } | undefined)?.status as string)

/**
 * Repeats the work while its failure may be repeated, as often and as long as the policy and the budget allow. The calls
 * of a client share a budget of 500, from which a repeat takes 5, as in the standard mode of the AWS SDKs.
 */
export async function withRetries<T>(
  policy: Policy,
  work: (signal: AbortSignal) => Promise<T>,
  mayRepeat: (error: unknown, delay: number) => unknown,
  name?: string,
): Promise<T> {
  const { signal, timeout, attemptTimeout, maxRetries, budget } = policy
  const deadline = Date.now() + timeout
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await within(Math.max(0, Math.min(attemptTimeout, deadline - Date.now())), signal, work, name)
      budget.spent = Math.max(0, budget.spent - (attempt ? 5 : 1))
      return result
    } catch (error) {
      if (signal?.aborted) throw error
      if (error instanceof SdkError) Object.assign(error, { attempts: attempt + 1 })
      // Safe cast: other errors have no headers.
      const asked = retryAfter((error as Partial<ProblemError>).headers)
      // A Retry-After gets jitter too. Without it all clients with the same value would come back at once.
      const delay = asked === undefined ? leastWait(policy, attempt, 0) : asked + leastWait(policy, attempt)
      const isOver = attempt >= maxRetries || budget.spent > 495 || Date.now() + delay >= deadline
      if (isOver || !mayRepeat(error, delay)) throw error
      budget.spent += 5
      await within(delay, signal)
    }
  }
}

/** A random part of a wait. By default it is at least half of the wait, so that no repeat comes at once. */
export const leastWait = (
  { baseDelay, maxDelay }: Pick<Policy, 'baseDelay' | 'maxDelay'>,
  attempt: number,
  least = 1,
): number => (Math.min(maxDelay, baseDelay * 2 ** attempt) * (least + Math.random())) / (least + 1)

/** The milliseconds of a `Retry-After`, which has seconds or a date. Of several in one, the first one counts. */
export function retryAfter(headers: Pick<Headers, 'get'> | undefined): number | undefined {
  // Safe cast: an absent value is no number and no date.
  const value = headers?.get('retry-after') as unknown as string
  // Not with a unit or the rest of a date behind it.
  // Safe cast: it is read as a text.
  const seconds = parseInt(/^ *\d+(?![\w/-])/.exec(value) as unknown as string)
  const delay = seconds >= 0 ? seconds * 1000 : Date.parse(value) - Date.now()
  return delay >= 0 ? delay : undefined
}

/**
 * Runs the work with a signal that fires with the caller's signal or when the time is over. The work can stop itself
 * with any reason. The name is for the message. Without work it waits until the time is over.
 */
export function within<T = undefined>(
  ms: number,
  outer: AbortSignal | null | undefined,
  work?: (signal: AbortSignal, stop: (reason: unknown) => void) => Promise<T>,
  name?: string,
): Promise<T> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let abort: () => void
  return new Promise<T>((resolve, reject) => {
    const stop = (reason: unknown) => {
      // Reject as well as abort: a token function, or the caller's fetch, may ignore the signal.
      // The abort's reason is any value of the caller's, not always an Error.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(reason)
      controller.abort(reason)
    }
    abort = () => {
      // The AbortController of React Native knows no reasons.
      const { reason = Object.assign(new Error('aborted'), { name: 'AbortError' }) } = outer as { reason?: unknown }
      stop(reason)
    }
    if (outer?.aborted) {
      abort()
      return
    }
    // A wrong signal, or a wrong time, is refused where the work checks it.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
    outer?.addEventListener?.('abort', abort)
    // A timer holds 31 bits of milliseconds, which is 24 days. A longer timer would fire at once.
    if (typeof ms === 'number' && ms >= 0)
      timer = setTimeout(
        () => {
          if (work) stop(new TimeoutError(`${name} was not done within ${ms} ms`))
          // Safe cast: without work the promise is one of nothing.
          else resolve(undefined as T)
        },
        Math.min(ms, 2 ** 31 - 1),
      )
    work?.(controller.signal, stop).then(resolve, reject)
  }).finally(() => {
    clearTimeout(timer)
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
    outer?.removeEventListener?.('abort', abort)
  })
}
