// Every pattern is a regular expression of JavaScript, whose syntax OpenAPI asks for.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { keyOf, type Schema } from '../place.ts'
import { syntaxFault } from '../../patterns/fault.ts'

export const soundPatterns: Oas3Rule = () => ({
  Schema({ pattern }: Schema, ctx: UserContext) {
    const fault = typeof pattern === 'string' && syntaxFault(pattern)
    if (fault) ctx.report({ message: fault, location: keyOf(ctx.location.child('pattern')) })
  },
})
