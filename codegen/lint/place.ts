// A node of the contract with its place, so that references can be followed across files.
import { isRef, type Location, type Oas3_1Schema, type Oas3Schema, type UserContext } from '@redocly/openapi-core'
import { mapParts, type Written } from '../model/normal/schema.ts'

export type Schema = Oas3Schema | Oas3_1Schema
type Ref = { $ref: string }
export type Place<T> = { node: T; location: Location }

/** Follows a reference. Undefined when it leads nowhere: the rule no-unresolved-refs reports that. */
export function follow<T extends object>(ctx: UserContext, node: T | Ref, location: Location): Place<T> | undefined {
  if (!isRef(node)) return { node, location }
  // A pointer to a missing member of an existing file has a location but no node.
  const target: { node: T | undefined; location: Location | undefined } = ctx.resolve<T>(
    node,
    location.source.absoluteRef,
  )
  return target.node && target.location && { node: target.node, location: target.location }
}

/** The values of a map, with references followed. */
export function values<T extends object>(
  ctx: UserContext,
  map: Record<string, T | Ref> | undefined,
  location: Location,
): [key: string, place: Place<T>][] {
  return Object.entries(map ?? {}).flatMap(([key, node]) => {
    const place = follow(ctx, node, location.child(key))
    return place ? [[key, place]] : []
  })
}

/** A schema and all schemas in it, each once. */
export function reachable(ctx: UserContext, root: Place<Schema>, seen = new Map<Schema, Place<Schema>>()) {
  const { node, location } = root
  if (seen.has(node)) return seen
  seen.set(node, root)
  const { properties, items, additionalProperties } = node
  const parts = values<Schema>(ctx, properties, location.child('properties'))
  for (const [key, part] of Object.entries({ items, additionalProperties })) {
    const place = typeof part === 'object' && follow<Schema>(ctx, part, location.child(key))
    if (place) parts.push([key, place])
  }
  for (const [, part] of parts) reachable(ctx, part, seen)
  return seen
}

/** The section and the name of a component. Files of the contract have the sections at their root. */
export function componentOf({ pointer }: Location): { section: string; name: string } | undefined {
  const [, section, name] =
    /^#\/(?:components\/)?(schemas|parameters|requestBodies|responses)\/([^/]+)$/.exec(pointer) ?? []
  return section === undefined || name === undefined ? undefined : { section, name }
}

/** The schema with references that tell their files apart. */
export function withFiles(part: Written, source: Location['source']): Written {
  if (part.$ref === undefined) return mapParts(part, (inner) => withFiles(inner, source))
  return { $ref: `${source.absoluteRef}\n${part.$ref}` }
}

/** The place of the key instead of the whole value. `location.key()` is the same without a type. */
export const keyOf = ({ source, pointer }: Location) => ({ source, pointer, reportOnKey: true })
