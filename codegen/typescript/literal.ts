// A JSON value as a person would write it in TypeScript.
import { group, hardline, indent, join, line, print, type Doc } from './print.ts'
import { array, key, object, quote } from './syntax.ts'

/** In examples a value is wrapped earlier than in code, because it stands in a comment or on a page. */
const exampleWidth = 70

export const literal = (value: unknown): string => print(valueOf(value, false), exampleWidth)

/** @param wrapsText Whether a text that does not fit begins on a line of its own. */
export function valueOf(value: unknown, wrapsText = true): Doc {
  if (typeof value === 'string') return quote(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (!Array.isArray(value)) return object(Object.entries(value).map(([name, item]) => memberOf(name, item, wrapsText)))
  const items = value.map((item) => valueOf(item, wrapsText))
  return value.length > 1 && value.every(hasMembers)
    ? group('[', indent(hardline, join([',', hardline], items)), ',', hardline, ']')
    : array(items)
}

/** After a shorter key a text on the next line would gain nothing: prettier leaves it where it is. */
const minKeyLength = 5

const memberOf = (name: string, value: unknown, wrapsText: boolean): Doc =>
  typeof value === 'string' && wrapsText && key(name).length >= minKeyLength
    ? [key(name), ':', group(indent(line, quote(value)))]
    : [key(name), ': ', valueOf(value, wrapsText)]

/** A list of such objects is easier to read with an object a line, as prettier has it. */
const hasMembers = (item: unknown) =>
  typeof item === 'object' && item !== null && !Array.isArray(item) && Object.keys(item).length > 1
