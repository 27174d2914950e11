// A contract of another place with each branch of a `oneOf` once. The rule distinct-branches has warned of each.
import type { Contract } from '../contract.ts'
import { distinctBranches } from '../model/distinct-branches.ts'
import { mapParts, mapSchemas, type Written } from '../model/normal/schema.ts'
import { followIn } from '../model/references.ts'

export function withDistinctBranches(document: Contract): Contract {
  const follow = followIn(document)
  const target = (branch: Written) => (branch.$ref === undefined ? branch : follow(branch.$ref))
  const once = (schema: Written): Written => {
    const oneOf = distinctBranches(schema, target)
    return mapParts(oneOf ? { ...schema, oneOf } : schema, once)
  }
  return mapSchemas(document, once)
}
