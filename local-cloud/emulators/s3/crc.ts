// The reflected CRCs that Node does not have: CRC-32C and CRC-64/NVME.

const bits = [0, 1, 2, 3, 4, 5, 6, 7]

const crc32cTable = Uint32Array.from({ length: 256 }, (_, byte) =>
  bits.reduce((crc) => (crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1), byte),
)

/** Continues `crc` (0 to begin with), as zlib.crc32 does. */
export function crc32c(bytes: Uint8Array, crc: number): number {
  let state = ~crc
  for (const byte of bytes) state = (state >>> 8) ^ entry(crc32cTable, (state ^ byte) & 0xff)
  return ~state >>> 0
}

// 64 bits as two halves: BigInt would be a hundred times slower.
const highTable = new Uint32Array(256)
const lowTable = new Uint32Array(256)
for (let byte = 0; byte < 256; byte += 1) {
  let high = 0
  let low = byte
  for (let bit = 0; bit < 8; bit += 1) {
    const odd = low & 1
    low = (low >>> 1) | (high << 31)
    high >>>= 1
    if (odd) {
      high ^= 0x9a6c9329
      low ^= 0xac4bc9b5
    }
  }
  highTable[byte] = high
  lowTable[byte] = low
}

export type Crc64 = { high: number; low: number }

/** Continues `crc` ({high: 0, low: 0} to begin with). */
export function crc64nvme(bytes: Uint8Array, crc: Crc64): Crc64 {
  let high = ~crc.high
  let low = ~crc.low
  for (const byte of bytes) {
    const index = (low ^ byte) & 0xff
    low = ((low >>> 8) | (high << 24)) ^ entry(lowTable, index)
    high = (high >>> 8) ^ entry(highTable, index)
  }
  return { high: ~high >>> 0, low: ~low >>> 0 }
}

// Never undefined: the index is one byte and the tables have 256 entries.
const entry = (table: Uint32Array, index: number) => table[index] ?? 0
