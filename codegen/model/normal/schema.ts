// A schema as the document writes it, and the walk through the schemas in it and in the document.
import type { Contract } from '../../contract.ts'
import { methods } from '../../contract.ts'

/** Its members are those of OpenAPI 3.0 that the normal form reads, and any other. */
export type Written = {
  $ref?: string
  type?: string
  nullable?: boolean
  enum?: unknown[]
  required?: string[]
  properties?: Record<string, Written>
  additionalProperties?: boolean | Written
  items?: Written
  allOf?: Written[]
  anyOf?: Written[]
  oneOf?: Written[]
  not?: Written
  discriminator?: { propertyName: string; mapping?: Record<string, string> }
  default?: unknown
  readOnly?: boolean
  writeOnly?: boolean
  [keyword: string]: unknown
}

export type Follow = (reference: string) => Written

/** Whose schema it is: what callers send, what they get, or what both can refer to. */
export type Side = 'request' | 'answer' | 'component'

const compositions = ['allOf', 'anyOf', 'oneOf'] as const

/** A copy in which each schema directly below this one is mapped. */
export function mapParts(schema: Written, map: (part: Written) => Written): Written {
  const copy = { ...schema }
  if (schema.properties) copy.properties = mapRecord(schema.properties, map)
  if (isObject(schema.additionalProperties)) copy.additionalProperties = map(schema.additionalProperties)
  if (schema.items) copy.items = map(schema.items)
  if (schema.not) copy.not = map(schema.not)
  for (const keyword of compositions) {
    const parts = schema[keyword]
    if (parts) copy[keyword] = parts.map(map)
  }
  return copy
}

/** The schemas directly below this one. */
export function partsOf({ properties, additionalProperties, items, not, allOf, anyOf, oneOf }: Written): Written[] {
  const single = [additionalProperties, items, not].filter(isObject)
  return [...Object.values(properties ?? {}), ...single, ...(allOf ?? []), ...(anyOf ?? []), ...(oneOf ?? [])]
}

export const isObject = <T>(value: T): value is Exclude<T, boolean | undefined> =>
  typeof value === 'object' && value !== null

export const mapRecord = <T, R>(record: Record<string, T>, map: (value: T, name: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]))

const prefix = '#/components/schemas/'

/** The name of the component that a reference leads to; undefined for any other place. */
export function componentName(reference: string | undefined): string | undefined {
  return reference?.slice(prefix.length).includes('/') ? undefined : componentAround(reference)
}

/** The name of the component that a reference leads to, or leads into. */
function componentAround(reference: string | undefined): string | undefined {
  if (!reference?.startsWith(prefix)) return undefined
  const [name = ''] = reference.slice(prefix.length).split('/')
  return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~')
}

export const referenceTo = (name: string) =>
  prefix + encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))

/** The schema and each schema below it, without following references. */
export function* below(schema: Written): Generator<Written> {
  yield schema
  for (const part of partsOf(schema)) yield* below(part)
}

export const namesBelow = (schema: Written) => [...below(schema)].flatMap(({ $ref }) => componentName($ref) ?? [])

/** The names of the components that these schemas refer to, at any distance. */
export function reachedFrom(roots: Written[], schemas: Record<string, Written>): Set<string> {
  const namesIn = (schema: Written) => [...below(schema)].flatMap(({ $ref }) => componentAround($ref) ?? [])
  const names = new Set(roots.flatMap(namesIn))
  for (const name of names) for (const next of namesIn(schemas[name] ?? {})) names.add(next)
  return names
}

/** The names of the schemas in which the test is true, or in a schema that they refer to. */
export function namesReaching(schemas: Record<string, Written>, test: (schema: Written) => boolean): Set<string> {
  const users = new Map<string, string[]>()
  for (const [name, schema] of Object.entries(schemas))
    for (const target of namesBelow(schema)) users.set(target, [...(users.get(target) ?? []), name])
  const found = new Set(Object.keys(schemas).filter((name) => [...below(schemas[name] ?? {})].some(test)))
  for (const name of found) for (const user of users.get(name) ?? []) found.add(user)
  return found
}

type Node = Record<string, unknown>
type MapSchema = (schema: Written, side: Side) => Written

/** A copy of the document in which every schema is mapped that an operation or a component has. */
export function mapSchemas(document: Contract, map: MapSchema): Contract {
  const inAll = (node: unknown, each: (value: Node) => Node) =>
    isNode(node) ? mapRecord(node, (value) => (isNode(value) && !('$ref' in value) ? each(value) : value)) : node
  const schema = (node: Node, side: Side) => (isNode(node.schema) ? { ...node, schema: map(node.schema, side) } : node)
  const content = (node: Node, side: Side): Node =>
    'content' in node ? { ...node, content: inAll(node.content, (media) => schema(media, side)) } : node
  const parameter = (node: Node) => content(schema(node, 'request'), 'request')
  const body = (node: Node) => content(node, 'request')
  const header = (node: Node) => content(schema(node, 'answer'), 'answer')
  const response = (node: Node): Node => ({
    ...content(node, 'answer'),
    ...('headers' in node && { headers: inAll(node.headers, header) }),
  })
  const parameters = (node: Node): Node => {
    if (!Array.isArray(node.parameters)) return node
    const list = node.parameters as Node[]
    return { ...node, parameters: list.map((one) => ('$ref' in one ? one : parameter(one))) }
  }
  const operation = (node: Node): Node => ({
    ...parameters(node),
    ...(isNode(node.requestBody) && !('$ref' in node.requestBody) && { requestBody: body(node.requestBody) }),
    ...('responses' in node && { responses: inAll(node.responses, response) }),
  })
  const pathItem = (node: Node): Node => {
    const own = methods.flatMap((method) => {
      const found = node[method]
      return isNode(found) ? [[method, operation(found)] as const] : []
    })
    return { ...parameters(node), ...Object.fromEntries(own) }
  }
  const section = { parameters: parameter, requestBodies: body, responses: response, headers: header }
  const components = document.components as Node | undefined
  // Safe cast: the copy has the document's structure.
  return {
    ...document,
    paths: inAll(document.paths, pathItem),
    ...(components && {
      components: mapRecord(components, (value, name) => {
        if (name === 'schemas') return mapRecord(value as Record<string, Written>, (one) => map(one, 'component'))
        const each = section[name as keyof typeof section] as ((node: Node) => Node) | undefined
        return each ? inAll(value, each) : value
      }),
    }),
    ...(document['x-events'] && {
      'x-events': document['x-events'].map((event) => ({ ...event, detail: map(event.detail as Written, 'answer') })),
    }),
  } as Contract
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
