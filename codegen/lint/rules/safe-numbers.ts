// A number of the contract means in JavaScript what its digits say: integers lie within 2^53.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { keyOf, type Schema } from '../place.ts'

const bounds = ['minimum', 'maximum', 'default', 'example', 'multipleOf'] as const

export const safeNumbers: Oas3Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    const single = bounds.map((keyword) => ({
      value: schema[keyword],
      path: [keyword] as (string | number)[],
    }))
    const listed = (schema.enum ?? []).map((value: unknown, at) => ({
      value,
      path: ['enum', at] as (string | number)[],
    }))
    for (const { value, path } of [...single, ...listed]) {
      if (!isUnsafe(value)) continue
      ctx.report({
        message: `JavaScript and JSON readers cannot tell ${String(value)} from its neighbours: integers are exact to 2^53-1 (9007199254740991). Write a narrower number, or make the value a string of digits.`,
        location: keyOf(ctx.location.child(path)),
      })
    }
  },
})

const isUnsafe = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21
