// A request's query, typed as in the contract: integers as numbers, and each parameter at most once.
import { invalid } from './problem.ts'

/**
 * Keeps unknown parameters, because the validator refuses them by name.
 * @param integers The parameters that are integers.
 */
export function readQuery(query: Record<string, string[]>, integers: readonly string[] = []): Record<string, unknown> {
  const given = Object.entries(query)
  // Most requests have no query. For them this way is the faster one.
  if (given.length === 0) return {}
  return Object.fromEntries(
    given.map(([name, [value = '', ...more]]) => {
      if (`${name}${value}`.includes('\u{fffd}'))
        throw invalid({ parameter: name, detail: 'has an escape that is not UTF-8' })
      if (more.length > 0) throw invalid({ parameter: name, detail: 'is given more than once' })
      return [name, integers.includes(name) ? integerOf(name, value) : value]
    }),
  )
}

/** Accepts decimals only. JavaScript's Number and Ajv's coercion would also accept 0x10, 1e1 and blanks. */
function integerOf(name: string, value: string): number {
  if (!/^(?:0|-?[1-9]\d{0,15})$/.test(value)) throw invalid({ parameter: name, detail: 'must be an integer' })
  return Number(value)
}
