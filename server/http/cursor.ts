// Cursors: an opaque position in one list. A damaged cursor, and a cursor of another list, is refused.
import { createHash } from 'node:crypto'
import { invalid } from './problem.ts'

const sealLength = 9

/** A short hash of the list and the position. It detects accidents; positions are no secrets. */
function seal(list: string, position: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([list, position]))
    .digest()
    .subarray(0, sealLength)
}

/** @param list The operation and its filter. */
export function encodeCursor(list: string, position: string): string {
  return Buffer.concat([seal(list, position), Buffer.from(position)]).toString('base64url')
}

/** Anyone can seal a position, so its format is checked too. */
export function decodeCursor(list: string, cursor: string, isPosition: (text: string) => boolean = () => true): string {
  const position = Buffer.from(cursor, 'base64url').subarray(sealLength).toString()
  // The decoder of base64url accepts other spellings. Encoding the position again refuses them.
  if (encodeCursor(list, position) !== cursor || !isPosition(position)) {
    throw invalid({ parameter: 'cursor', detail: 'is damaged, or belongs to another operation or filter' })
  }
  return position
}
