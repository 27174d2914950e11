// References that lead back to themselves, and so to nothing. Redocly ends with an error without a place at these.
type Node = Record<string, unknown>

/** The pointers of the references. */
export function referenceLoops(root: unknown): string[] {
  const loops: string[] = []
  const walk = (node: unknown, pointer: string) => {
    if (typeof node !== 'object' || node === null) return
    if (isEndless(root, node as Node)) loops.push(`${pointer}/$ref`)
    for (const [key, value] of Object.entries(node)) walk(value, `${pointer}/${escaped(key)}`)
  }
  walk(root, '#')
  return loops
}

function isEndless(root: unknown, node: Node): boolean {
  const seen = new Set<string>()
  for (let at: unknown = node; ;) {
    const { $ref } = Object(at) as Node
    if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return false
    if (seen.has($ref)) return true
    seen.add($ref)
    at = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((found, step) => (Object(found) as Node)[unescaped(step)], root)
  }
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')

function unescaped(step: string): string {
  const text = step.replaceAll('~1', '/').replaceAll('~0', '~')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
