// Some value of each enum has the type beside it, and keeps its other limits.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { fits } from '../../model/fits.ts'
import { keyOf, type Schema } from '../place.ts'
import { resolved } from '../resolved.ts'

export const possibleEnums: Oas3Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    if (!Array.isArray(schema.enum)) return
    const { enum: values = [], ...others } = resolved(ctx, schema)
    if (values.some((value: unknown) => fits(others, value))) return
    ctx.report({
      message: `No value of this enum fits ${others.type === undefined ? 'its schema' : `type: ${others.type}`}. Write values of the type: "1" is a text, 1 a number.`,
      location: keyOf(ctx.location.child('enum')),
    })
  },
})
