// Each status has its media type: errors are application/problem+json, successes JSON or a stream of events, and some have no
// body.
import type { Oas3Rule } from '@redocly/openapi-core'
import { endsOf } from '../../model/media.ts'
import { eachOperation } from '../operations.ts'
import { answersOf } from '../protocols.ts'

const withoutBody = ['204', '304']

export const responseMediaTypes: Oas3Rule = () =>
  eachOperation(({ node: operation, location, responses }, ctx) => {
    for (const [status, { node }] of responses) {
      const expected = answersOf(operation, status) ?? streamOf(status, node.content) ?? typesOf(status)
      if (Object.keys(node.content ?? {}).join() === expected.join()) continue
      ctx.report({
        message:
          expected.length > 0
            ? `${status} answers ${expected.join(' or ')} and nothing else.`
            : `${status} has no body.`,
        location: location.child(['responses', status]),
      })
    }
  })

/** A success with the extension is a stream, whose schema is that of one event. */
function streamOf(status: string, content: Record<string, object> = {}): readonly string[] | undefined {
  const isStream = Object.values(content).some((media) => endsOf(media))
  return isStream && status.startsWith('2') ? ['text/event-stream'] : undefined
}

function typesOf(status: string): readonly string[] {
  if (withoutBody.includes(status)) return []
  return [Number(status) < 400 ? 'application/json' : 'application/problem+json']
}
