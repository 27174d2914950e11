// References to places outside components: the place becomes a component, so that generated code has a name for it.
import type { Contract } from '../contract.ts'
import { isData, isMap } from './keywords.ts'
import { stepsOf } from './pointer.ts'
import { someNode, type Node } from './some-node.ts'

/** The document, in which every reference names a component. */
export function withNamedReferences(document: Contract): Contract {
  if (!someNode(document, ({ $ref }) => typeof $ref === 'string' && !isComponent($ref))) return document
  const root = document as unknown as Node
  const schemas = { ...document.components?.schemas } as Node
  const names = new Map<string, string>()
  // Safe cast: the compiler does not see that a function changes it.
  let isChanged = false as boolean

  /** The name of the component that holds a copy of the place. */
  const nameOf = (reference: string): string => {
    const known = names.get(reference)
    if (known !== undefined) return known
    const words = stepsOf(reference).flatMap((step) => step.match(/[A-Za-z0-9]+/g) ?? [])
    const own = words.filter((word) => !['components', 'schemas', 'properties'].includes(word))
    const wanted = own.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') || 'Part'
    const name = [wanted, ...Array.from({ length: names.size + 1 }, (_, at) => `${wanted}${at + 2}`)].find(
      (free) => !(free in schemas),
    )
    const chosen = name ?? wanted
    names.set(reference, chosen)
    // The place can lead to itself, so its name is known before its copy is made.
    schemas[chosen] = {}
    schemas[chosen] = renamed(targetOf(root, reference), true)
    return chosen
  }

  const renamed = (node: unknown, isSchema: boolean, isNamed = false): unknown => {
    if (Array.isArray(node)) return node.map((item) => renamed(item, isSchema))
    if (typeof node !== 'object' || node === null) return node
    const { $ref } = node as Node
    if (!isNamed && typeof $ref === 'string' && !isComponent($ref)) {
      isChanged = true
      if (!isSchema) return renamed(targetOf(root, $ref), false)
      return { $ref: `#/components/schemas/${nameOf($ref)}` }
    }
    const entries = Object.entries(node).map(([key, value]) => {
      if (!isNamed && isData(key)) return [key, value] as const
      const leadsToSchema = isNamed ? isSchema : schemaKeywords.has(key)
      return [key, renamed(value, leadsToSchema, !isNamed && isMap(key, value))] as const
    })
    return Object.fromEntries(entries)
  }

  const copy = renamed(document, false) as Contract
  // A parameter or an answer is copied to its place: it needs no name.
  if (!isChanged) return document
  const components = copy.components ?? {}
  // Safe cast: the copies are schemas, because schemas alone refer to them.
  return {
    ...copy,
    components: { ...components, schemas: { ...components.schemas, ...added(schemas, names) } },
  } as Contract
}

const added = (schemas: Node, names: Map<string, string>) =>
  Object.fromEntries([...names.values()].map((name) => [name, schemas[name]]))

const isComponent = (reference: string) => /^#\/components\/[^/]+\/[^/]+$/.test(reference)

/** The value is a schema, a list of schemas, or a map of them. */
const schemaKeywords = new Set([
  ...['schema', 'schemas', 'properties', 'items', 'additionalProperties', 'not', 'allOf', 'anyOf', 'oneOf'],
])

function targetOf(root: Node, reference: string): unknown {
  const target = stepsOf(reference).reduce<unknown>((node, step) => {
    const { [step]: next } = Object(followed(root, node)) as Node
    return next
  }, root)
  return followed(root, target)
}

/** A pointer can lead through a reference. */
function followed(root: Node, node: unknown): unknown {
  const { $ref } = Object(node) as Node
  return typeof $ref === 'string' && $ref.startsWith('#/') ? targetOf(root, $ref) : node
}
