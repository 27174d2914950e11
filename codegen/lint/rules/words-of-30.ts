// A document of OpenAPI 3.1 says nothing that 3.0 has no words for.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

/** Keyword of a schema → what to write instead. */
const schemaWords: Record<string, string> = {
  if: 'oneOf with a branch for each case',
  then: 'oneOf with a branch for each case',
  else: 'oneOf with a branch for each case',
  prefixItems: 'an object with a member for each place',
  contains: 'items',
  minContains: 'minItems',
  maxContains: 'maxItems',
  patternProperties: 'additionalProperties with the schema of the values',
  propertyNames: 'additionalProperties, and the names in the description',
  unevaluatedProperties: 'additionalProperties in the schema that has all members',
  unevaluatedItems: 'items',
  dependentRequired: 'oneOf with a branch for each case',
  dependentSchemas: 'oneOf with a branch for each case',
  $dynamicRef: '$ref',
  $dynamicAnchor: '$ref to a component',
  $anchor: '$ref to a component',
  $id: '$ref to a component',
}

export const wordsOf30: Oas3Rule = () => {
  let is31 = false
  const refuse = (ctx: UserContext, node: unknown, words: Record<string, string>, where: string) => {
    if (!is31 || typeof node !== 'object' || node === null) return
    for (const word of Object.keys(words).filter((known) => Object.hasOwn(node, known))) {
      ctx.report({
        message: `OpenAPI 3.0 has no ${word} in ${where}, and neither have the platforms that take 3.0. Write ${words[word] ?? ''} instead.`,
        location: keyOf(ctx.location.child(word)),
      })
    }
  }
  return {
    Root(root: { openapi?: unknown }, ctx: UserContext) {
      is31 = String(root.openapi).startsWith('3.1')
      refuse(ctx, root, { webhooks: 'callbacks of the operation that subscribes' }, 'a document')
    },
    SecurityScheme(scheme: { type?: unknown }, ctx: UserContext) {
      if (!is31 || scheme.type !== 'mutualTLS') return
      ctx.report({
        message: 'OpenAPI 3.0 has no security of type mutualTLS. Leave it to the description: TLS comes before HTTP.',
        location: keyOf(ctx.location.child('type')),
      })
    },
    Schema(schema: unknown, ctx: UserContext) {
      refuse(ctx, schema, schemaWords, 'a schema')
    },
  }
}
