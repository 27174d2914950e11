// A `oneOf` has each branch once: a value must fit exactly one, so none fits a branch that is repeated.
import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core'
import { distinctBranches as branchesOf } from '../../model/distinct-branches.ts'
import type { Written } from '../../model/normal/schema.ts'
import { keyOf, withFiles, type Schema } from '../place.ts'

export const distinctBranches: Oas3Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    // Safe cast: the rule `struct` refuses what is no schema.
    if (!branchesOf(schema as Written, (branch) => targetOf(branch, ctx))) return
    ctx.report({
      message:
        'No value fits: each branch of the oneOf is there more than once, and a value must fit exactly one. Write each branch once.',
      location: keyOf(ctx.location.child('oneOf')),
    })
  },
})

function targetOf(branch: Written, { resolve, location }: UserContext): Written {
  // Safe cast: the rule `struct` refuses what is no schema.
  const { $ref } = Object(branch) as Written
  const target: { node?: Written | undefined; location?: Location | undefined } =
    $ref === undefined ? {} : resolve<Written>({ $ref })
  const { node = Object(branch) as Written, location: { source } = location } = target
  return withFiles(node, source)
}
