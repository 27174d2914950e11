// What is wrong with a pattern of the contract: its syntax, or the time that it can take, which recheck judges.
import { createRequire } from 'node:module'
import { knownTime } from './known-times.ts'
import { portablePattern } from './portable.ts'

/** The time for one pattern in milliseconds. A pattern that takes recheck longer may take a request longer too. */
const timeout = 3000

/** Why the pattern is no regular expression; undefined when it is one. */
export function syntaxFault(pattern: string): string | undefined {
  if (portablePattern(pattern) !== undefined) return undefined
  return `The pattern ${pattern} is no regular expression of JavaScript: ${syntaxError(pattern)}. Write it in JavaScript's syntax, as OpenAPI asks.`
}

/** Why the pattern is slow: its time grows faster than the text. Undefined when it is not. */
export function slowness(pattern: string): string | undefined {
  const portable = portablePattern(pattern)
  return portable === undefined ? undefined : timeOf(portable)
}

const times = new Map<string, string | undefined>()

function timeOf(pattern: string): string | undefined {
  if (!times.has(pattern)) times.set(pattern, canBacktrack(pattern) ? judged(pattern) : undefined)
  return times.get(pattern)
}

/** Most patterns have no group that is repeated, and at most one repeat behind the beginning: they take linear time. */
function canBacktrack(pattern: string): boolean {
  const outside = pattern.replace(/\\./g, 'x').replace(/\[\^?[^\]]*\]/g, 'x')
  if (/[()|]/.test(outside) && /[*+?{]/.test(outside.replaceAll('(?:', '('))) return true
  const repeats = outside.match(/[*+?]|\{\d+,?\d*\}/g) ?? []
  const isFixed = (repeat: string) => /^\{\d+\}$/.test(repeat)
  const open = repeats.filter((repeat) => !isFixed(repeat))
  return open.length > 1 || (open.length === 1 && !outside.startsWith('^'))
}

function judged(pattern: string): string | undefined {
  const time = knownTime(pattern, timeByRecheck) ?? 'time that nobody can bound'
  if (time === '') return undefined
  return `The pattern ${pattern} takes ${time} with some texts, so one request can stop the service. Let no two repeats read the same text: write ^a+(-a+)*$ in place of ^(a+-?)*$.`
}

/** Empty for linear time; undefined when recheck cannot say it. */
function timeByRecheck(pattern: string): string | undefined {
  // Safe cast: it is the package's own type.
  const { checkSync } = createRequire(import.meta.url)('recheck') as typeof import('recheck')
  const { status, ...result } = checkSync(pattern, 'u', { timeout })
  if (status === 'safe') return ''
  return 'complexity' in result ? `${result.complexity.summary} time` : undefined
}

function syntaxError(pattern: string): string {
  try {
    new RegExp(pattern, 'u')
    return 'it cannot be read'
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /, '') : String(error)
  }
}
