// No request fits two paths of which neither is the more specific. Routers disagree about such paths.
import type { Oas3Paths, Oas3Rule } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

/**
 * The built-in no-ambiguous-paths compares only paths with equally many parameters, and accepts `/{a}/long/name` beside
 * `/x/{b}/{c}`. The rule no-identical-paths reports paths that differ only in the names of their parameters.
 */
export const unambiguousPaths: Oas3Rule = () => ({
  Paths(paths: Oas3Paths, ctx) {
    const names = Object.keys(paths)
    for (const [index, path] of names.entries()) {
      const other = names.slice(0, index).find((earlier) => areAmbiguous(earlier, path))
      if (other === undefined) continue
      ctx.report({
        message: `A request can meet both this path and ${other}, and neither is the more specific one.`,
        location: keyOf(ctx.location.child(path)),
      })
    }
  },
})

/** Whether some request fits both, and each has a fixed segment where the other has a parameter. */
export function areAmbiguous(one: string, other: string): boolean {
  const [segments, others] = [one.split('/'), other.split('/')]
  if (segments.length !== others.length) return false
  const pairs = segments.map((segment, at) => [isParameter(segment), isParameter(others[at] ?? '')] as const)
  const meet = pairs.every(([a, b], at) => a || b || segments[at] === others[at])
  return meet && pairs.some(([a, b]) => a && !b) && pairs.some(([a, b]) => b && !a)
}

const isParameter = (segment: string) => /^\{.+\}$/.test(segment)
