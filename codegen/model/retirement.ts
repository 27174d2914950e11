// The end of a deprecated operation: when it stops, since when it is deprecated, and the headers that tell callers.
import type { Extensions } from '../contract.ts'

export type Retirement = {
  /** The day from which the operation may be gone, `YYYY-MM-DD`. */
  sunset: string
  /** On every answer: `Deprecation` (RFC 9745) and `Sunset` (RFC 8594). */
  headers: { Deprecation: string; Sunset: string }
}

/** The names of the headers, which pages of other origins may read. */
export const retirementHeaders = ['Deprecation', 'Sunset']

export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = dayOf(text)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

const dayOf = (text: string) => new Date(`${text}T00:00:00Z`)

/** Undefined unless the operation is deprecated and names its last day. */
export function retirementOf(operation: Extensions & { deprecated?: boolean }): Retirement | undefined {
  const { deprecated, 'x-sunset': sunset, 'x-deprecated-since': since } = operation
  if (deprecated !== true || !isDay(sunset)) return undefined
  // The beginning of time: deprecated, and nobody says since when.
  const seconds = isDay(since) ? dayOf(since).getTime() / 1000 : 0
  return { sunset, headers: { Deprecation: `@${seconds}`, Sunset: dayOf(sunset).toUTCString() } }
}

/** A sentence for readers and models; empty for an operation that stays. */
function retirementText({ deprecated, retirement }: { deprecated: boolean; retirement: Retirement | undefined }) {
  if (!deprecated) return ''
  return retirement ? `Deprecated: it may be gone from ${retirement.sunset} on.` : 'Deprecated.'
}

/** The text with that sentence before it. */
export const withRetirement = (operation: Parameters<typeof retirementText>[0], text: string) =>
  [retirementText(operation), text].filter(Boolean).join(' ')
