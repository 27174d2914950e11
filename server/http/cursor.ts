// Cursors: an opaque position in one list, which says when it is damaged or used on another list.
import { createHash } from 'node:crypto'
import { invalid } from './problem.ts'

const sealLength = 9

/** Seals the position to its list; it keeps accidents out, and what it holds is no secret. */
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

export function decodeCursor(list: string, cursor: string): string {
  const position = Buffer.from(cursor, 'base64url').subarray(sealLength).toString()
  // Encoding it again also refuses the spellings that base64url's decoder forgives.
  if (encodeCursor(list, position) !== cursor) {
    throw invalid({ parameter: 'cursor', detail: 'is damaged, or belongs to another operation or filter' })
  }
  return position
}
