// The formats of texts as expressions: those that the validators check, in the same way.
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { calendarDate, dateTime } from '../server/validator-module.ts'

/** An address: a reference to one that has a scheme. The expression for references takes quotes too. */
const address = (reference: RegExp) =>
  new RegExp(`^(?=[a-z][a-z0-9+\\-.]*:[^"?#][^"]*$)${reference.source.slice(1)}`, reference.flags)

/** Formats that Ajv checks with a function, as one expression. */
export const ownFormats: Record<string, RegExp> = {
  date: calendarDate,
  'date-time': dateTime,
  // Safe cast: Ajv has an expression for it.
  uri: address(fullFormats['uri-reference'] as RegExp),
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/m,
}

/** Every text has these, or they are about numbers, which their bounds say more about. */
const unchecked = new Set(['binary', 'password', 'int32', 'int64', 'float', 'double'])

/** The expression that a text of this format matches. Null: every text has it. Undefined: no expression says it. */
export function expressionFor(format: string): RegExp | null | undefined {
  if (unchecked.has(format) || !Object.hasOwn(fullFormats, format)) return null
  const known = (ownFormats[format] ?? fullFormats[format as keyof typeof fullFormats]) as unknown
  return known instanceof RegExp ? known : undefined
}
