// A discriminator may name a schema in its mapping, in place of a reference. Redocly takes references alone.
import { referenceTo } from '../model/normal/schema.ts'
import { isData, isMap } from './keywords.ts'
import type { Node } from './some-node.ts'

/** Turns the names of the document's own schemas into references, in the document itself. */
export function referToMapped(document: unknown): void {
  // Safe cast: the members of any value are unknown.
  const { components } = Object(document) as Node
  const { schemas } = Object(components) as Node
  const visit = (node: unknown, isNamed: boolean): void => {
    if (typeof node !== 'object' || node === null) return
    // Safe cast: as above.
    const { discriminator } = node as Node
    const { mapping } = Object(discriminator) as Node
    if (!isNamed && typeof mapping === 'object' && mapping !== null) refer(mapping as Node, Object(schemas) as Node)
    for (const [key, value] of Object.entries(node))
      if (isNamed || !isData(key)) visit(value, !isNamed && isMap(key, value))
  }
  visit(document, false)
}

function refer(mapping: Node, schemas: Node) {
  for (const [value, target] of Object.entries(mapping)) {
    if (typeof target === 'string' && Object.hasOwn(schemas, target)) mapping[value] = referenceTo(target)
  }
}
