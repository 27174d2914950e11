// Idempotent creation: the id for an Idempotency-Key, and the hash that tells whether two bodies are equal.
import { createHash, randomUUID } from 'node:crypto'

/** A new id: derived from the operation, the caller and the key, or random without a key. */
export function newId(operationId: string, callerId: string, key: string | undefined): string {
  if (key === undefined) return randomUUID()
  const hash = createHash('sha256')
  for (const part of [operationId, callerId, key]) {
    const bytes = Buffer.from(part)
    hash.update(`${bytes.length}:`).update(bytes)
  }
  return uuidOf(hash.digest())
}

/** A UUID of the custom kind (RFC 9562, version 8) from the first 16 bytes. */
function uuidOf(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** SHA-256 of the body's canonical form: the order of members does not matter. */
export function bodyHash(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body, sortMembers)).digest('base64url')
}

function sortMembers(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
