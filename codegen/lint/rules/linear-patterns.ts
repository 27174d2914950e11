// Every pattern runs in time that grows with the text alone, so that no request can stop the service.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import { slowness } from '../../patterns/fault.ts'
import { programOf } from '../../patterns/program.ts'
import { keyOf, type Schema } from '../place.ts'

type Options = { unlessProgram?: boolean }

/** @property unlessProgram Accepts a slow pattern that the validators can run as a program, in linear time. */
export const linearPatterns: Oas3Rule = (options) => {
  // Safe cast: redocly.yaml and the set of limits have this option.
  const { unlessProgram = false } = options as Options
  return {
    Schema({ pattern }: Schema, ctx: UserContext) {
      const message = typeof pattern === 'string' ? slowness(pattern) : undefined
      if (message === undefined || (unlessProgram && programOf(pattern ?? '') !== undefined)) return
      ctx.report({ message, location: keyOf(ctx.location.child('pattern')) })
    },
  }
}
