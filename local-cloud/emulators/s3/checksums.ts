// The checksum algorithms of S3's x-amz-checksum headers, as digests that are updated piece by piece.
import { createHash } from 'node:crypto'
import { Crc32, Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc'

type Digest = { update(bytes: Buffer): void; base64(): string | Promise<string> }

function hash(name: 'md5' | 'sha1' | 'sha256'): Digest {
  const digest = createHash(name)
  return { update: (bytes) => void digest.update(bytes), base64: () => digest.digest('base64') }
}

function crc(Algorithm: typeof Crc32 | typeof Crc32c | typeof Crc64Nvme): Digest {
  const digest = new Algorithm()
  return {
    update: (bytes) => digest.update(bytes),
    base64: async () => Buffer.from(await digest.digest()).toString('base64'),
  }
}

/** By the end of the header's name. `length` is the checksum's length in bytes. */
export const checksums = {
  crc32: { length: 4, create: () => crc(Crc32) },
  crc32c: { length: 4, create: () => crc(Crc32c) },
  crc64nvme: { length: 8, create: () => crc(Crc64Nvme) },
  sha1: { length: 20, create: () => hash('sha1') },
  sha256: { length: 32, create: () => hash('sha256') },
} as const satisfies Record<string, { length: number; create: () => Digest }>

export type ChecksumAlgorithm = keyof typeof checksums

export const isChecksumAlgorithm = (name: string): name is ChecksumAlgorithm => Object.hasOwn(checksums, name)

export const md5 = () => hash('md5')

/** Whether `text` is the canonical base64 of `length` bytes. */
export function isBase64Of(text: string, length: number): boolean {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === length && bytes.toString('base64') === text
}
