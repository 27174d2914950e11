// Turns an exception in a rule into a finding. An exception would end the lint, and hide the findings of other rules.
import type { Oas3Rule, Oas3Visitor, UserContext } from '@redocly/openapi-core'

type Visit = (node: unknown, ctx: UserContext, more: unknown) => void
type Visitor = Record<string, Visit | Record<'enter' | 'leave', Visit>>

export const withoutThrowing =
  (rule: Oas3Rule): Oas3Rule =>
  (options) => {
    // Safe cast: the rules of this folder have only these shapes. Redocly's own type has many more.
    const visitor = rule(options) as Visitor
    const guarded = Object.entries(visitor).map(([type, visit]) => [
      type,
      typeof visit === 'function'
        ? guard(visit)
        : Object.fromEntries(Object.entries(visit).map(([when, handler]) => [when, guard(handler)])),
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
