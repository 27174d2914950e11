// JSON members are camelCase, but for schemas that an RFC has written: those say how their names are written.
import type { Oas3Rule } from '@redocly/openapi-core'
import { keyOf, type Schema } from '../place.ts'

const spellings: Record<string, RegExp> = {
  camelCase: /^[a-z][a-zA-Z0-9]*$/,
  snake_case: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
}

type Named = Schema & { 'x-member-names'?: unknown }

export const memberNames: Oas3Rule = () => ({
  Schema(schema: Named, ctx) {
    const { 'x-member-names': chosen = 'camelCase', properties = {} } = schema
    const spelling = typeof chosen === 'string' && Object.hasOwn(spellings, chosen) ? spellings[chosen] : undefined
    if (!spelling) {
      const known = Object.keys(spellings).join(' or ')
      ctx.report({ message: `x-member-names is ${known}.`, location: ctx.location.child('x-member-names') })
      return
    }
    for (const name of Object.keys(properties).filter((property) => !spelling.test(property))) {
      ctx.report({
        message: `The members of this schema are ${String(chosen)}.`,
        location: keyOf(ctx.location.child(['properties', name])),
      })
    }
  },
})
