// A schema with its `allOf` merged into it: what a value must be to fit all of the parts.
import type { Schema } from '../model/references.ts'

const merged = new WeakMap<object, Schema>()

/** The same schema when it has no `allOf`. A part that leads back to the schema itself is left out. */
export function mergedOf(schema: Schema, open: readonly Schema[] = []): Schema {
  const { allOf, ...own } = schema
  if (!Array.isArray(allOf)) return schema
  const known = merged.get(schema)
  if (known) return known
  const within = [...open, schema]
  // Safe cast: the resolver has resolved the parts too.
  const parts = allOf.filter((part) => !within.includes(part)).map((part) => mergedOf(part, within))
  const result = parts.reduce(both, own)
  if (open.length === 0) merged.set(schema, result)
  return result
}

/** A value that fits both. The first one's texts stay. */
function both(one: Schema, other: Schema): Schema {
  const names = [...new Set([...Object.keys(one.properties ?? {}), ...Object.keys(other.properties ?? {})])]
  const properties = names.map((name) => [name, bothMembers(one.properties?.[name], other.properties?.[name])])
  const required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])]
  const additional = bothAdditional(one.additionalProperties, other.additionalProperties)
  const type = one.type === 'integer' ? one.type : (other.type ?? one.type)
  return {
    ...other,
    ...one,
    ...(type !== undefined && { type }),
    ...(names.length > 0 && { properties: Object.fromEntries(properties) as Record<string, Schema> }),
    ...(required.length > 0 && { required }),
    ...(additional !== undefined && { additionalProperties: additional }),
    ...(one.enum && other.enum && { enum: one.enum.filter((value: unknown) => other.enum?.includes(value)) }),
    ...(one.items && other.items && { items: bothMembers(one.items, other.items) }),
    ...bounds(one, other),
    // A value is null only when each part that has a type allows it.
    ...((one.nullable ?? other.nullable) !== undefined && { nullable: isNullable(one) && isNullable(other) }),
  }
}

const isNullable = ({ nullable, type }: Schema) => nullable ?? type === undefined

function bothMembers(one: Schema | undefined, other: Schema | undefined): Schema {
  if (!one || !other || one === other) return one ?? other ?? {}
  // Safe cast: a list of schemas whose references are resolved.
  return { allOf: [one, other] as Schema['allOf'] & object }
}

function bothAdditional(one: Schema['additionalProperties'], other: Schema['additionalProperties']) {
  if (one === false || other === false) return false
  if (typeof one === 'object' && typeof other === 'object') return bothMembers(one, other)
  return typeof one === 'object' ? one : (other ?? one)
}

const upper = ['maximum', 'maxLength', 'maxItems', 'maxProperties'] as const
const lower = ['minimum', 'minLength', 'minItems', 'minProperties'] as const

function bounds(one: Schema, other: Schema): Schema {
  const pick = (keys: readonly (typeof upper | typeof lower)[number][], choose: (...values: number[]) => number) =>
    keys.flatMap((key) => {
      const values = [one[key], other[key]].filter((value) => value !== undefined)
      return values.length > 0 ? [[key, choose(...values)]] : []
    })
  return Object.fromEntries([...pick(upper, Math.min), ...pick(lower, Math.max)]) as Schema
}
