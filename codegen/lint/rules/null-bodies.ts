// `null` stands for no body, so exactly the schemas of optional bodies are nullable. A member without a value is absent.
import type { Location, Oas3RequestBody, Oas3Rule } from '@redocly/openapi-core'
import { follow, keyOf, type Schema } from '../place.ts'

export const nullBodies: Oas3Rule = () => {
  const nullable = new Map<string, Location>()
  const optional = new Map<string, Location>()
  const required = new Set<string>()
  return {
    Schema(schema: Schema, ctx) {
      if ('nullable' in schema && schema.nullable) nullable.set(ctx.location.absolutePointer, ctx.location)
    },
    RequestBody(body: Oas3RequestBody, ctx) {
      for (const [type, { schema }] of Object.entries(body.content)) {
        const place = schema && follow<Schema>(ctx, schema, ctx.location.child(['content', type, 'schema']))
        if (!place) continue
        if (body.required === true) required.add(place.location.absolutePointer)
        else optional.set(place.location.absolutePointer, place.location)
      }
    },
    Root: {
      leave(_root, ctx) {
        for (const [pointer, location] of nullable) {
          if (optional.has(pointer) && !required.has(pointer)) continue
          ctx.report({
            message: 'Only an optional body may be null; agent platforms refuse null elsewhere.',
            location: location.child('nullable'),
          })
        }
        for (const [pointer, location] of optional) {
          if (nullable.has(pointer)) continue
          ctx.report({
            message: 'An optional body is nullable: some generators send null for no body.',
            location: keyOf(location),
          })
        }
      },
    },
  }
}
