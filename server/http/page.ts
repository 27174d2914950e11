// Pages of a list: limit and cursor of the query → a position, and the last position → nextCursor.
import { decodeCursor, encodeCursor } from './cursor.ts'

type Query = { limit: number; cursor?: string }

/**
 * @param list The operation and its filter. A cursor is valid for these only.
 * @param isPosition Whether a text has the format of the list's positions.
 */
export function pageOf(
  list: readonly (string | undefined)[],
  { limit, cursor }: Query,
  isPosition: (text: string) => boolean,
) {
  const name = JSON.stringify(list)
  return {
    page: { limit, after: cursor === undefined ? undefined : decodeCursor(name, cursor, isPosition) },
    /** `{nextCursor}` while there is more. */
    next: (position: string | undefined) =>
      position === undefined ? {} : { nextCursor: encodeCursor(name, position) },
  }
}
