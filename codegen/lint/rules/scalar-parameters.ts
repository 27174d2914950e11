// Parameters are strings, or integers in a query. The server converts no other type, and would refuse every call.
import type { Oas3Parameter, Oas3Rule } from '@redocly/openapi-core'
import { follow, keyOf, type Schema } from '../place.ts'

const types: Record<string, string[]> = { path: ['string'], query: ['string', 'integer'], header: ['string'] }

export const scalarParameters: Oas3Rule = () => ({
  Parameter(parameter: Oas3Parameter, ctx) {
    const schema = parameter.schema && follow<Schema>(ctx, parameter.schema, ctx.location.child('schema'))
    const known = types[parameter.in ?? '']
    // Other rules report schemas without a type (typed-schemas) and parameters in other places (parameter-place).
    if (!schema || !known || schema.node.type === undefined || known.includes(String(schema.node.type))) return
    ctx.report({
      message: `A ${String(parameter.in)} parameter is ${known.join(' or ')}; the server reads no other type, and would refuse every call.`,
      location: keyOf(schema.location.child('type')),
      from: ctx.location,
    })
  },
})
