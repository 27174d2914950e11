// The values of all enums have distinct names. Go's generator makes one constant of each, and knows no enum in its name.
import type { Location, Oas3Rule } from '@redocly/openapi-core'
import { keyOf, type Schema } from '../place.ts'

export const distinctEnumValues: Oas3Rule = () => {
  /** The constant's name → the schema that has it. */
  const taken = new Map<string, string>()
  return {
    Schema(schema: Schema, ctx) {
      const values: unknown[] = schema.enum ?? []
      const names = namesOf(schema)
      if (names && names.length !== values.length) {
        const location = ctx.location.child('x-enum-varnames')
        ctx.report({ message: 'x-enum-varnames has one name for each value of the enum.', location })
      }
      // Enums without a name (of headers) become no constants.
      if (!isNamed(ctx.location)) return
      for (const name of names ?? values.map(String)) {
        const constant = name.replace(/[^A-Za-z0-9]/g, '').toLowerCase()
        const other = taken.get(constant) ?? ctx.location.absolutePointer
        taken.set(constant, other)
        if (other === ctx.location.absolutePointer) continue
        ctx.report({
          message: `Another enum has "${name}" too. Give one of them names by x-enum-varnames.`,
          location: keyOf(ctx.location),
        })
      }
    },
  }
}

const isNamed = ({ pointer }: Location) => /\/schemas\/[^/]+$/.test(pointer)

function namesOf(schema: Schema): string[] | undefined {
  const { 'x-enum-varnames': names } = schema as { 'x-enum-varnames'?: unknown }
  return Array.isArray(names) ? names.map(String) : undefined
}
