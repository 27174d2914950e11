// Some statuses have headers that a client needs. redocly.yaml lists them.
import type { Oas3Response, Oas3Rule } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'
import { keyOf } from '../place.ts'
import { answersOf } from '../protocols.ts'

type Options = { names?: Record<string, string[]> }

export const responseHeaders: Oas3Rule = ({ names = {} }: Options) => {
  // Operations share responses.
  const told = new Set<Oas3Response>()
  return eachOperation(({ node: operation, location, responses }, ctx) => {
    for (const [status, { node, location: place }] of responses) {
      // The answer is the protocol's, and so is what it says.
      if (answersOf(operation, status) || told.has(node)) continue
      const missing = names[status]?.filter((name) => !Object.hasOwn(node.headers ?? {}, name)) ?? []
      if (missing.length > 0) told.add(node)
      for (const name of missing) {
        ctx.report({
          message: `${status} needs the header ${name}.`,
          location: keyOf(place),
          from: location.child(['responses', status]),
        })
      }
    }
  })
}
