// The schema that a rule looks at, with all references followed. They are followed when they are read.
import { isRef, type Location, type UserContext } from '@redocly/openapi-core'
import type { Schema as Resolved } from '../model.ts'
import { follow, type Place, type Schema } from './place.ts'

/** A schema may contain itself: deeper than this it takes everything. */
const maxDepth = 100

const single = ['items', 'not', 'additionalProperties'] as const
const lists = ['allOf', 'anyOf', 'oneOf'] as const

export const resolved = (ctx: UserContext, node: Schema): Resolved =>
  resolvedPlace(ctx, { node, location: ctx.location })

export function resolvedPlace(ctx: UserContext, written: Place<Schema>, depth = 0): Resolved {
  const place = targetOf(ctx, written)
  if (!place || depth > maxDepth) return {}
  const { node, location } = place
  const schema: Record<string, unknown> = { ...node, ...in30(node) }
  const child = (value: unknown, ...path: (string | number)[]) =>
    // Safe cast: the rule `struct` refuses what is no schema.
    resolvedPlace(ctx, { node: value as Schema, location: location.child(path) }, depth + 1)
  for (const keyword of single) {
    const part: unknown = node[keyword]
    if (isObject(part)) define(schema, keyword, () => child(part, keyword))
  }
  for (const keyword of lists) {
    const parts: unknown = node[keyword]
    if (Array.isArray(parts)) define(schema, keyword, () => parts.map((part, at) => child(part, keyword, at)))
  }
  if (isObject(node.properties)) schema.properties = membersOf(node.properties, child)
  // Safe cast: the keywords are those of the written schema, and the references in them are followed.
  return schema
}

/** The words of OpenAPI 3.1 in those of 3.0. */
function in30({ type, const: constant }: { type?: unknown; const?: unknown }): Record<string, unknown> {
  const types = Array.isArray(type) ? type.filter((one) => one !== 'null') : []
  return {
    ...(Array.isArray(type) && { type: types.length === 1 ? (types[0] as unknown) : undefined }),
    ...(Array.isArray(type) && types.length < type.length && { nullable: true }),
    ...(type === 'null' && { type: undefined, enum: [null] }),
    ...(constant !== undefined && { enum: [constant] }),
  }
}

function membersOf(properties: object, child: (value: unknown, ...path: string[]) => Resolved) {
  const members: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(properties))
    define(members, name, () => child(member, 'properties', name))
  return members
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const define = (object: object, name: string, get: () => unknown) =>
  Object.defineProperty(object, name, { get, enumerable: true, configurable: true })

/** The end of a row of references; undefined when they lead nowhere, or in a circle. */
function targetOf(ctx: UserContext, written: Place<Schema>): Place<Schema> | undefined {
  let place: { node: Schema; location: Location } | undefined = written
  for (let hop = 0; place && isRef(place.node); hop += 1) {
    if (hop === maxDepth) return undefined
    place = follow<Schema>(ctx, place.node, place.location)
  }
  return place
}
