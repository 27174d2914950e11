// The contract as OpenAPI 3.1, whose schemas are JSON Schema 2020-12.

type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const mapped = (value: unknown, change: (item: unknown) => unknown): unknown =>
  isNode(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item)])) : value
const listed = (value: unknown, change: (item: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map(change) : value

export function toOpenApi31(document: object): Node {
  const converted = inDocument(document) as Node
  return { ...converted, openapi: '3.1.0', jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' }
}

/** Members whose value is data: nothing in them is a schema, whatever its names are. */
const data = new Set(['example', 'examples', 'default', 'enum', 'value'])

function inDocument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inDocument)
  if (!isNode(value)) return value
  // A reference has no other members, except in 3.1 a summary and a description, which 3.0 ignored.
  if (typeof value.$ref === 'string') return { $ref: value.$ref }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (name.startsWith('x-')) return [name, name === 'x-events' ? listed(item, inEvent) : item]
      if (name === 'schema') return [name, toSchema31(item)]
      if (name === 'schemas') return [name, mapped(item, toSchema31)]
      return [name, data.has(name) ? item : inDocument(item)]
    }),
  )
}

const inEvent = (event: unknown) => (isNode(event) ? { ...event, detail: toSchema31(event.detail) } : event)

const ofSchemas = new Set(['allOf', 'anyOf', 'oneOf'])
const ofSchema = new Set(['items', 'not', 'additionalProperties'])

export function toSchema31(schema: unknown): unknown {
  if (!isNode(schema)) return schema
  // 3.0 ignores what stands beside a reference, and 3.1 does not.
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref }
  const { nullable, minimum, maximum, exclusiveMinimum, exclusiveMaximum, example, format, type, ...rest } = schema
  const kept = Object.entries(rest).map(([name, value]) => {
    if (name === 'properties') return [name, mapped(value, toSchema31)]
    if (ofSchemas.has(name)) return [name, listed(value, toSchema31)]
    return [name, ofSchema.has(name) ? toSchema31(value) : value]
  })
  // Without a type in the same schema, `nullable` has no effect.
  const isNullable = nullable === true && typeof type === 'string'
  return {
    ...(type !== undefined && { type: isNullable ? [type, 'null'] : type }),
    ...formatOf(type, format),
    ...(Object.fromEntries(kept) as Node),
    ...bound('minimum', 'exclusiveMinimum', minimum, exclusiveMinimum),
    ...bound('maximum', 'exclusiveMaximum', maximum, exclusiveMaximum),
    ...(example !== undefined && { examples: [example] }),
  }
}

function bound(name: string, exclusive: string, value: unknown, isExclusive: unknown): Node {
  if (value === undefined) return {}
  return isExclusive === true ? { [exclusive]: value } : { [name]: value }
}

/** Bytes are described by how they are written, not by a format. */
function formatOf(type: unknown, format: unknown): Node {
  if (format === undefined) return {}
  if (type === 'string' && format === 'byte') return { contentEncoding: 'base64' }
  if (type === 'string' && format === 'binary') return { contentMediaType: 'application/octet-stream' }
  return { format }
}
