// Event patterns of EventBridge: at each place of the pattern, the event must have one of the listed values.

type Operator = '<' | '<=' | '=' | '>=' | '>'
type Range = readonly [Operator, number] | readonly [Operator, number, Operator, number]

/** A text that must be the same, the beginning of a text, or a range of numbers. */
export type Filter = string | { readonly prefix: string } | { readonly numeric: Range }

export type Pattern = { readonly [member: string]: Pattern | readonly Filter[] }

/** The content filters other than `Filter` are excluded by its type. */
export function matches(pattern: Pattern, event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false
  return Object.entries(pattern).every(([member, expected]) => {
    const value = (event as Record<string, unknown>)[member]
    if (!isList(expected)) return matches(expected, value)
    const values: unknown[] = Array.isArray(value) ? value : [value]
    return values.some((actual) => expected.some((filter) => passes(filter, actual)))
  })
}

const isList = (expected: Pattern | readonly Filter[]): expected is readonly Filter[] => Array.isArray(expected)

/** EventBridge compares no numbers beyond it: aws/event-ruler, "Numeric matching". */
const largestNumber = 5e9

function passes(filter: Filter, value: unknown): boolean {
  if (typeof filter === 'string') return value === filter
  if ('prefix' in filter) return typeof value === 'string' && value.startsWith(filter.prefix)
  if (typeof value !== 'number' || Math.abs(value) > largestNumber) return false
  const { numeric } = filter
  const second = numeric.length === 4 ? comparisons[numeric[2]](value, numeric[3]) : true
  return second && comparisons[numeric[0]](value, numeric[1])
}

const comparisons: Record<Operator, (value: number, bound: number) => boolean> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '=': (value, bound) => value === bound,
  '>=': (value, bound) => value >= bound,
  '>': (value, bound) => value > bound,
}
