// The keys of one bucket in the order in which S3 lists them: by their UTF-8 bytes.

export function createKeyIndex<Value>() {
  const values = new Map<string, Value>()
  // JavaScript orders strings by UTF-16 units, which puts an emoji before U+FFFD.
  const sorted: Buffer[] = []

  function position(key: Buffer): number {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (key.compare(sorted[middle] ?? key) > 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get: (key: string) => values.get(key),

    set(key: string, value: Value) {
      const bytes = Buffer.from(key)
      if (!values.has(key)) sorted.splice(position(bytes), 0, bytes)
      values.set(key, value)
    },

    delete(key: string) {
      if (values.delete(key)) sorted.splice(position(Buffer.from(key)), 1)
    },

    values: () => values.values(),

    /** The keys that begin with `prefix` and come after `marker`. */
    *list(prefix: string, marker: string): Generator<string, void, undefined> {
      const first = Math.max(position(Buffer.from(prefix)), position(Buffer.from(marker)))
      for (let index = first; index < sorted.length; index += 1) {
        const key = String(sorted[index])
        if (!key.startsWith(prefix)) return
        if (key !== marker) yield key
      }
    },
  }
}
