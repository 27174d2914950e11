// Pages of a list: from the query's limit and cursor to a position, and from the last position to nextCursor.
import { decodeCursor, encodeCursor } from './cursor.ts'

const defaultLimit = 25

type Query = { limit?: number; cursor?: string }

/** @param list The operation and its filter, to which the cursors belong. */
export function pageOf(list: readonly (string | undefined)[], { limit = defaultLimit, cursor }: Query) {
  const name = JSON.stringify(list)
  return {
    page: { limit, after: cursor === undefined ? undefined : decodeCursor(name, cursor) },
    /** `{nextCursor}` while there is more. */
    next: (position: string | undefined) =>
      position === undefined ? {} : { nextCursor: encodeCursor(name, position) },
  }
}
