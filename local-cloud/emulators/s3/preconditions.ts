// The conditional headers of S3: whether an object may be overwritten, and whether it need be sent again.
import type { Precondition, StoredObject } from './bucket.ts'
import { S3Error } from './error.ts'
import type { Headers } from './request.ts'

const failed = (condition: string) => new S3Error('PreconditionFailed', { Condition: condition })

export function writePrecondition(headers: Headers): Precondition {
  const ifNoneMatch = headers.get('if-none-match')
  const ifMatch = headers.get('if-match')
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') throw new S3Error('NotImplemented', { Header: 'If-None-Match' })
  return (existing) => {
    if (ifNoneMatch !== undefined && existing) throw failed('If-None-Match')
    if (ifMatch === undefined) return
    if (!existing) throw new S3Error('NoSuchKey')
    if (!matches(ifMatch, existing)) throw failed('If-Match')
  }
}

/** Whether the answer is 304; throws when it is 412. The ETag is checked before the time (RFC 9110, 13.2.2). */
export function notModified(headers: Headers, object: StoredObject): boolean {
  const ifMatch = headers.get('if-match')
  const ifNoneMatch = headers.get('if-none-match')
  const unmodifiedSince = instant(headers.get('if-unmodified-since'))
  const modifiedSince = instant(headers.get('if-modified-since'))
  const lastModified = Date.parse(object.lastModified)
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, object)) throw failed('If-Match')
  } else if (lastModified > unmodifiedSince) throw failed('If-Unmodified-Since')
  return ifNoneMatch === undefined ? lastModified <= modifiedSince : matches(ifNoneMatch, object)
}

// S3 also accepts ETags without quotes.
const matches = (condition: string, { etag }: StoredObject) =>
  condition.split(',').some((each) => ['*', etag, etag.replaceAll('"', '')].includes(each.trim()))

// An unreadable date is no condition: every comparison with NaN is false.
const instant = (date: string | undefined) => (date === undefined ? NaN : Date.parse(date))
