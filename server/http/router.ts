// Finds the route of a request, in time that grows with the path's length. Fixed segments go before parameters.
import type { Route } from '../../generated/routes.ts'

type Node = { fixed: Map<string, Node>; parameter?: Node; routes: Map<string, IndexedRoute> }

/** A parameter of a path, and the index of its segment. */
type ParameterName = { name: string; at: number }

export type IndexedRoute = Route & { names: readonly ParameterName[] }

type Match = { route: IndexedRoute; parameters: Record<string, string> }

/**
 * Differs from openapi-backend's router in one case: a path that fits both `/y/{p}/c` and `/y/b/{q}`. This router takes
 * the route whose fixed segment comes first. openapi-backend takes the route with more fixed characters, or the first
 * route. The lint rule unambiguous-paths forbids such routes. For all others the two routers agree.
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
    /** Returns the route and the path's parameters, or the path's other methods: an empty list for an unknown path. */
    match: (method: string, path: string): Match | string[] => {
      const segments = path.split('/')
      const others: string[] = []
      const route = find(root, 0, { method, segments, others })
      return route ? { route, parameters: parametersOf(route, segments) } : [...new Set(others)]
    },
  }
}

/** The request's method and path. `others` collects the other methods of the paths that fit. */
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
