// The event that S3 sends to the account's default bus when an object was created.
import { randomBytes } from 'node:crypto'
import type { BusEntry } from '../eventbridge/bus.ts'

export type Created = { bucket: string; key: string; size: number; etag: string }

export const objectCreated = ({ bucket, key, size, etag }: Created): BusEntry => ({
  source: 'aws.s3',
  detailType: 'Object Created',
  detail: {
    version: '0',
    bucket: { name: bucket },
    // Unlike S3's other notifications, this one does not escape the key.
    object: { key, size, etag: etag.replaceAll('"', ''), sequencer: randomBytes(9).toString('hex').toUpperCase() },
    reason: 'PutObject',
  },
})
