// The types of a request's body are media types or ranges of them: a client can send no others.
import type { Oas3RequestBody, Oas3Rule, UserContext } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

/** RFC 9110, 8.3.1. The parameters are not read. */
const mediaType = /^ *[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+ *(?:;.*)?$/

export const sendableTypes: Oas3Rule = () => ({
  RequestBody({ content }: Oas3RequestBody, ctx: UserContext) {
    for (const type of Object.keys(Object(content) as object)) {
      if (mediaType.test(type)) continue
      ctx.report({
        message: `${JSON.stringify(type)} is no media type, so no client can send a body of it. Write one, such as application/json.`,
        location: keyOf(ctx.location.child(['content', type])),
      })
    }
  },
})
