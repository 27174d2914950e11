// S3's event of a new object, and the rule that picks the files that are too large.
import { keyPrefix, largestFile } from '../services/case-files.ts'

/** What the function reads of the event. EventBridge has the key as it is, without escapes. */
export type ObjectCreated = { detail: { object: { key: string; size: number } } }

/**
 * The pattern of the rule on the account's default bus, to which S3 sends its events. EventBridge compares numbers up to
 * 5,000,000,000. One PUT can be a little larger: the bucket's lifecycle removes such a file after a day.
 */
export const tooLarge = (bucket: string, limit = largestFile) => ({
  source: ['aws.s3'],
  'detail-type': ['Object Created'],
  detail: {
    bucket: { name: [bucket] },
    object: { key: [{ prefix: keyPrefix }], size: [{ numeric: ['>', limit] as const }] },
  },
})
