// A schema of the contract as the JSON Schema that every model takes: in full, without OpenAPI's own keywords.
import type { Model, Schema } from '../model.ts'
import type { JsonObject } from './definition.ts'

/** These keywords are OpenAPI's, or say nothing to a model. */
const dropped = new Set([
  'deprecated',
  'discriminator',
  'example',
  'examples',
  'externalDocs',
  'nullable',
  'readOnly',
  'writeOnly',
  'xml',
])

/** Throws an error that names the component when a schema contains itself. */
export function portable(model: Model, schema: Schema, open: Schema[] = []): JsonObject {
  if (open.includes(schema)) {
    throw new Error(
      `#/components/schemas/${model.nameOf(schema) ?? ''} contains itself; tools take no circular schemas`,
    )
  }
  // Safe cast: the callers below pass the values of keywords that hold schemas.
  const below = (value: unknown) => portable(model, value as Schema, [...open, schema])
  const entries = Object.entries(schema).flatMap(([keyword, value]: [string, unknown]) =>
    dropped.has(keyword) || keyword.startsWith('x-')
      ? []
      : [[keyword, portableKeyword(keyword, value, below)] as const],
  )
  return withoutBooleanBounds(Object.fromEntries(entries))
}

function portableKeyword(keyword: string, value: unknown, below: (value: unknown) => JsonObject): unknown {
  const isSchema = typeof value === 'object' && value !== null
  if (['items', 'not', 'additionalProperties'].includes(keyword)) return isSchema ? below(value) : value
  if (['allOf', 'oneOf', 'anyOf'].includes(keyword)) return (value as unknown[]).map(below)
  if (keyword !== 'properties') return value
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, member]) => [name, below(member)]))
}

/** OpenAPI 3.0 writes `exclusiveMinimum: true` beside `minimum`; JSON Schema writes the bound itself. */
function withoutBooleanBounds(schema: JsonObject): JsonObject {
  const result = { ...schema }
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (typeof result[exclusive] !== 'boolean') continue
    const isExclusive = result[exclusive] && result[bound] !== undefined
    Reflect.deleteProperty(result, exclusive)
    if (!isExclusive) continue
    result[exclusive] = result[bound]
    Reflect.deleteProperty(result, bound)
  }
  return result
}
