// The keys of one bucket in the order in which S3 lists them: by their UTF-8 bytes.

export function createKeyIndex<Value>() {
  const values = new Map<string, Value>()
  // Texts and no buffers: a small buffer keeps the memory of all that were made beside it, 64 KB.
  const sorted: string[] = []

  // JavaScript orders strings by UTF-16 units, which puts an emoji before U+FFFD.
  function position(key: string): number {
    const bytes = Buffer.from(key)
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (bytes.compare(Buffer.from(sorted[middle] ?? key)) > 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get: (key: string) => values.get(key),

    set(key: string, value: Value) {
      if (!values.has(key)) sorted.splice(position(key), 0, key)
      values.set(key, value)
    },

    delete(key: string) {
      if (values.delete(key)) sorted.splice(position(key), 1)
    },

    values: () => values.values(),

    /** The keys that begin with `prefix` and come after `marker`. */
    *list(prefix: string, marker: string): Generator<string, void, undefined> {
      const first = Math.max(position(prefix), position(marker))
      for (let index = first; index < sorted.length; index += 1) {
        const key = sorted[index]
        if (!key?.startsWith(prefix)) return
        if (key !== marker) yield key
      }
    },
  }
}
