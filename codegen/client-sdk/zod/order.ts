// The order of schemas in a module: each stands behind those that it uses. A schema that contains itself is read late.
import { componentName, mapRecord, namesBelow, type Written } from '../../model/normal/schema.ts'

export type Order = {
  names: string[]
  /** Whether a schema contains itself, directly or through others. */
  isRecursive: (name: string) => boolean
  /** Whether the schema of this name is not made yet where `inside` is made. */
  isLater: (reference: string | undefined, inside: string | undefined) => boolean
}

export function orderOf(schemas: Record<string, Written>): Order {
  const uses = mapRecord(schemas, (schema) => [...new Set(namesBelow(schema))].filter((name) => name in schemas))
  const reached = new Map<string, Set<string>>()
  const reachedFrom = (name: string) => {
    const known = reached.get(name) ?? new Set(uses[name])
    if (!reached.has(name)) for (const next of known) for (const other of uses[next] ?? []) known.add(other)
    reached.set(name, known)
    return known
  }
  const names: string[] = []
  const visited = new Set<string>()
  const visit = (name: string) => {
    if (visited.has(name)) return
    visited.add(name)
    for (const used of uses[name] ?? []) visit(used)
    names.push(name)
  }
  for (const name of Object.keys(schemas)) visit(name)
  const place = new Map(names.map((name, at) => [name, at]))
  return {
    names,
    isRecursive: (name) => reachedFrom(name).has(name),
    isLater: (reference, inside) => {
      const name = componentName(reference)
      if (name === undefined || inside === undefined) return false
      return (place.get(name) ?? 0) >= (place.get(inside) ?? 0)
    },
  }
}
