// Some value fits each schema: its bounds and the parts of its `allOf` agree, and no branch leads back to the schema.
import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core'
import { Contradiction } from '../../model/normal/contradiction.ts'
import { withoutAllOf } from '../../model/normal/merge.ts'
import type { Written } from '../../model/normal/schema.ts'
import { follow, keyOf, withFiles, type Schema } from '../place.ts'

export const possibleSchemas: Oas3Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    for (const { keyword, message } of boundFaults(schema))
      ctx.report({ message, location: keyOf(ctx.location.child(keyword)) })
    const endless = endlessIn(schema, ctx)
    if (endless) {
      ctx.report({
        message: endlessMessage(endless),
        location: keyOf(ctx.location.child(endless)),
      })
    }
    if (endless || !('allOf' in schema)) return
    const target = (reference: string): Written => {
      const [file = '', $ref = ''] = reference.split('\n')
      // A pointer to a missing member of an existing file has a location but no node.
      const found: { node: Written | undefined; location: Location | undefined } = ctx.resolve<Written>({ $ref }, file)
      const { node, location } = found
      return node && location ? withFiles(node, location.source) : {}
    }
    try {
      // Safe cast: the rule `struct` refuses what is no schema.
      withoutAllOf(withFiles(schema as Written, ctx.location.source), target)
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error
      ctx.report({
        message: `No value fits all parts: ${error.message}. Change the part that is wrong, or leave it out.`,
        location: keyOf(ctx.location.child('allOf')),
      })
    }
  },
})

const endlessMessage = (keyword: string) => {
  const [branch, it] = keyword === 'not' ? ['This', 'it'] : ['A branch of this', 'that branch']
  return `${branch} \`${keyword}\` leads back to the schema itself, so no value can be checked. Leave ${it} out.`
}

const compositions = ['allOf', 'anyOf', 'oneOf', 'not'] as const

/** The keyword whose branches lead back to the schema itself. */
function endlessIn(schema: Schema, ctx: UserContext): (typeof compositions)[number] | undefined {
  const seen = new Set<object>()
  const leadsBack = (branch: unknown, location: Location): boolean => {
    if (typeof branch !== 'object' || branch === null) return false
    const place = follow<Schema>(ctx, branch, location)
    if (place?.node === schema) return true
    if (!place || seen.has(place.node)) return false
    seen.add(place.node)
    return compositions.some((keyword) =>
      branchesOf(place.node, keyword).some((inner) => leadsBack(inner, place.location)),
    )
  }
  return compositions.find((keyword) => branchesOf(schema, keyword).some((branch) => leadsBack(branch, ctx.location)))
}

function branchesOf(schema: Schema, keyword: (typeof compositions)[number]): unknown[] {
  const { [keyword]: branches } = schema as Record<string, unknown>
  return Array.isArray(branches) ? branches : branches === undefined ? [] : [branches]
}

const bounds = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const

function boundFaults(schema: Schema) {
  return bounds.flatMap(([least, most]) => {
    const [from, to] = [schema[least], schema[most]]
    return typeof from === 'number' && typeof to === 'number' && from > to
      ? [
          {
            keyword: least,
            message: `No value fits: ${least} ${from} is more than ${most} ${to}. Write the smaller first.`,
          },
        ]
      : []
  })
}
