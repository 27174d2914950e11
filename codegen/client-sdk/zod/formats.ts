// The formats of texts as expressions: those that the validators check, in the same way.
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { calendarDate, dateTime } from '../../server/validator-module.ts'

/** Formats that Ajv checks with a function, as one expression, or as several that must all match. */
const own: Record<string, RegExp[]> = {
  date: [calendarDate],
  'date-time': [dateTime],
  // The expression for a reference to an address is looser in two points: it needs no scheme, and takes quotes.
  uri: [/^[a-z][a-z0-9+\-.]*:[^"?#][^"]*$/i, fullFormats['uri-reference'] as RegExp],
  byte: [/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/m],
}

/** Every text has these, or they are about numbers, which their bounds say more about. */
const unchecked = new Set(['binary', 'password', 'int32', 'int64', 'float', 'double'])

/** The expressions that a text of this format matches; undefined where no expression says it. */
export function expressionsFor(format: string): RegExp[] | undefined {
  if (unchecked.has(format) || !Object.hasOwn(fullFormats, format)) return []
  if (own[format]) return own[format]
  const known = fullFormats[format as keyof typeof fullFormats] as unknown
  return known instanceof RegExp ? [known] : undefined
}
