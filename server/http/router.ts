// Finds the route of a request, in time that grows with the path's length. Fixed segments go before others.
import type { Route } from '../../generated/routes.ts'

type Node = { fixed: Map<string, Node>; mixed?: Mixed[]; parameter?: Node; routes: Map<string, IndexedRoute> }

/** A segment of text and parameters, as `{id}:cancel`. Those with more text come first. */
type Mixed = { text: string; pattern: RegExp; node: Node }

/** A parameter of a path, the index of its segment, and what finds it in a segment of text and parameters. */
type ParameterName = { name: string; at: number; pattern?: RegExp }

export type IndexedRoute = Route & { names: readonly ParameterName[] }

type Match = { route: IndexedRoute; parameters: Record<string, string> }

/**
 * Differs from openapi-backend's router in two cases. In the first a path fits both `/y/{p}/c` and `/y/b/{q}`. This
 * router takes the route whose fixed segment comes first. openapi-backend takes the route with more fixed characters, or
 * the first route. The lint rule unambiguous-paths forbids such routes. In the second a fixed segment is sent with
 * escapes, as `/caf%c3%a9` for `/café`. openapi-backend does not find it.
 */
export function createRouter(routes: readonly Route[]) {
  const root = newNode()
  for (const route of routes) {
    const segments = route.path.split('/')
    const names: ParameterName[] = []
    let node = root
    for (const [at, segment] of segments.entries()) {
      const parts = partsOf(segment)
      const pattern = parts.length > 1 ? patternOf(parts) : undefined
      for (const part of parts)
        if (isParameter(part)) names.push({ name: part.slice(1, -1), at, ...(pattern && { pattern }) })
      node = pattern ? mixedOf(node, pattern, segment) : isParameter(segment) ? parameterOf(node) : below(node, segment)
    }
    node.routes.set(route.method, { ...route, names })
  }

  return {
    /** Returns the route and the path's parameters, or the path's other methods: an empty list for an unknown path. */
    match: (method: string, path: string): Match | string[] => {
      const segments = withUpperEscapes(path).split('/')
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
  if (found || segment === '') return found
  if (node.mixed) {
    for (const { pattern, node: next } of node.mixed) {
      const matching = pattern.test(segment) ? find(next, depth + 1, search) : undefined
      if (matching) return matching
    }
  }
  return node.parameter && find(node.parameter, depth + 1, search)
}

/** The path's parameters, decoded. */
function parametersOf({ names }: IndexedRoute, segments: string[]): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const { name, at, pattern } of names) {
    const segment = segments[at] ?? ''
    parameters[name] = decoded(pattern ? (pattern.exec(segment)?.[positionOf(names, at, name)] ?? '') : segment)
  }
  return parameters
}

/** The group of the parameter in the pattern of its segment. */
const positionOf = (names: readonly ParameterName[], at: number, name: string) =>
  names.filter((other) => other.at === at).findIndex((other) => other.name === name) + 1

const isParameter = (part: string) => /^\{.+\}$/.test(part)

/** `{id}:cancel` → `{id}` and `:cancel`. */
const partsOf = (segment: string) => segment.match(/\{[^{}]+\}|[^{}]+/g) ?? [segment]

/** Each parameter but the last ends where the text after it begins, so that no path takes long to read. */
function patternOf(parts: string[]): RegExp {
  const last = parts.findLastIndex(isParameter)
  const sources = parts.map((part, index) => {
    if (!isParameter(part)) return `(?:${escaped(withUpperEscapes(part))}|${escaped(asSent(part))})`
    const [next] = parts[index + 1] ?? ''
    return index === last
      ? '(.+)'
      : next === undefined || next === '{'
        ? '(.)'
        : `([^${next.replace(/[\\\]^-]/, '\\$&')}]+)`
  })
  return new RegExp(`^${sources.join('')}$`, 's')
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function mixedOf(node: Node, pattern: RegExp, segment: string): Node {
  node.mixed ??= []
  const text = segment.replace(/\{[^{}]+\}/g, '{}')
  const known = node.mixed.find((mixed) => mixed.text === text)
  if (known) return known.node
  const mixed = { text, pattern, node: newNode() }
  node.mixed.push(mixed)
  node.mixed.sort((a, b) => b.text.length - a.text.length)
  return mixed.node
}

const decoded = (segment: string) => (segment.includes('%') ? decodeURIComponent(segment) : segment)

const newNode = (): Node => ({ fixed: new Map(), routes: new Map() })
const parameterOf = (node: Node): Node => (node.parameter ??= newNode())

function below(node: Node, segment: string): Node {
  const text = withUpperEscapes(segment)
  const next = node.fixed.get(text) ?? newNode()
  node.fixed.set(text, next).set(asSent(segment), next)
  return next
}

/** `%c3` and `%C3` are the same (RFC 3986, 6.2.2.1). */
const withUpperEscapes = (text: string) =>
  text.includes('%') ? text.replace(/%[\da-f]{2}/gi, (sign) => sign.toUpperCase()) : text

/** Clients send the characters that a path may not have, as in `/café`, in escapes, and leave the contract's escapes. */
const asSent = (text: string) => withUpperEscapes(encodeURI(text).replace(/%25(?=[\da-f]{2})/gi, '%'))
