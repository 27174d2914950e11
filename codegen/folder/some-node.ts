// Whether a part of a document needs a change. To look costs little; a changed copy of a large document does not.
export type Node = Record<string, unknown>

export function someNode(value: unknown, test: (node: Node) => boolean): boolean {
  if (Array.isArray(value)) return value.some((item) => someNode(item, test))
  if (typeof value !== 'object' || value === null) return false
  // Safe cast: it is neither a list nor null.
  const node = value as Node
  if (test(node)) return true
  for (const key in node) if (someNode(node[key], test)) return true
  return false
}
