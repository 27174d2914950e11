// A discriminator may name a schema in its mapping, in place of a reference. Redocly takes references alone.
import { referenceTo } from '../model/normal/schema.ts'

type Node = Record<string, unknown>

/** The values of these keywords are data. */
const data = new Set(['default', 'enum', 'example', 'examples', 'value'])

/** Turns the names of the document's own schemas into references, in the document itself. */
export function refersToMapped(document: unknown): void {
  const { schemas } = Object((Object(document) as Node).components) as Node
  const known = Object(schemas) as Node
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { mapping } = Object((node as Node).discriminator) as Node
    if (typeof mapping === 'object' && mapping !== null) refer(mapping as Node, known)
    for (const [key, value] of Object.entries(node)) if (!data.has(key) && !key.startsWith('x-')) visit(value)
  }
  visit(document)
}

function refer(mapping: Node, schemas: Node) {
  for (const [value, target] of Object.entries(mapping)) {
    if (typeof target === 'string' && Object.hasOwn(schemas, target)) mapping[value] = referenceTo(target)
  }
}
