// Each name in a discriminator's mapping is that of a schema. Redocly looks no further than the first one that it finds.
import { isMappingRef, type Oas3Rule, type UserContext } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

export const mappedSchemas: Oas3Rule = () => ({
  DiscriminatorMapping(mapping: Record<string, unknown>, ctx: UserContext) {
    const isFound = ($ref: unknown) => typeof $ref === 'string' && ctx.resolve({ $ref }).node !== undefined
    const values = Object.entries(mapping)
    const first = values.findIndex(([, target]) => isFound(target))
    for (const [value, target] of first < 0 ? [] : values.slice(first)) {
      // The rule no-unresolved-refs finds references.
      if (isFound(target) || isMappingRef(String(target))) continue
      ctx.report({
        message: `The value ${JSON.stringify(value)} leads to no schema: ${String(target)} is not there. Write the name of a schema of components, or a $ref to it.`,
        location: keyOf(ctx.location.child(value)),
      })
    }
  },
})
