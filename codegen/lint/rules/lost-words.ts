// Words of OpenAPI 3.1 that 3.0 lacks, and that change no request and no answer: generation leaves them out.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

export const lostWords: Oas3Rule = () => {
  let is31 = false
  const tell = (ctx: UserContext, node: unknown, words: string[]) => {
    if (!is31 || typeof node !== 'object' || node === null) return
    for (const word of words.filter((name) => Object.hasOwn(node, name))) {
      ctx.report({ message: `OpenAPI 3.0 has no ${word}: it is left out.`, location: keyOf(ctx.location.child(word)) })
    }
  }
  return {
    Root(root: { openapi?: unknown }, ctx: UserContext) {
      is31 = String(root.openapi).startsWith('3.1')
      tell(ctx, root, ['jsonSchemaDialect'])
    },
    Info: (info: unknown, ctx: UserContext) => tell(ctx, info, ['summary']),
    License: (license: unknown, ctx: UserContext) => tell(ctx, license, ['identifier']),
    Schema(schema: { examples?: unknown[] }, ctx: UserContext) {
      tell(ctx, schema, ['$schema', '$comment', 'contentSchema'])
      // 3.0 keeps the first one.
      if (Array.isArray(schema.examples) && schema.examples.length > 1) tell(ctx, schema, ['examples'])
    },
  }
}
