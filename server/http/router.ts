// Which route of the contract a request meets: fixed segments before parameters, at the cost of the path's length.
import type { Route } from '../../generated/routes.ts'

type Node = { fixed: Map<string, Node>; parameter?: Node; routes: Map<string, IndexedRoute> }

/** A parameter of a path, and which of its segments it is. */
type ParameterName = { name: string; at: number }

export type IndexedRoute = Route & { names: readonly ParameterName[] }

type Match = { route: IndexedRoute; parameters: Record<string, string> }

/**
 * Differs from the stock router in one place: of `/y/{p}/c` and `/y/b/{q}` a path that fits both meets the one whose
 * fixed segment comes first, whereas stock takes the one with more fixed characters, or the contract's first. The lint's
 * unambiguous-paths forbids such paths; on all others the two agree.
 */
export function createRouter(routes: readonly Route[]) {
  const root = newNode()
  for (const route of routes) {
    const segments = route.path.split('/')
    const names: ParameterName[] = []
    let node = root
    for (const [at, segment] of segments.entries()) {
      const isParameter = segment.startsWith('{')
      if (isParameter) names.push({ name: segment.slice(1, -1), at })
      node = isParameter ? parameterOf(node) : below(node, segment)
    }
    node.routes.set(route.method, { ...route, names })
  }

  return {
    /** The route and the path's parameters, or the methods that the path has instead; none when there is no such path. */
    match: (method: string, path: string): Match | string[] => {
      const segments = path.split('/')
      const others: string[] = []
      const route = find(root, 0, { method, segments, others })
      return route ? { route, parameters: parametersOf(route, segments) } : [...new Set(others)]
    },
  }
}

/** What is looked for; `others` collects the methods of the paths that have another one. */
type Search = { method: string; segments: string[]; others: string[] }

function find(node: Node, depth: number, search: Search): IndexedRoute | undefined {
  const segment = search.segments[depth]
  if (segment === undefined) {
    const found = node.routes.get(search.method)
    if (!found) search.others.push(...node.routes.keys())
    return found
  }
  const fixed = node.fixed.get(segment)
  const found = fixed && find(fixed, depth + 1, search)
  return found ?? (segment !== '' && node.parameter ? find(node.parameter, depth + 1, search) : undefined)
}

/** The path's parameters, decoded. */
function parametersOf({ names }: IndexedRoute, segments: string[]): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const { name, at } of names) parameters[name] = decoded(segments[at] ?? '')
  return parameters
}

const decoded = (segment: string) => (segment.includes('%') ? decodeURIComponent(segment) : segment)

const newNode = (): Node => ({ fixed: new Map(), routes: new Map() })
const parameterOf = (node: Node): Node => (node.parameter ??= newNode())

function below(node: Node, segment: string): Node {
  const next = node.fixed.get(segment) ?? newNode()
  node.fixed.set(segment, next)
  return next
}
