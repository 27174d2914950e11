// Which route of the contract a request meets: fixed segments before parameters, at the cost of the path's length.
import type { Route } from '../generated/routes.ts'

type Node = { fixed: Map<string, Node>; parameter?: Node; routes: Map<string, IndexedRoute> }

/** A parameter of a path, and which of its segments it is. */
type ParameterName = { name: string; at: number }

export type IndexedRoute = Route & { names: readonly ParameterName[] }

export type Router = ReturnType<typeof createRouter>

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
    /** The route, or the methods that the path has instead; none when there is no such path. */
    match: (method: string, path: string): IndexedRoute | string[] => {
      const segments = path.split('/')
      const others = new Set<string>()
      const walk = (node: Node, depth: number): IndexedRoute | undefined => {
        const segment = segments[depth]
        if (segment === undefined) {
          const found = node.routes.get(method)
          if (!found) for (const other of node.routes.keys()) others.add(other)
          return found
        }
        const fixed = node.fixed.get(segment)
        const found = fixed && walk(fixed, depth + 1)
        return found ?? (segment !== '' && node.parameter ? walk(node.parameter, depth + 1) : undefined)
      }
      return walk(root, 0) ?? [...others]
    },
  }
}

/** The path's parameters, decoded. */
export function pathParameters({ names }: IndexedRoute, path: string): Record<string, string> {
  const parameters: Record<string, string> = {}
  if (names.length === 0) return parameters
  const segments = path.split('/')
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
