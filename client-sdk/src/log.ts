// The log of the entry `observe`: where a line goes, and its text without secrets.
import { logVariable } from '../../generated/client-sdk/about.ts'
import { reasonOf } from './errors.ts'
import type { Logger, LogLevel, LogOptions, ObservedAttempt } from './observer.ts'

export const levels: readonly string[] = ['off', 'error', 'info', 'debug'] satisfies LogLevel[]

/** What a line says of an attempt: how it ended, and what comes next. */
export type Outcome = {
  duration?: number
  status?: number | undefined
  requestId?: string | undefined
  error?: unknown
  delay?: number | undefined
  /** The names of the request's headers. */
  headers: string[]
}

export type Lines = Logger & { isDetailed?: boolean }

const none = () => undefined

/** Where lines go; undefined when nowhere. The option comes before the variable. */
export function loggerOf(log: LogOptions['log'] = levelOfVariable()): Lines | undefined {
  switch (log) {
    case 'off':
      return undefined
    case 'error':
      return { error: (line) => console.error(line), info: none }
    case 'info':
      return { error: (line) => console.error(line), info: (line) => console.info(line) }
    case 'debug':
      return { error: (line) => console.error(line), info: (line) => console.debug(line), isDetailed: true }
    default:
      return log
  }
}

/** Nobody can correct a wrong variable in the program that it meets. It is reported once. */
let isReported = false
function levelOfVariable(): LogLevel {
  // Safe cast: only Node, Deno and Bun have it.
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  const level = (process?.env?.[logVariable] ?? '').trim().toLowerCase()
  // Safe cast: it is one of them.
  if (levels.includes(level)) return level as LogLevel
  if (level !== '' && !isReported) console.error(`${logVariable} must be ${levels.join(', ')}`)
  isReported = level !== ''
  return 'off'
}

/** One line, without control signs: a service may answer anything. */
export function lineOf(facts: ObservedAttempt, outcome: Outcome, isDetailed: boolean): string {
  const { operationId = 'request', method, path, url, attempt } = facts
  const { status, duration = 0, requestId, delay, headers, error } = outcome
  const words = [
    `${operationId} ${method} ${isDetailed && url ? shownUrl(url) : path}:`,
    attempt ? `attempt ${attempt},` : 'not sent,',
    status === undefined ? '' : `${status}`,
    `after ${duration} ms`,
    requestId === undefined ? '' : `(request ${requestId})`,
    delay === undefined ? '' : `again in ${Math.round(delay)} ms`,
    isDetailed && headers.length > 0 ? `[${headers.join(' ')}]` : '',
    error === undefined ? '' : `– ${safe(reasonOf(error))}`,
  ]
  return oneLine(words.filter(Boolean).join(' '))
}

// eslint-disable-next-line no-control-regex
const oneLine = (text: string) => text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')

const secretNames = 'token|key|secret|password|passwd|signature|credential|code|auth'

/** The values of parameters that are called as credentials are not shown. */
const shownUrl = (url: string) => url.replace(new RegExp(`([?&][^=&]*(?:${secretNames})[^=&]*=)[^&]*`, 'gi'), '$1…')

/** The text of an error. An address in it shows neither a password nor its query. */
const safe = (text: string): string => text.replace(/\/\/[^/\s@]*@/g, '//…@').replace(/\?\S+/g, '?…')

/** A logger of the caller's may throw or reject. That changes nothing, and there is nobody else to tell. */
export function write(lines: Lines, level: 'error' | 'info', line: string, facts: object): void {
  const written = async () => lines[level](line, facts)
  written().catch(none)
}

/** An error of a hook is a fault of the program, so it is told without a log too. */
export const reportHook = (lines: Lines | undefined, hook: string, error: unknown, facts: object): void =>
  write(lines ?? console, 'error', oneLine(`${hook} failed: ${safe(reasonOf(error))}`), { ...facts, error })
