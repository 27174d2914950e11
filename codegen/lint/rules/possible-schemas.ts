// Some value fits each schema: its bounds and the parts of its `allOf` do not contradict each other, and a branch of its
// `oneOf` differs from the others.
import type { Location, Oas3Rule, UserContext } from '@redocly/openapi-core'
import { Contradiction } from '../../model/normal/contradiction.ts'
import { withoutAllOf } from '../../model/normal/merge.ts'
import { mapParts, type Written } from '../../model/normal/schema.ts'
import { keyOf, type Schema } from '../place.ts'

export const possibleSchemas: Oas3Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    for (const { keyword, message } of boundFaults(schema))
      ctx.report({ message, location: keyOf(ctx.location.child(keyword)) })
    if (hasOnlyTwins(schema, ctx)) {
      ctx.report({
        message:
          'No value fits: each branch of the oneOf is there more than once, and a value must fit exactly one. Write each branch once.',
        location: keyOf(ctx.location.child('oneOf')),
      })
    }
    if (!('allOf' in schema)) return
    const follow = (reference: string): Written => {
      const [file = '', $ref = ''] = reference.split('\n')
      // A pointer to a missing member of an existing file has a location but no node.
      const target: { node: Written | undefined; location: Location | undefined } = ctx.resolve<Written>({ $ref }, file)
      const { node, location } = target
      return node && location ? withFiles(node, location.source) : {}
    }
    try {
      // Safe cast: the rule `struct` refuses what is no schema.
      withoutAllOf(withFiles(schema as Written, ctx.location.source), follow)
    } catch (error) {
      if (!(error instanceof Contradiction)) throw error
      ctx.report({
        message: `No value fits all parts: ${error.message}. Change the part that is wrong, or leave it out.`,
        location: keyOf(ctx.location.child('allOf')),
      })
    }
  },
})

/** The schema with references that tell their files apart. */
function withFiles(part: Written, source: Location['source']): Written {
  if (part.$ref === undefined) return mapParts(part, (inner) => withFiles(inner, source))
  return { $ref: `${source.absoluteRef}\n${part.$ref}` }
}

/** Whether each branch says the same as another one. A discriminator would tell them apart. */
function hasOnlyTwins({ oneOf, discriminator }: Schema, { resolve, location }: UserContext): boolean {
  if (!Array.isArray(oneOf) || oneOf.length < 2 || discriminator) return false
  const texts = (oneOf as unknown[]).map((branch) => {
    // Safe casts: the rule `struct` refuses what is no schema.
    const { $ref } = Object(branch) as Written
    const target: { node?: Written | undefined; location?: Location | undefined } =
      $ref === undefined ? {} : resolve<Written>({ $ref })
    const { node = Object(branch) as Written, location: { source } = location } = target
    return JSON.stringify(withoutTexts(withFiles(node, source)))
  })
  return texts.every((text) => texts.filter((other) => other === text).length > 1)
}

/** The schema without what says nothing about its values. */
function withoutTexts(schema: Written): Written {
  const { title: _, description: __, example: ___, ...rest } = mapParts(schema, withoutTexts)
  return rest
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
