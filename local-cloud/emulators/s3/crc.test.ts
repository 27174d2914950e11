// The CRCs against the check values of their catalogue, whole and in pieces.
import { expect, test } from 'vitest'
import { crc32c, crc64nvme } from './crc.ts'

const check = Buffer.from('123456789')

test('CRC-32C', () => {
  expect(crc32c(check, 0)).toBe(0xe3069283)
  expect(crc32c(check.subarray(4), crc32c(check.subarray(0, 4), 0))).toBe(0xe3069283)
})

test('CRC-64/NVME', () => {
  const expected = { high: 0xae8b1486, low: 0x0a799888 }
  const start = { high: 0, low: 0 }
  expect(crc64nvme(check, start)).toEqual(expected)
  expect(crc64nvme(check.subarray(4), crc64nvme(check.subarray(0, 4), start))).toEqual(expected)
})
