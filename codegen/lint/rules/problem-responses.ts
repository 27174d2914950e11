// Errors are application/problem+json and nothing else; successes never are.
import type { Oas3Rule } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'

const problem = 'application/problem+json'

export const problemResponses: Oas3Rule = () =>
  eachOperation(({ location, responses }, ctx) => {
    for (const [status, { node }] of responses) {
      const types = Object.keys(node.content ?? {})
      const at = location.child(['responses', status])
      if (Number(status) >= 400 && types.join() !== problem) {
        ctx.report({ message: `${status} answers ${problem} and nothing else.`, location: at })
      }
      if (Number(status) < 400 && types.includes(problem)) {
        ctx.report({ message: `${status} is no error and does not answer ${problem}.`, location: at })
      }
    }
  })
