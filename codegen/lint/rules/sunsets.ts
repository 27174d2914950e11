// A deprecated operation says on which day it ends. Other operations do not end.
import type { Oas3Rule } from '@redocly/openapi-core'
import { isDay } from '../../model/retirement.ts'
import { eachOperation } from '../operations.ts'
import { keyOf } from '../place.ts'

const days = ['x-sunset', 'x-deprecated-since'] as const

export const sunsets: Oas3Rule = () =>
  eachOperation(({ node, location }, ctx) => {
    const { deprecated, 'x-sunset': sunset, 'x-deprecated-since': since } = node
    if (deprecated && sunset === undefined) {
      const message = 'A deprecated operation has x-sunset, the day from which it may be gone: 2027-06-30.'
      ctx.report({ message, location: keyOf(location.child('deprecated')) })
    }
    for (const name of days) {
      if (node[name] === undefined) continue
      if (!deprecated) {
        ctx.report({
          message: `${name} is for operations with deprecated: true.`,
          location: keyOf(location.child(name)),
        })
      } else if (!isDay(node[name])) {
        ctx.report({ message: `${name} is a day of the calendar: 2027-06-30.`, location: location.child(name) })
      }
    }
    if (deprecated && isDay(sunset) && isDay(since) && sunset <= since) {
      const message = `x-sunset is after x-deprecated-since (${since}).`
      ctx.report({ message, location: location.child('x-sunset') })
    }
  })
