// A default has the type of its schema: some makers of contracts write it as a text, or write null for none.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { meantBy } from '../../model/typed-default.ts'
import { keyOf, type Schema } from '../place.ts'

export const typedDefaults: Oas3Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    const meant = meantBy(schema)
    if (!meant) return
    const message =
      meant.value === undefined
        ? `The default null breaks type: ${String(schema.type)}, and stands for none. Leave it out, or write nullable: true.`
        : `The default ${JSON.stringify(schema.default)} is a text and breaks type: ${String(schema.type)}. It stands for ${JSON.stringify(meant.value)}: write that.`
    ctx.report({ message, location: keyOf(ctx.location.child('default')) })
  },
})
