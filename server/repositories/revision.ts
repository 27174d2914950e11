// Revisions: which of the items that have had one id, and which version of that item.
import { randomInt } from 'node:crypto'
import type { Condition } from './table.ts'

export type Revision = { incarnation: string; version: number }

/** DynamoDB takes at most 300 operators in a condition; each revision needs four. */
export const maxRevisions = 50

/** The name of a new item, different from all earlier items of its id, also within the same millisecond. */
export function newIncarnation(createdAt: string): string {
  const random = randomInt(36 ** 8)
    .toString(36)
    .padStart(8, '0')
  return Date.parse(createdAt).toString(36) + random
}

/** The condition that the item exists, and that it is one of these revisions when some are given. */
export function onRevision(idMember: string, accepted: Revision[] | undefined): Condition {
  if (!accepted) return { expression: 'attribute_exists(#id)', names: { '#id': idMember }, values: {} }
  // AND binds tighter than OR, and DynamoDB refuses parentheses that change nothing.
  const either = accepted.map((_, n) => `#incarnation = :i${n} AND #version = :v${n}`).join(' OR ')
  return {
    expression: `attribute_exists(#id) AND (${either})`,
    names: { '#id': idMember, '#incarnation': 'incarnation', '#version': 'version' },
    values: Object.assign(
      {},
      ...accepted.map(({ incarnation, version }, n) => ({ [`:i${n}`]: incarnation, [`:v${n}`]: version })),
    ) as Condition['values'],
  }
}
