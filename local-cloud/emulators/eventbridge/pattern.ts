// Event patterns of EventBridge: at each place of the pattern, the event must have one of the listed values.

export type Pattern = { readonly [member: string]: Pattern | readonly string[] }

/** Compares exact text only. Content filters are objects in a list, which the type excludes. */
export function matches(pattern: Pattern, event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false
  return Object.entries(pattern).every(([member, expected]) => {
    const value = (event as Record<string, unknown>)[member]
    if (!isList(expected)) return matches(expected, value)
    const values: unknown[] = Array.isArray(value) ? value : [value]
    return values.some((text) => typeof text === 'string' && expected.includes(text))
  })
}

const isList = (expected: Pattern | readonly string[]): expected is readonly string[] => Array.isArray(expected)
