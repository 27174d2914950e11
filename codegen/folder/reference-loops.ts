// References that lead back to themselves, and so to nothing. Redocly ends with an error without a place at these.
import { stepsOf } from './pointer.ts'
import type { Node } from './some-node.ts'

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
    at = stepsOf($ref).reduce<unknown>((found, step) => (Object(found) as Node)[step], root)
  }
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
