// No path has a fragment: clients cut it off, and the request is one for the path before it.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { keyOf } from '../place.ts'

export const sendablePaths: Oas3Rule = () => ({
  Paths(paths: object, ctx: UserContext) {
    for (const path of Object.keys(paths).filter((name) => name.includes('#'))) {
      ctx.report({
        message: `No client sends the fragment of ${path}: the server sees ${path.replace(/#.*/, '')}. Write a path that differs before the #, or one operation with a parameter.`,
        location: keyOf(ctx.location.child(path)),
      })
    }
  },
})
