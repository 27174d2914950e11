// Remembers what was made last of each name. A process that stays makes it again when what it needs has changed.

/** @returns A function that calls `make` when `needs` is another text than the last time for this name, or when that failed. */
export function remember<Made>() {
  const made = new Map<string, { needs: string; result: Made }>()
  return (name: string, needs: string, make: () => Made): Made => {
    const known = made.get(name)
    if (known?.needs === needs) return known.result
    const result = make()
    made.set(name, { needs, result })
    if (result instanceof Promise) {
      result.catch(() => {
        if (made.get(name)?.result === result) made.delete(name)
      })
    }
    return result
  }
}
