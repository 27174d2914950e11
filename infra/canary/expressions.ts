// The runtime expressions and conditions of Arazzo, as far as a canary evaluates them.

/** The answer to a step. */
export type Answer = { statusCode: number; headers: Record<string, string>; body: unknown }

/** What a journey knows: its inputs, and the outputs of the steps before. */
export type Known = { inputs: Record<string, string>; outputs: Map<string, Record<string, unknown>> }

const whole = /^\$(?:statusCode$|inputs\.|steps\.|response\.)/
const embedded = /\{(\$[^{}]+)\}/g
const comparison = /^(\$\S+) (==|!=|<=|>=|<|>) (.+)$/

type Reader = (known: Known, answer: Answer | undefined, ...parts: string[]) => unknown

/** The expressions that a canary reads, each with its parts in groups. */
const readers: [RegExp, Reader][] = [
  [/^\$statusCode$/, (_, answer) => answer?.statusCode],
  [/^\$inputs\.(\S+)$/, ({ inputs }, _, name = '') => inputs[name]],
  [/^\$steps\.([^.\s]+)\.outputs\.(\S+)$/, ({ outputs }, _, step = '', name = '') => outputs.get(step)?.[name]],
  [/^\$response\.header\.(\S+)$/, (_, answer, name = '') => answer?.headers[name.toLowerCase()]],
  [/^\$response\.body$/, (_, answer) => answer?.body],
  [/^\$response\.body#\/(\S+)$/, (_, answer, pointer = '') => memberAt(answer?.body, pointer)],
]

export const isReadable = (expression: string) => readers.some(([form]) => form.test(expression))

/** The value of an expression; undefined when there is none. */
export function valueOf(expression: string, known: Known, answer?: Answer): unknown {
  for (const [form, read] of readers) {
    const found = form.exec(expression)
    if (found) return read(known, answer, ...found.slice(1))
  }
  return undefined
}

/** The value at a JSON pointer (RFC 6901). */
const memberAt = (body: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    // Safe cast: members of any value may be read, once it is an object.
    .reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], body)

/** A value is missing that a step needs. */
export class MissingValue extends Error {
  override name = 'MissingValue'
}

/** A value of a document with its expressions replaced. Throws `MissingValue` when one has no value. */
export function filled(value: unknown, known: Known): unknown {
  const required = (expression: string) => {
    const found = valueOf(expression, known)
    if (found === undefined) throw new MissingValue(`${expression} has no value`)
    return found
  }
  if (typeof value === 'string')
    return whole.test(value)
      ? required(value)
      : value.replaceAll(embedded, (_, expression: string) => String(required(expression)))
  if (Array.isArray(value)) return value.map((element) => filled(element, known))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, known)]))
}

/** Whether a condition is one that `holds` decides: a readable expression compared with a text, a number, true, false or null. */
export const isKnownCondition = (condition: string): boolean => {
  const [, expression = '', , literal = ''] = comparison.exec(condition) ?? []
  return isReadable(expression) && /^(?:'[^']*'|-?\d+(?:\.\d+)?|true|false|null)$/.test(literal)
}

/** Arazzo compares texts without regard to case. A member that is missing is null. */
const folded = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : (value ?? null))

export function holds(condition: string, known: Known, answer: Answer): boolean {
  const [, expression = '', operator, literal = ''] = comparison.exec(condition) ?? []
  const found = valueOf(expression, known, answer)
  const wanted: unknown = literal.startsWith("'") ? literal.slice(1, -1) : JSON.parse(literal)
  if (operator === '==') return folded(found) === folded(wanted)
  if (operator === '!=') return folded(found) !== folded(wanted)
  if (typeof found !== 'number' || typeof wanted !== 'number') return false
  return (
    { '<': found < wanted, '<=': found <= wanted, '>': found > wanted, '>=': found >= wanted }[operator ?? ''] ?? false
  )
}
