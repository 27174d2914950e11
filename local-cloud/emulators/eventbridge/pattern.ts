// Event patterns of EventBridge: whether an event has, at each place, one of the values that the pattern lists.

export type Pattern = { readonly [member: string]: Pattern | readonly string[] }

/** Exact text only: a content filter, which is an object in a list, does not fit the type. */
export function matches(pattern: Pattern, event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false
  return Object.entries(pattern).every(([member, expected]) => {
    const value = (event as Record<string, unknown>)[member]
    if (!isList(expected)) return matches(expected, value)
    const values: unknown[] = Array.isArray(value) ? value : [value]
    return values.some((one) => typeof one === 'string' && expected.includes(one))
  })
}

const isList = (expected: Pattern | readonly string[]): expected is readonly string[] => Array.isArray(expected)
