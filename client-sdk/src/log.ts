/* eslint-disable no-console -- The console is where a log without a logger goes. */
// The log of the entry `observe`: where a line goes, and its text and its facts without secrets.
import { logVariable } from '../../generated/client-sdk/about.ts'
import { reasonOf, SdkError } from './errors.ts'
import { clean, type Secrets } from './secrets.ts'
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

type Lines = Logger & { isDetailed?: boolean }

const none = () => undefined
// Each line looks the function up again, because tests and tools replace it.
const error: Logger['error'] = (line) => console.error(line)

/** Where lines go; undefined when nowhere. The option comes before the variable. */
export function loggerOf(log: LogOptions['log'] = levelOfVariable()): Lines | undefined {
  switch (log) {
    case 'off':
      return undefined
    case 'error':
      return { error, info: none }
    case 'info':
      return { error, info: (line) => console.info(line) }
    case 'debug':
      return { error, info: (line) => console.debug(line), isDetailed: true }
    default:
      return log
  }
}

let isReported = false
/** A wrong variable is reported once, and fails no call: the program cannot correct it. */
function levelOfVariable(): LogLevel {
  // Safe cast: only some platforms have it.
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  const level = (process?.env?.[logVariable] ?? '').trim().toLowerCase()
  // Safe cast: it is one of them.
  if (levels.includes(level)) return level as LogLevel
  if (level !== '' && !isReported) console.error(`${logVariable} must be ${levels.join(', ')}`)
  isReported = level !== ''
  return 'off'
}

/** Writes the line of an attempt. */
export function writeAttempt(
  lines: Lines,
  level: 'error' | 'info',
  facts: ObservedAttempt,
  outcome: Outcome,
  secrets: Secrets,
): void {
  const { operationId = 'request', method, path, attempt } = facts
  const { status, duration = 0, requestId, delay, headers } = outcome
  const url = shownUrl(facts.url)
  const reason = outcome.error === undefined ? undefined : textOf(outcome.error)
  const isDetailed = lines.isDetailed ?? false
  const words = [
    `${operationId} ${method} ${(isDetailed && url) || path}`.trim() + ':',
    attempt ? `attempt ${attempt},` : 'not sent,',
    status,
    `after ${duration} ms`,
    requestId && `(request ${requestId})`,
    delay !== undefined && `again in ${Math.round(delay)} ms`,
    isDetailed && headers.length > 0 && `[${headers.join(' ')}]`,
    reason && `– ${reason}`,
  ]
  const known = { operationId: facts.operationId, method, path, url, attempt, status, duration, requestId, delay }
  const line = words.filter(Boolean).join(' ')
  write(lines, level, line, reason === undefined ? known : { ...known, error: reason }, secrets)
}

/** An error of a hook is a fault of the program, so it is told without a log too. */
export function writeFault(
  lines: Lines | undefined,
  hook: string,
  fault: unknown,
  facts: ObservedAttempt,
  secrets: Secrets,
): void {
  const { operationId, attempt } = facts
  const line = `${hook} failed: ${textOf(fault)}`
  write(lines ?? { error, info: none }, 'error', line, { operationId, attempt }, secrets)
}

/** A logger of the caller's may throw or reject. That changes nothing, and there is nobody else to tell. */
function write(lines: Lines, level: 'error' | 'info', text: string, facts: object, secrets: Secrets): void {
  // A service may answer anything, and a hook may quote anything: no credential, no line break, no control sign.
  const line = clean(secrets, text).replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
  const shown = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, clean(secrets, fact as unknown)]))
  new Promise((resolve) => resolve(lines[level](line, shown))).catch(none)
}

const secretNames = 'token|key|secret|pass|pwd|sig|credential|auth|code|session|jwt'

/** The values of parameters that are called as credentials are not shown. */
const shownUrl = (url: string) => url.replace(new RegExp(`([?&][^=&]*(?:${secretNames})[^=&]*=)[^&]*`, 'gi'), '$1…')

/** An error in words. An address in it shows neither a password nor its query. */
function textOf(fault: unknown): string {
  try {
    // The message of an error of this package shows no secret. Its cause may.
    const words = fault instanceof SdkError ? fault.message : reasonOf(fault)
    return words.replace(/\/\/[^/\s@]*@/g, '//…@').replace(/\?\S+/g, '?…')
  } catch {
    // Anything can be thrown, such as an object without a prototype. A hook must not fail a call by it.
    return typeof fault
  }
}
