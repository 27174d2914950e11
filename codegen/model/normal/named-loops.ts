// Merged parts that contain the very schema that merges them: it becomes a component, to which they can refer.
import type { Contract } from '../../contract.ts'
import { componentName, referenceTo, type Written } from './schema.ts'

export type NamedLoops = {
  /** The schema with its parts merged, or a reference to it where it contains itself. */
  merged: (schema: Written) => Written
  /** The components that were made. */
  components: Record<string, Written>
}

/** @param merge Merges the parts of a schema, and those of the schemas in it by `merged`. */
export function namedLoops(document: Contract, merge: (schema: Written) => Written): NamedLoops {
  const components: Record<string, Written> = {}
  const taken = document.components?.schemas ?? {}
  /** The schemas that are being merged, by their texts, with the names of those that were met again. */
  const open = new Map<string, string | undefined>()
  const merged = (schema: Written): Written => {
    const text = JSON.stringify(schema)
    if (open.has(text)) {
      const name = open.get(text) ?? freeName(schema, { ...taken, ...components }, [...open.values()])
      open.set(text, name)
      return { $ref: referenceTo(name) }
    }
    open.set(text, undefined)
    const whole = merge(schema)
    const name = open.get(text)
    open.delete(text)
    if (name === undefined) return whole
    components[name] = whole
    return { $ref: referenceTo(name) }
  }
  return { merged, components }
}

/** `PetPart`, for a schema with the parts of a pet. */
function freeName({ allOf = [] }: Written, taken: object, open: (string | undefined)[]): string {
  const [part = ''] = allOf.flatMap(({ $ref }) => componentName($ref) ?? [])
  const names = [
    `${part}Part`,
    ...Array.from({ length: open.length + Object.keys(taken).length }, (_, at) => `${part}Part${at + 2}`),
  ]
  return names.find((name) => !(name in taken) && !open.includes(name)) ?? `${part}Part`
}

export function withComponents(document: Contract, components: Record<string, Written>): Contract {
  if (Object.keys(components).length === 0) return document
  const schemas = { ...document.components?.schemas, ...components }
  // Safe cast: these are schemas of OpenAPI 3.0.
  return { ...document, components: { ...document.components, schemas: schemas as never } }
}
