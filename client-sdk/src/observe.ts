// The entry `observe`: hooks and a log for the calls of a client. A bundle without this import has neither.
import { refuse } from './checks.ts'
import type { Fetched } from './call.ts'
import { SdkError } from './errors.ts'
import { headersOf } from './headers.ts'
import { changedHeaders, hookNames, tell, type Report } from './hooks.ts'
import { levels, loggerOf, writeAttempt, writeFault, type Outcome } from './log.ts'
import type { Hooks, LogOptions, ObservedCall, Observe, Watcher } from './observer.ts'
import type { ProblemError } from './problem-errors.ts'

/**
 * Makes the hooks and the log of a client work.
 *
 * @example
 * const client = createClient({ baseUrl, observe, log: 'info', onRetry: ({ delay }) => show(delay) })
 */
export const observe: Observe = { names: namesIn, watch }

function namesIn(given: Hooks & LogOptions): string[] {
  for (const name of hookNames) {
    const hook: unknown = given[name]
    if (hook !== undefined && typeof hook !== 'function') refuse(name, 'a function', hook)
  }
  const { log } = given
  // Safe cast: not every caller has a compiler, and the members of any value may be tested.
  const { info, error } = Object(log) as Record<string, unknown>
  const isLogger = typeof info === 'function' && typeof error === 'function'
  // Safe cast: a level, or a wrong value.
  if (log !== undefined && !isLogger && !levels.includes(log as string))
    refuse('log', `${levels.join(', ')}, or a logger with error and info`)
  return [...hookNames, 'log']
}

function watch(client: Hooks & LogOptions, own: Hooks, call: ObservedCall): Watcher | undefined {
  const logger = loggerOf(client.log)
  const all = [client, own].filter((hooks) => hookNames.some((name) => hooks[name]))
  if (!logger && all.length === 0) return undefined

  const facts = { call: {}, operationId: call.id, method: call.method, path: call.path, url: '', attempt: 0 }
  const started = Date.now()
  let attemptStarted = started
  let outcome: Outcome = { headers: [] }
  let isLogged = false
  const since = (time: number) => Date.now() - time
  const report: Report = (name, error) => writeFault(logger, name, error, facts)
  /** The line of the attempt, once. */
  const print = (level: 'error' | 'info', more: Partial<Outcome>) => {
    if (!logger || isLogged) return
    isLogged = true
    writeAttempt(logger, level, facts, { ...outcome, ...more, duration: since(attemptStarted) })
  }
  return {
    attempt: (next, request) => async (signal, more) => {
      const attempt = ++facts.attempt
      facts.url = request.url
      attemptStarted = Date.now()
      isLogged = false
      outcome = { headers: [] }
      const headers = await changedHeaders(all, facts, headersOf({ ...request.headers, ...more }), report)
      outcome.headers = Object.keys(headers)
      // An attempt that is over may still be answered, by a fetch that knows no signal.
      const answered = (status: number, received: Headers) => {
        if (attempt !== facts.attempt || isLogged || signal.aborted) return
        const requestId = received.get('x-request-id') ?? undefined
        outcome = { ...outcome, status, requestId }
        tell(
          all,
          'onResponse',
          { ...facts, status, headers: received, requestId, duration: since(attemptStarted) },
          report,
        )
      }
      try {
        const answer = await next(signal, { ...more, ...headers })
        // Safe cast: an upload gives neither, and the storage answers it with 200.
        const { status = 200, headers: received = new Headers() } = answer as Partial<Fetched>
        answered(status, received)
        if (attempt === facts.attempt) print('info', {})
        return answer
      } catch (error) {
        // Safe cast: other failures have no status.
        const { status, headers: received } = Object(error) as Partial<ProblemError>
        if (status !== undefined && received) answered(status, received)
        // The item is gone, so the call succeeds.
        if (status === 404 && call.method === 'DELETE' && attempt > 1) print('info', {})
        throw error
      }
    },
    retry: (error, delay) => {
      tell(all, 'onRetry', { ...facts, error, delay, duration: since(attemptStarted) }, report)
      print('info', { error, delay })
    },
    failed: (error) => {
      tell(all, 'onError', { ...facts, error, duration: since(started) }, report)
      // An abort is no failure of the service.
      print(error instanceof SdkError ? 'error' : 'info', { error })
    },
  }
}
