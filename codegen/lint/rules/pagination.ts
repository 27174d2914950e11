// Pages look the same everywhere: nextCursor in the answer, limit and cursor as parameters, and x-pagination for the SDK.
import type { Oas3Rule } from '@redocly/openapi-core'
import { answer, eachOperation, takes } from '../operations.ts'
import { follow, keyOf, type Schema } from '../place.ts'

export const pagination: Oas3Rule = () =>
  eachOperation((operation, ctx) => {
    const { node, location, responses } = operation
    const extension = node['x-pagination']
    const page = answer(ctx, responses.get('200'))
    const properties = page?.node.properties ?? {}
    const signs = {
      'x-pagination': extension !== undefined,
      'nextCursor in its 200': 'nextCursor' in properties,
      'the parameter limit': takes(operation, 'query', 'limit'),
      'the parameter cursor': takes(operation, 'query', 'cursor'),
    }
    if (!Object.values(signs).includes(true)) return
    for (const [sign, present] of Object.entries(signs)) {
      if (!present) ctx.report({ message: `An operation with pages has ${sign}.`, location: keyOf(location) })
    }
    if (extension === undefined || !page) return
    const list = properties[itemsOf(extension) ?? '']
    if (!list || follow<Schema>(ctx, list, page.location)?.node.type !== 'array') {
      ctx.report({
        message: 'x-pagination is { items } and names an array of the answer.',
        location: location.child('x-pagination'),
      })
    }
  })

function itemsOf(extension: unknown): string | undefined {
  const { items, ...others } = Object(extension) as Record<string, unknown>
  return typeof items === 'string' && Object.keys(others).length === 0 ? items : undefined
}
