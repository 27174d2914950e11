// What to write in the place of a member that belongs to the other version of OpenAPI. Redocly's rule `struct` finds it.
import type { Finding } from './finding.ts'

/** In a document of 3.0: members that 3.1 has, or has in another form. */
const in30: Record<string, string> = {
  $defs: '3.1 has it. In 3.0 each schema stands in components/schemas.',
  const: '3.1 has it. In 3.0 write `enum` with this one value.',
  contentEncoding: '3.1 has it. In 3.0 write `format: byte` for base64.',
  contentMediaType: '3.1 has it. In 3.0 write `format: binary`, or the media type at the body.',
  dependentRequired: '3.1 has it. In 3.0 say it in the description.',
  examples: '3.1 has it. In 3.0 write `example` with one of them.',
  exclusiveMaximum: 'In 3.0 the bound is `maximum`, and `exclusiveMaximum: true` stands beside it.',
  exclusiveMinimum: 'In 3.0 the bound is `minimum`, and `exclusiveMinimum: true` stands beside it.',
  if: '3.1 has it. In 3.0 write `oneOf` with the alternatives.',
  identifier: '3.1 has it. In 3.0 write `url`.',
  jsonSchemaDialect: '3.1 has it. In 3.0 leave it out.',
  patternProperties: '3.1 has it. In 3.0 write `additionalProperties` with the schema.',
  prefixItems: '3.1 has it. In 3.0 write `items` with `oneOf`.',
  propertyNames: '3.1 has it. In 3.0 say it in the description.',
  summary: '3.1 has it. In 3.0 write it into `description`.',
  type: 'In 3.0 it is one type, and `nullable: true` beside it allows null.',
  unevaluatedProperties: '3.1 has it. In 3.0 write `additionalProperties`.',
  webhooks: '3.1 has them. In 3.0 leave them out.',
}

/** In a document of 3.1: members that 3.0 has, or has in another form. */
const in31: Record<string, string> = {
  exclusiveMaximum: 'In 3.1 it is the bound itself: `exclusiveMaximum: 10` in the place of `maximum: 10`.',
  exclusiveMinimum: 'In 3.1 it is the bound itself: `exclusiveMinimum: 1` in the place of `minimum: 1`.',
  nullable: "3.0 has it. In 3.1 write `type: [string, 'null']`, or `oneOf` with `type: 'null'` beside a reference.",
}

/** @param openapi The version that the document states. */
export function withAdvice(finding: Finding, openapi: string): Finding {
  const advice = new Map(Object.entries(openapi.startsWith('3.0') ? in30 : in31))
  const found = finding.rule === 'struct' ? advice.get(finding.pointer.split('/').at(-1) ?? '') : undefined
  return found === undefined ? finding : { ...finding, message: `${finding.message} ${found}` }
}
