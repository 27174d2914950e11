// The normal form of a document, which the model reads: no `allOf` that can be merged, and schemas in two forms.
import type { Contract } from '../../contract.ts'
import { narrowed } from './discriminator.ts'
import { withForms } from './forms.ts'
import { withoutAllOf } from './merge.ts'
import { mapParts, mapSchemas, type Follow, type Written } from './schema.ts'

export function normalForm(document: Contract, followIn: (document: Contract) => Follow): Contract {
  const follow = followIn(document)
  const map = (schema: Written): Written => {
    // In OpenAPI 3.0 nothing beside a reference counts.
    if (schema.$ref !== undefined) return { $ref: schema.$ref }
    return mapParts(narrowed(withoutAllOf(schema, follow), follow), map)
  }
  const merged = mapSchemas(document, map)
  return withForms(merged, followIn(merged))
}
