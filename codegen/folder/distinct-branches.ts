// A contract of another place with each branch of a `oneOf` once. The rule distinct-branches has warned of each.
import type { Contract } from '../contract.ts'
import { distinctBranches } from '../model/distinct-branches.ts'
import { mapParts, mapSchemas, type Written } from '../model/normal/schema.ts'
import { followIn } from '../model/references.ts'
import { someNode, type Node } from './some-node.ts'

export function withDistinctBranches(document: Contract): Contract {
  if (!someNode(document, mayRepeat)) return document
  const follow = followIn(document)
  const target = (branch: Written) => (branch.$ref === undefined ? branch : follow(branch.$ref))
  const once = (schema: Written): Written => {
    const oneOf = distinctBranches(schema, target)
    return mapParts(oneOf ? { ...schema, oneOf } : schema, once)
  }
  return mapSchemas(document, once)
}

/** Also true for an example that looks so: then the copy is like the document. */
const mayRepeat = ({ oneOf, discriminator }: Node) => Array.isArray(oneOf) && oneOf.length > 1 && !discriminator
