// No operation has a method that fetch refuses to send.
import type { Oas3Rule } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'
import { keyOf } from '../place.ts'

export const sendableMethods: Oas3Rule = () =>
  eachOperation(({ method, location }, ctx) => {
    if (method !== 'trace') return
    ctx.report({
      message: 'No browser and no fetch sends TRACE, so no client can call the operation. Make it a GET.',
      location: keyOf(location),
    })
  })
