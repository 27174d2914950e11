// A schema of the contract as the JSON Schema that every model takes: in full, without OpenAPI's own keywords.
import type { Model, Schema } from '../model.ts'
import type { JsonObject } from './definition.ts'
import { inline } from './inline.ts'

export const portable = (model: Model, schema: Schema): JsonObject =>
  inline(model, schema, {
    takes: (keyword) => keyword !== 'nullable' && !keyword.startsWith('x-'),
    finish: withoutBooleanBounds,
  })

/** OpenAPI 3.0 writes `exclusiveMinimum: true` beside `minimum`; JSON Schema writes the bound itself. */
function withoutBooleanBounds(schema: JsonObject): JsonObject {
  const lower = bound(schema, 'minimum', 'exclusiveMinimum')
  return bound(lower, 'maximum', 'exclusiveMaximum')
}

function bound(schema: JsonObject, inclusive: string, exclusive: string): JsonObject {
  const { [inclusive]: limit, [exclusive]: isExclusive, ...rest } = schema
  if (typeof isExclusive !== 'boolean') return schema
  if (limit === undefined) return rest
  return { ...rest, [isExclusive ? exclusive : inclusive]: limit }
}
