// Each status has its media type: errors are application/problem+json, successes JSON, and some have no body.
import type { Oas3Rule } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'

const withoutBody = ['204', '304']

export const responseMediaTypes: Oas3Rule = () =>
  eachOperation(({ location, responses }, ctx) => {
    for (const [status, { node }] of responses) {
      const success = withoutBody.includes(status) ? '' : 'application/json'
      const expected = Number(status) < 400 ? success : 'application/problem+json'
      if (Object.keys(node.content ?? {}).join() === expected) continue
      ctx.report({
        message: expected ? `${status} answers ${expected} and nothing else.` : `${status} has no body.`,
        location: location.child(['responses', status]),
      })
    }
  })
