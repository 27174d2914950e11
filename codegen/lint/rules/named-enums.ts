// An enum is a schema with a name of its own. Generators name an inline enum after its member: Rust's does not compile then.
import type { Oas3Rule } from '@redocly/openapi-core'
import { componentOf, keyOf, type Schema } from '../place.ts'

export const namedEnums: Oas3Rule = () => ({
  Schema(schema: Schema, ctx) {
    // Generators make no types of headers.
    if (!schema.enum || componentOf(ctx.location) || ctx.location.pointer.includes('/headers/')) return
    ctx.report({
      message: 'An enum is a schema of its own, with a name; other languages make a type of it.',
      location: keyOf(ctx.location),
    })
  },
})
