// ETags: a revision of a stored item as text, and back (RFC 9110, 8.8.3 and 13.1).
import { maxRevisions, type Revision } from '../repositories/revision.ts'
import { invalid } from './problem.ts'

export function etagOf({ incarnation, version }: Revision): string {
  return `"${incarnation}-${version}"`
}

/** The revisions that an `If-Match` accepts. Undefined means any (`*`, or no header); unknown tags are left out. */
export function acceptedRevisions(ifMatch: string | undefined): Revision[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  const tags = [...ifMatch.matchAll(/(?<=^|,)\s*"([0-9a-z]{1,24})-([1-9]\d{0,14})"\s*(?=,|$)/g)]
  if (tags.length > maxRevisions)
    throw invalid({ parameter: 'if-match', detail: `names more than ${maxRevisions} ETags` })
  return tags.map(([, incarnation = '', version]) => ({ incarnation, version: Number(version) }))
}

/** Whether `If-None-Match` names this ETag. The RFC asks for the weak comparison. */
export function matchesEtag(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag)
}
