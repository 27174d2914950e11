// The example of an error shows a problem of x-problem-types that has this status.
import type { Oas3Example, Oas3Rule } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'
import { follow, values } from '../place.ts'

type Problem = Partial<Record<'type' | 'title' | 'status' | 'detail' | 'error' | 'message', unknown>>
type ProblemTypes = Record<string, { status: number; title: string }>

export const problemExamples: Oas3Rule = () => {
  let types: ProblemTypes = {}
  return {
    Root(root: { 'x-problem-types'?: ProblemTypes }, ctx) {
      types = follow(ctx, root['x-problem-types'] ?? {}, ctx.location)?.node ?? {}
    },
    ...eachOperation(({ location, responses }, ctx) => {
      for (const [status, response] of responses) {
        if (!(Number(status) >= 400)) continue
        const media = response.node.content?.['application/problem+json']
        const named = values<Oas3Example>(ctx, media?.examples, response.location)
        const examples = [media?.example, ...named.map(([, { node }]) => node.value)]
        for (const example of examples.filter((example) => example !== undefined)) {
          const fault = faultOf(example as Problem, status, types)
          if (!fault) continue
          ctx.report({
            message: `The example of ${status} ${fault}.`,
            location: response.location,
            from: location.child(['responses', status]),
          })
        }
      }
    }),
  }
}

function faultOf({ type, title, status, detail, error, message }: Problem, documented: string, types: ProblemTypes) {
  const known = Object.entries(types).find(([slug]) => type === `/docs/problems/${slug}`)?.[1]
  if (!known) return 'has a type that is not /docs/problems/<slug> with a slug of x-problem-types'
  if (title !== known.title || status !== known.status) return 'has not the title and the status of its type'
  if (String(status) !== documented) return 'has another status'
  if (error !== title || message !== detail) return 'does not repeat title and detail in error and message'
  return undefined
}
