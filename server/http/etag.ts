// ETags of stored items: strong, made of the item's incarnation and its version (RFC 9110, 8.8.3 and 13.1).
import { randomInt } from 'node:crypto'
import { invalid } from './problem.ts'

/** A state of an item: of the items that have had its id one after the other which one, and which version of it. */
export type Revision = { incarnation: string; version: number }

/** DynamoDB takes at most 300 operators in a condition; each revision needs four. */
const maxAccepted = 50

/** A new item's name among those that have its id, be they deleted and created again within the same millisecond. */
export function newIncarnation(createdAt: string): string {
  const random = randomInt(36 ** 8)
    .toString(36)
    .padStart(8, '0')
  return Date.parse(createdAt).toString(36) + random
}

export function etagOf({ incarnation, version }: Revision): string {
  return `"${incarnation}-${version}"`
}

/** The revisions that an `If-Match` accepts: undefined for any (`*`, or no header), none where no tag is one of ours. */
export function acceptedRevisions(ifMatch: string | undefined): Revision[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  const tags = [...ifMatch.matchAll(/(?<=^|,)\s*"([0-9a-z]{1,24})-([1-9]\d{0,14})"\s*(?=,|$)/g)]
  if (tags.length > maxAccepted)
    throw invalid({ parameter: 'if-match', detail: `names more than ${maxAccepted} ETags` })
  return tags.map(([, incarnation = '', version]) => ({ incarnation, version: Number(version) }))
}

/** Whether `If-None-Match` names this ETag; the comparison is weak, as the RFC wants it. */
export function matchesEtag(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag)
}
