// The size of a document as an indented file.

const indentation = 2
const bytesOf = (value: unknown) => Buffer.byteLength(typeof value === 'string' ? JSON.stringify(value) : String(value))

/**
 * Whether JSON.stringify(value, undefined, 2) has more bytes than this. Such a text itself may be longer than a string
 * can be: a value that lies deep is indented far.
 */
export function isLargerThan(maxBytes: number, root: unknown): boolean {
  let bytes = 0
  const pending = [{ value: root, depth: 0 }]
  for (let next = pending.pop(); next && bytes <= maxBytes; next = pending.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) {
      bytes += bytesOf(value)
      continue
    }
    const keys = Object.keys(value)
    const isList = Array.isArray(value)
    // The brackets; with something in them, a line for each entry and one for the end.
    bytes += 2
    if (keys.length > 0) bytes += 1 + depth * indentation
    for (const [index, key] of keys.entries()) {
      const comma = index > 0 ? 1 : 0
      bytes += comma + 1 + (depth + 1) * indentation + (isList ? 0 : bytesOf(key) + ': '.length)
      if (bytes > maxBytes) return true
      // Safe cast: the key is one of the object's own.
      pending.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1 })
    }
  }
  return bytes > maxBytes
}
