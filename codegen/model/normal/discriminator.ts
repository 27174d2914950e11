// Narrows the branches of a union with a discriminator: each branch says which values of that member are its own.
import { isObject, type Follow, type Written } from './schema.ts'
import { fullSchema } from './merge.ts'

/** OpenAPI calls the discriminator a hint; here it is a promise, so that validators and types tell branches apart. */
export function narrowed(schema: Written, follow: Follow): Written {
  const { discriminator } = schema
  if (!discriminator || typeof discriminator.propertyName !== 'string') return schema
  const { propertyName, mapping = {} } = discriminator
  const narrow = (branch: Written): Written => {
    if (branch.$ref === undefined) return branch
    const values = valuesFor(branch.$ref, mapping)
    const target = fullSchema(branch, follow)
    const member = target.properties?.[propertyName]
    const own = member && fullSchema(member, follow).enum
    const isClosed = target.additionalProperties === false && !member
    // The branch may name its values itself. Where they are others than the mapping's, the branch is right.
    const shared = own?.filter((value) => values.includes(String(value)))
    if (isClosed || (own && (shared?.length === 0 || shared?.length === own.length))) return branch
    const narrower = { type: 'object', properties: { [propertyName]: { type: 'string', enum: shared ?? values } } }
    return { allOf: [branch, { ...narrower, required: [propertyName] }] }
  }
  return {
    ...schema,
    ...(schema.oneOf && { oneOf: schema.oneOf.map(narrow) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(narrow) }),
  }
}

/** The mapping's names for the schema, or the schema's own name. */
function valuesFor(reference: string, mapping: Record<string, string>): string[] {
  const name = reference.split('/').at(-1) ?? ''
  const mapped = Object.entries(isObject(mapping) ? mapping : {}).flatMap(([value, target]) =>
    target === reference || target === name ? [value] : [],
  )
  return mapped.length > 0 ? mapped : [name]
}
