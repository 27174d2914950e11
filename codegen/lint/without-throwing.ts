// A malformed node is one more finding: a rule that threw would end the lint, and with it struct's account of what is wrong.
import type { Oas3Rule, Oas3Visitor, UserContext } from '@redocly/openapi-core'

type Visit = (node: unknown, ctx: UserContext, more: unknown) => void
type Visitor = Record<string, Visit | Record<'enter' | 'leave', Visit>>

export const withoutThrowing =
  (rule: Oas3Rule): Oas3Rule =>
  (options) => {
    // The rules of this folder are made of these shapes alone; Redocly's own type has many more.
    const visitor = rule(options) as Visitor
    const guarded = Object.entries(visitor).map(([type, visit]) => [
      type,
      typeof visit === 'function'
        ? guard(visit)
        : Object.fromEntries(Object.entries(visit).map(([when, one]) => [when, guard(one)])),
    ])
    return Object.fromEntries(guarded) as Oas3Visitor
  }

const guard =
  (visit: Visit): Visit =>
  (node, ctx, more) => {
    try {
      visit(node, ctx, more)
    } catch (error) {
      ctx.report({ message: `This cannot be checked until its structure is right (${String(error)}).` })
    }
  }
