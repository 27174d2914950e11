// DELETE has no body: HTTP gives it no meaning, and some servers and gateways drop it.
import type { Oas3Rule } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'
import { keyOf } from '../place.ts'

export const deleteBodies: Oas3Rule = () =>
  eachOperation(({ node, method, location }, ctx) => {
    if (method !== 'delete' || node.requestBody === undefined) return
    ctx.report({
      message:
        'Some servers and gateways drop the body of a DELETE request (RFC 9110, 9.3.5). Write the members as query parameters, or make it a POST.',
      location: keyOf(location.child('requestBody')),
    })
  })
