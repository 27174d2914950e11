// The example of a header matches its schema. The built-in rules check only parameters, media types and schemas.
import type { Oas3Header, Oas3Rule } from '@redocly/openapi-core'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { follow, type Schema } from '../place.ts'

export const validHeaderExamples: Oas3Rule = () => {
  const ajv = addFormats.default(new Ajv({ strict: false }))
  return {
    Header(header: Oas3Header, ctx) {
      const schema = header.schema && follow<Schema>(ctx, header.schema, ctx.location)?.node
      if (!schema || header.example === undefined || ajv.validate(schema, header.example)) return
      ctx.report({
        message: `The example does not match the schema: it ${ajv.errorsText(ajv.errors, { dataVar: 'example' })}.`,
        location: ctx.location.child('example'),
      })
    },
  }
}
