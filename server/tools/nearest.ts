// The name that is most like a misspelt one.

/** A longer name is no misspelling of ours, and comparing it would take long. */
const maxLength = 64

/** Returns undefined when no name is like it: more than a third of the letters differ. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (name.length > maxLength) return undefined
  const plain = (text: string) => text.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()
  const ranked = names.map((known) => ({ known, steps: distance(plain(name), plain(known)) }))
  const [best] = ranked.sort((a, b) => a.steps - b.steps)
  return best && best.steps <= Math.max(1, Math.floor(best.known.length / 3)) ? best.known : undefined
}

/** How many letters must be added, removed or replaced (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
