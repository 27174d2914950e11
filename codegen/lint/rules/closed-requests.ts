// Request bodies accept only members that the contract names: objects are closed, or maps of a stated type.
import type { Oas3RequestBody, Oas3Rule } from '@redocly/openapi-core'
import { follow, keyOf, reachable, type Schema } from '../place.ts'

// A nested visitor cannot check this: below a request body it meets only the outermost schema.
export const closedRequests: Oas3Rule = () => ({
  RequestBody(body: Oas3RequestBody, ctx) {
    for (const [type, { schema }] of Object.entries(body.content)) {
      const root = schema && follow<Schema>(ctx, schema, ctx.location.child(['content', type, 'schema']))
      if (!root) continue
      for (const { node, location } of reachable(ctx, root).values()) {
        const { additionalProperties = true } = node
        if (node.type !== 'object' || additionalProperties !== true) continue
        ctx.report({
          message: 'An object in a request has additionalProperties: false, or the schema of its values.',
          location: keyOf(location),
          from: ctx.location,
        })
      }
    }
  },
})
