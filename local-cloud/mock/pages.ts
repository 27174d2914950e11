// Pages over the items of an example. Each cursor ends: after the last item there is none.
import type { Operation } from '../../codegen/model.ts'
import { decodeCursor, encodeCursor } from '../../server/http/cursor.ts'

/** A request after its validation. */
type Query = Record<string, unknown>

const isPosition = (text: string) => /^\d{1,9}$/.test(text)

/** The page that the query asks for, as the body of the operation's answer. */
export function pageOf({ operationId, page }: Operation, items: unknown[], { limit, cursor, ...filter }: Query) {
  const list = `${operationId} ${JSON.stringify(filter)}`
  const start = typeof cursor === 'string' ? Number(decodeCursor(list, cursor, isPosition)) : 0
  const usual = page && page.size > 0 ? page.size : items.length
  const size = typeof limit === 'number' ? limit : usual
  const end = start + size
  return {
    [page?.member ?? 'items']: items.slice(start, end),
    ...(end < items.length && { nextCursor: encodeCursor(list, String(end)) }),
  }
}
