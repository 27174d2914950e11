// The entry `observe`: hooks and a log for the calls of a client. A bundle without this import has neither.
import type { OptionTypes } from './checks.ts'
import type { Fetched } from './call.ts'
import { fail, SdkError } from './errors.ts'
import { headersOf } from './headers.ts'
import { changedHeaders, hookNames, tell, type Report } from './hooks.ts'
import { levels, loggerOf, writeAttempt, writeFault, type Outcome } from './log.ts'
import type {
  Attempt,
  Hooks,
  LogOptions,
  Observe,
  ObservedAttempt,
  ObservedCall,
  ObservedRequest,
  Watcher,
} from './observer.ts'
import type { ProblemError } from './problem-errors.ts'
import type { Secrets } from './secrets.ts'

const callTypes: OptionTypes = Object.fromEntries(hookNames.map((name) => [name, 'a function']))

/**
 * Makes the hooks and the log of a client work.
 *
 * @example
 * const client = createClient({ baseUrl, observe, log: 'info', onRetry: ({ delay }) => show(delay) })
 */
export const observe: Observe = { [Symbol.toStringTag]: 'Observe', callTypes, clientTypes, watch }

function clientTypes(given: LogOptions | null | undefined): OptionTypes {
  const log: unknown = given?.log
  // Safe cast: not every caller has a compiler, and the members of any value may be tested.
  const { info, error } = Object(log) as Record<string, unknown>
  const isLogger = typeof info === 'function' && typeof error === 'function'
  // Safe cast: a level, or a wrong value.
  if (log !== undefined && !isLogger && !levels.includes(log as string))
    fail(`log must be ${levels.join(', ')}, or a logger with error and info`)
  return { ...callTypes, log: '' }
}

/** One call: its hooks and its lines. */
type Watched = {
  hooks: Hooks[]
  facts: ObservedAttempt
  attemptStarted: number
  outcome: Outcome
  secrets: Secrets
  isLogged: boolean
  report: Report
  /** Writes the line of the attempt, once. */
  print: (level: 'error' | 'info', more?: Partial<Outcome>) => void
}

function watch(
  client: Hooks & LogOptions,
  own: Hooks | null | undefined,
  { id, method, path }: ObservedCall,
): Watcher | undefined {
  const logger = loggerOf(client.log)
  // The caller may change its options after the call.
  const hooks: Hooks[] = [client, { ...own }].filter((given) => hookNames.some((name) => given[name]))
  if (!logger && hooks.length === 0) return undefined
  const started = Date.now()
  const facts = { call: {}, operationId: id, method, path, url: '', attempt: 0 }
  const watched: Watched = {
    hooks,
    facts,
    attemptStarted: started,
    outcome: { headers: [] },
    secrets: [],
    isLogged: false,
    report: (name, error) => writeFault(logger, name, error, facts, watched.secrets),
    print: (level, more) => {
      const { outcome, attemptStarted, isLogged } = watched
      if (!logger || isLogged) return
      watched.isLogged = true
      const ended = { ...outcome, ...more, duration: Date.now() - attemptStarted }
      writeAttempt(logger, level, facts, ended, watched.secrets)
    },
  }
  return {
    attempt: (next, request) => observed(watched, next, request),
    retry: (error, delay) => {
      const event = { ...answerOf(watched), error, delay, duration: Date.now() - watched.attemptStarted }
      tell(hooks, 'onRetry', event, watched.report)
      watched.print('info', { error, delay })
    },
    failed: (error) => {
      const event = { ...answerOf(watched), error, duration: Date.now() - started }
      tell(hooks, 'onError', event, watched.report)
      // An abort is no failure of the service.
      const isFailure = error instanceof SdkError
      // A stream that breaks has the line of its answer, and its failure has another one.
      watched.isLogged &&= !isFailure
      watched.print(isFailure ? 'error' : 'info', { error })
    },
  }
}

const answerOf = ({ facts, outcome: { status, requestId } }: Watched) => ({ ...facts, status, requestId })

function observed<T>(watched: Watched, next: Attempt<T>, request: ObservedRequest): Attempt<T> {
  const { facts, hooks, report, print } = watched
  watched.secrets = request.secrets ?? []
  // An upload has no path, and the query of its URL is a credential.
  const urlOf = () => (facts.path ? request.url : request.url.replace(/\?.*/, ''))
  return async (signal, more) => {
    const attempt = ++facts.attempt
    facts.url = urlOf()
    const started = Date.now()
    Object.assign(watched, { attemptStarted: started, isLogged: false, outcome: { headers: [] } })
    const headers = await changedHeaders(hooks, facts, headersOf({ ...request.headers, ...more }), report)
    watched.outcome.headers = Object.keys(headers)
    // An attempt that is over may still be answered, by a fetch that knows no signal.
    const answered = (status: number, received: Headers) => {
      // That of an upload is known now.
      facts.url = urlOf()
      if (attempt !== facts.attempt || watched.isLogged || signal.aborted) return
      const requestId = received.get('x-request-id') ?? undefined
      watched.outcome = { ...watched.outcome, status, requestId }
      const event = { ...facts, status, headers: received, requestId, duration: Date.now() - started }
      tell(hooks, 'onResponse', event, report)
    }
    try {
      const answer = await next(signal, { ...more, ...headers })
      // Safe cast: an upload gives neither, and the storage answers it with 200.
      const { status = 200, headers: received = new Headers() } = answer as Partial<Fetched>
      answered(status, received)
      if (attempt === facts.attempt && !signal.aborted) print('info')
      return answer
    } catch (error) {
      // Safe cast: other failures have no status.
      const { status, headers: received } = Object(error) as Partial<ProblemError>
      if (status !== undefined && received) answered(status, received)
      // The item is gone, so the call succeeds.
      if (status === 404 && facts.method === 'DELETE' && attempt > 1) print('info')
      throw error
    }
  }
}
