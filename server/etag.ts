// ETags of stored items: strong, made of createdAt and the version (RFC 9110, 8.8.3 and 13.1).

export type Revision = { createdAt: string; version: number }

export function etagOf({ createdAt, version }: Revision): string {
  return `"${Date.parse(createdAt).toString(36)}-${version}"`
}

/** The revisions that an `If-Match` accepts: undefined for any (`*`, or no header), none where no tag is one of ours. */
export function acceptedRevisions(ifMatch: string | undefined): Revision[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  return [...ifMatch.matchAll(/(?<=^|,)\s*"([0-9a-z]{1,11})-(\d{1,15})"\s*(?=,|$)/g)].flatMap(
    ([, time = '', version]) => {
      const at = new Date(parseInt(time, 36))
      return Number.isNaN(at.getTime()) ? [] : [{ createdAt: at.toISOString(), version: Number(version) }]
    },
  )
}

/** Whether `If-None-Match` names this ETag; the comparison is weak, as the RFC wants it. */
export function matchesEtag(ifNoneMatch: string, etag: string): boolean {
  return ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag)
}
