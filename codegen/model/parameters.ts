// Parameters: those of path and operation together, each with how its text is read and written.
import type { OpenAPIV3 } from 'openapi-types'
import { examplesOf } from './media.ts'
import type { Ref, Resolver, Schema } from './references.ts'

const styles = ['simple', 'form', 'spaceDelimited', 'pipeDelimited', 'deepObject', 'label', 'matrix'] as const
export type Style = (typeof styles)[number]

export type Parameter = {
  name: string
  in: string
  required: boolean
  /** The value can identify a person, and stays out of the log. */
  isPersonal: boolean
  deprecated: boolean
  description: string
  schema: Schema | undefined
  example: unknown
  /** How lists and objects are written as text. */
  style: Style
  /** Each item or member has a text of its own. */
  explode: boolean
  /** The media type of a parameter that has `content`. */
  contentType: string | undefined
  /** How its text is read: as one value, a list, an object, or a text of JSON. */
  shape: 'scalar' | 'array' | 'object' | 'json'
  /** The items of a list are lists or objects. Each is a text of JSON, because OpenAPI gives them no other form. */
  hasJsonItems: boolean
  /** The type of the value, or of a list's items. */
  scalar: Scalar
  /** Other types that a text can be, where a union has them: `7` of text or a number is a number. */
  choices: Scalar[]
  written: OpenAPIV3.ParameterObject
}

export type Scalar = 'string' | 'integer' | 'number' | 'boolean'

/** OpenAPI gives these headers to other parts of a contract: media types and security. */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization'])

type Written = OpenAPIV3.ParameterObject | Ref

/** An operation's parameter takes the place of its path's parameter of the same name and place. */
export function mergedParameters(
  { follow }: Resolver,
  ofPath: Written[] = [],
  own: Written[] = [],
): OpenAPIV3.ParameterObject[] {
  const all = [...ofPath, ...own].map((parameter) => asPlaced(follow<OpenAPIV3.ParameterObject>(parameter)))
  const merged = new Map(all.map((parameter) => [`${parameter.in} ${nameOf(parameter)}`, parameter]))
  return [...merged.values()].filter((parameter) => !isIgnored(parameter))
}

/** A path without one of its parameters is another path. */
const asPlaced = (parameter: OpenAPIV3.ParameterObject) =>
  parameter.in === 'path' && parameter.required !== true ? { ...parameter, required: true } : parameter

/** The names of headers do not depend on case. */
const nameOf = ({ in: place, name }: OpenAPIV3.ParameterObject) => (place === 'header' ? name.toLowerCase() : name)

const isIgnored = ({ in: place, name }: OpenAPIV3.ParameterObject) =>
  place === 'header' && ignoredHeaders.has(name.toLowerCase())

export function parameterOf(resolver: Resolver, written: OpenAPIV3.ParameterObject): Parameter {
  const { name, in: place, required = false, deprecated = false, description = '', content, examples } = written
  const [[contentType, media] = []] = Object.entries(content ?? {})
  const writtenSchema = written.schema ?? media?.schema
  const schema = writtenSchema && resolver.schemaOf(writtenSchema)
  const example: unknown = written.example ?? media?.example
  const [first = schema?.example as unknown] = examplesOf(resolver, example, examples ?? media?.examples)
  const style = styleOf(written)
  const shape = contentType === undefined ? shapeOf(schema) : 'json'
  const value = shape === 'array' ? itemsOf(schema) : schema
  return {
    name,
    in: place,
    required,
    isPersonal: 'x-personal' in written,
    deprecated,
    description,
    schema,
    example: first,
    style,
    explode: written.explode ?? (style === 'form' || style === 'deepObject'),
    contentType,
    shape,
    hasJsonItems: shape === 'array' && isStructured(value),
    scalar: scalarOf(value),
    choices: choicesOf(value),
    written,
  }
}

function styleOf({ in: place, style }: OpenAPIV3.ParameterObject): Style {
  const known = styles.find((name) => name === style)
  return known ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple')
}

/** The schemas that a value can meet: the schema itself, and the branches of its compositions. */
function branchesOf(schema: Schema | undefined, open: Schema[] = []): Schema[] {
  if (!schema || open.includes(schema)) return []
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
  return [schema, ...parts.flatMap((part) => branchesOf(part, [...open, schema]))]
}

export function shapeOf(schema: Schema | undefined): Parameter['shape'] {
  const branches = branchesOf(schema)
  if (branches.some(({ type }) => type === 'array')) return 'array'
  return branches.some(({ type, properties }) => type === 'object' || properties) ? 'object' : 'scalar'
}

const isStructured = (schema: Schema | undefined) => schema !== undefined && shapeOf(schema) !== 'scalar'

const itemsOf = (schema: Schema | undefined) => branchesOf(schema).find(({ items }) => items)?.items

/** A value that can be text, stays text. An enum without a type says by its values what they are. */
export function scalarOf(schema: Schema | undefined): Scalar {
  const types = new Set(branchesOf(schema).flatMap(scalarTypes))
  if (types.has('string') || types.size === 0) return 'string'
  if (types.has('number')) return 'number'
  return types.has('integer') ? 'integer' : 'boolean'
}

/** The types of a union beside `scalarOf`. */
function choicesOf(schema: Schema | undefined): Scalar[] {
  const scalar = scalarOf(schema)
  const types = new Set(branchesOf(schema).flatMap(scalarTypes))
  return [...types].filter((type) => type !== scalar && !(scalar === 'number' && type === 'integer'))
}

function scalarTypes({ type, enum: values = [] }: Schema): Scalar[] {
  if (type === 'string' || type === 'integer' || type === 'number' || type === 'boolean') return [type]
  if (type !== undefined) return []
  return values.flatMap((value: unknown) => {
    if (typeof value === 'number') return Number.isInteger(value) ? ['integer' as const] : ['number' as const]
    return typeof value === 'boolean' ? ['boolean' as const] : typeof value === 'string' ? ['string' as const] : []
  })
}
