// Every schema has a description, except inside a parameter or header, which has a description itself.
import { isRef, type Oas3Header, type Oas3Rule } from '@redocly/openapi-core'
import { keyOf, type Schema } from '../place.ts'

// An assertion cannot check this: it meets a shared schema only once, at its first use.
export const describedSchemas: Oas3Rule = () => {
  const exempt = new Set<object>()
  const exemptInline = ({ schema }: Oas3Header) => {
    if (schema && !isRef(schema)) exempt.add(schema)
  }
  return {
    Parameter: exemptInline,
    Header: exemptInline,
    Schema(schema: Schema, ctx) {
      if (exempt.has(schema) || schema.description?.trim()) return
      ctx.report({ message: 'This schema needs a description.', location: keyOf(ctx.location) })
    },
  }
}
