// GET, HEAD and TRACE have no body: fetch sends none.
import type { Oas3Rule } from '@redocly/openapi-core'
import { eachOperation } from '../operations.ts'
import { keyOf } from '../place.ts'

const bodiless = ['get', 'head', 'trace']

export const methodBodies: Oas3Rule = () =>
  eachOperation(({ node, method, location }, ctx) => {
    if (!bodiless.includes(method) || node.requestBody === undefined) return
    ctx.report({
      message: `No fetch sends a ${method.toUpperCase()} request with a body. Write the members as query parameters, or make it a POST.`,
      location: keyOf(location.child('requestBody')),
    })
  })
