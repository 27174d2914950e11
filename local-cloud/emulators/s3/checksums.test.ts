// Checksums compared with the check values of the CRC catalogue, whole and in pieces.
import { expect, test } from 'vitest'
import { checksums } from './checksums.ts'

const check = Buffer.from('123456789')

test.each([
  ['crc32', 'cbf43926'],
  ['crc32c', 'e3069283'],
  ['crc64nvme', 'ae8b14860a799888'],
] as const)('%s', async (algorithm, expected) => {
  for (const pieces of [[check], [check.subarray(0, 4), check.subarray(4)]]) {
    const digest = checksums[algorithm].create()
    for (const piece of pieces) digest.update(piece)
    expect(Buffer.from(await digest.base64(), 'base64').toString('hex')).toBe(expected)
  }
})
