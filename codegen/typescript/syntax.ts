// The forms of TypeScript that renderers write: calls, functions, objects, imports.
import { choice, group, hardline, indent, join, lastLine, line, softline, type Doc } from './print.ts'

/** Items between brackets: all on one line, or each on a line of its own. */
function bracketed(open: string, items: Doc[], close: string, space = ''): Doc {
  if (items.length === 0) return open + close
  return group(open, indent(space ? line : softline, join([',', line], items)), lastLine(space), close)
}

export const object = (members: Doc[]): Doc => bracketed('{', members, '}', ' ')
export const array = (items: Doc[]): Doc => bracketed('[', items, ']')
export const parameters = (items: Doc[]): Doc => bracketed('(', items, ')')
export const call = (callee: Doc, args: Doc[]): Doc => [callee, bracketed('(', args, ')')]

/**
 * The parameters of a function whose first one is taken apart, as `({ a, b }: { a: A; b: B }, c)`. The names and the types
 * break together where it is alone; beside others it has a line of its own.
 */
export function destructured(names: string[], types: string[], others: string[] = []): Doc {
  const semicolon: Doc = { kind: 'line', flat: '; ', broken: '', hard: false }
  const typed = ['{', indent(line, join(semicolon, types)), line, '}']
  if (others.length > 0) return parameters([[object(names), ': ', group(typed)], ...others])
  return group('({', indent(line, join([',', line], names)), lastLine(' '), '}: ', typed, ')')
}

/** A function with an expression for its body. */
export type Arrow = { parameters: Doc; body: Doc }
export const arrow = (given: Arrow): Doc => [given.parameters, ' =>', group(indent(line, given.body))]

/** A call whose last argument is a function: the function's head stays on the line of the call where it has room. */
export const callWith = (callee: Doc, args: Doc[], last: Arrow): Doc => {
  const hugged = [callee, '(', args.map((arg) => [arg, ', ']), last.parameters, ' =>', indent(hardline, last.body)]
  const broken = [callee, '(', indent(hardline, join([',', hardline], [...args, arrow(last)])), ',', hardline, ')']
  return choice(call(callee, [...args, arrow(last)]), [...hugged, ',', hardline, ')'], broken)
}

/** An object with each member on a line of its own. */
export const table = (rows: Doc[]): Doc =>
  rows.length === 0 ? '{}' : ['{', indent(hardline, join([',', hardline], rows)), ',', hardline, '}']
/** Statements or members between braces, each on lines of its own. */
export const block = (lines: Doc[]): Doc => ['{', indent(lines.map((part) => [hardline, part])), hardline, '}']

export const member = (name: string, value: Doc): Doc => [key(name), ': ', value]

export const importFrom = (keyword: string, names: string[], from: string): Doc => [
  `${keyword} `,
  object(names),
  ` from ${quote(from)}`,
]

export const key = (name: string) => (/^([A-Za-z_$][\w$]*|[1-9]\d*)$/.test(name) ? name : quote(name))

/** In single quotes, or in double quotes where that takes fewer escapes. JSON's escapes are JavaScript's too. */
export function quote(text: string): string {
  const json = JSON.stringify(text)
  if (text.split("'").length > text.split('"').length) return json
  return `'${json
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", String.raw`\'`)}'`
}
