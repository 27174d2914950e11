// The keys to which a reference within a document leads.

/** `#/paths/~1a%20b` → `paths` and `/a b`. */
export const stepsOf = (reference: string): string[] => reference.slice(2).split('/').map(unescaped)

function unescaped(step: string): string {
  return decoded(step).replaceAll('~1', '/').replaceAll('~0', '~')
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    // A lone `%` stands for itself.
    return step
  }
}
