// The normal form of a document, which the model reads: no `allOf` that can be merged, and schemas in two forms.
import type { Contract } from '../../contract.ts'
import { narrowed } from './discriminator.ts'
import { withForms } from './forms.ts'
import { withoutAllOf } from './merge.ts'
import { namedLoops, withComponents } from './named-loops.ts'
import { componentName, mapParts, mapSchemas, type Follow, type Written } from './schema.ts'

export function normalForm(document: Contract, followIn: (document: Contract) => Follow): Contract {
  const follow = followIn(document)
  const open: string[] = []
  const inPlace = (reference: string): Written => {
    if (open.includes(reference)) throw new Error(`${reference} contains itself; only a schema of components may`)
    open.push(reference)
    const mapped = map(follow(reference))
    open.pop()
    return mapped
  }
  const map = (schema: Written): Written => {
    const { $ref: reference } = schema
    // In OpenAPI 3.0 nothing beside a reference counts. Only components have names that others can refer to.
    if (reference !== undefined)
      return componentName(reference) === undefined ? inPlace(reference) : { $ref: reference }
    return schema.allOf ? loops.merged(schema) : inner(schema)
  }
  const inner = (schema: Written) => mapParts(withDistinctValues(narrowed(withoutAllOf(schema, follow), follow)), map)
  const loops = namedLoops(document, inner)
  const merged = withComponents(mapSchemas(document, map), loops.components)
  return withForms(merged, followIn(merged))
}

/** Each value of an enum once: Ajv takes no others. */
function withDistinctValues(schema: Written): Written {
  const { enum: values } = schema
  if (!Array.isArray(values)) return schema
  const texts = values.map((value) => JSON.stringify(value))
  return { ...schema, enum: values.filter((_, at) => texts.indexOf(texts[at] ?? '') === at) }
}
