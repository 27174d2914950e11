// All answers with an item have its ETag, or none has. Answers to conditional requests always have it.
import type { Location, Oas3Rule } from '@redocly/openapi-core'
import { answer, eachOperation, takes } from '../operations.ts'

export const etags: Oas3Rule = () => {
  const tagged = new Set<string>()
  const untagged: { schema: string; location: Location; conditional: boolean }[] = []
  return {
    ...eachOperation((operation, ctx) => {
      const conditional = ['If-Match', 'If-None-Match'].some((name) => takes(operation, 'header', name))
      for (const status of ['200', '201']) {
        const response = operation.responses.get(status)
        const schema = answer(ctx, response)?.location.absolutePointer
        if (!response || !schema) continue
        if (response.node.headers?.ETag) tagged.add(schema)
        else untagged.push({ schema, location: response.location, conditional })
      }
    }),
    Root: {
      leave(_root, ctx) {
        for (const { schema, location, conditional } of untagged) {
          if (conditional) ctx.report({ message: 'The answer to a conditional request has an ETag.', location })
          else if (tagged.has(schema)) {
            ctx.report({ message: 'Elsewhere this item is answered with its ETag, here it is not.', location })
          }
        }
      },
    },
  }
}
