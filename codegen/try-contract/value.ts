// A value made from a schema, in variants: what a caller could send, to try a contract with. The model's samples are for people.
import { mergedOf } from './merged.ts'
import { fits } from '../model/fits.ts'
import type { Schema } from '../model/references.ts'
import { sampleNumber, sampleText } from './scalar.ts'

/** A request has no members that are read only, and an answer none that are write only. */
export type Direction = 'request' | 'answer'

/**
 * @property alternative Which part of each `oneOf` and `anyOf` is taken, from 0; it begins again after the last part.
 * @property nameOf The name of a schema of the contract, which a discriminator can ask for.
 * @property least Leaves out all members that are not required.
 */
export type SampleOptions = {
  alternative?: number
  least?: boolean
  nameOf?: (schema: Schema) => string | undefined
}

/** Below this depth members that are not required are left out. */
const maxDepth = 4

/** The value; undefined when the schema leads back to itself and cannot end. */
export function tryValue(schema: Schema | undefined, direction: Direction, options: SampleOptions = {}): unknown {
  return schema && valueOf(schema, { direction, ...options, depth: 0, open: [] })
}

type Way = SampleOptions & { direction: Direction; depth: number; open: readonly Schema[] }

function valueOf(written: Schema, way: Way): unknown {
  if (way.open.filter((schema) => schema === written).length > 1) return written.nullable ? null : undefined
  const below = { ...way, depth: way.depth + 1, open: [...way.open, written] }
  const whole = mergedOf(written)
  const isUnion = whole.oneOf !== undefined || whole.anyOf !== undefined
  const schema = alternativeOf(isUnion ? whole : withDiscriminator(whole, whole, written, way), way)
  const [given] = (schema.enum ?? []).filter((value: unknown) => value !== null) as unknown[]
  if (given !== undefined) return given
  if (schema.enum?.length) return null
  switch (schema.type ?? impliedType(schema)) {
    case 'object':
      return objectOf(schema, below)
    case 'array':
      return arrayOf(schema, below)
    case 'string':
      return sampleText(schema)
    case 'number':
    case 'integer':
      return sampleNumber(schema)
    case 'boolean':
      return typeof schema.example === 'boolean' ? schema.example : true
    case undefined:
      return schema.example ?? schema.default ?? (schema.nullable ? null : 'any value')
  }
}

/** The schema with one part of its union merged into it. */
function alternativeOf(schema: Schema, way: Way): Schema {
  const { alternative: at = 0 } = way
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const { [keyword]: parts, ...own } = schema
    if (!Array.isArray(parts) || parts.length === 0) continue
    // Safe cast: the resolver has resolved the parts.
    const part = parts[at % parts.length]
    if (!part) continue
    const value = mergedOf({ allOf: [own, part] as Schema['allOf'] & object })
    return alternativeOf(withDiscriminator(value, schema, part, way), way)
  }
  return schema
}

/** The value says by its discriminator which schema it fits. `base` names the discriminator, and `part` is that schema. */
function withDiscriminator(value: Schema, { discriminator }: Schema, part: Schema, { nameOf }: Way): Schema {
  const name = nameOf?.(part)
  if (!discriminator || name === undefined || name === '') return value
  const { propertyName, mapping = {} } = discriminator
  const [mapped] = Object.entries(mapping).find(([, target]) => target.split('/').at(-1) === name) ?? []
  const member: Schema = { type: 'string', enum: [mapped ?? name] }
  return { ...value, properties: { ...value.properties, [propertyName]: member } }
}

const impliedType = ({ properties, additionalProperties, items }: Schema): Schema['type'] => {
  if (items) return 'array'
  return properties || typeof additionalProperties === 'object' ? 'object' : undefined
}

function objectOf(schema: Schema, way: Way): Record<string, unknown> | undefined {
  const { properties = {}, required = [], additionalProperties, minProperties = 0, maxProperties = Infinity } = schema
  const value: Record<string, unknown> = {}
  // Required members come first, so that no optional one takes their place.
  const names = [...required, ...Object.keys(properties).filter((name) => !required.includes(name))]
  for (const name of new Set(names)) {
    const member = properties[name] && mergedOf(properties[name])
    const isRequired = required.includes(name)
    if (member && isHidden(member, way.direction)) continue
    if (!isRequired && (way.least === true || way.depth > maxDepth) && Object.keys(value).length >= minProperties)
      continue
    if (Object.keys(value).length >= maxProperties) break
    const made = properties[name] ? valueOf(properties[name], way) : 'any value'
    if (made === undefined && isRequired) return undefined
    if (made !== undefined) value[name] = made
  }
  const map = typeof additionalProperties === 'object' ? additionalProperties : undefined
  const wanted = Math.max(minProperties, map && way.least !== true && way.depth <= maxDepth ? 1 : 0)
  for (let n = 1; Object.keys(value).length < Math.min(wanted, maxProperties) && n <= wanted; n++) {
    if (additionalProperties === false) break
    const made = map ? valueOf(map, way) : 'any value'
    if (made !== undefined) value[`key${n}`] = made
  }
  return value
}

const isHidden = ({ readOnly, writeOnly }: Schema, direction: Direction) =>
  direction === 'request' ? readOnly === true : writeOnly === true

function arrayOf({ items, minItems = 0, maxItems = Infinity, uniqueItems }: Schema, way: Way): unknown[] | undefined {
  const count = Math.min(Math.max(minItems, way.least === true ? 0 : 1), maxItems)
  if (count === 0) return []
  const item = items ? valueOf(items, way) : 'any value'
  if (item === undefined) return minItems === 0 ? [] : undefined
  if (!uniqueItems) return Array.from({ length: count }, () => item)
  return Array.from({ length: count }, (_, at) => distinct(item, at, items))
}

/** Items of a set differ from each other. */
function distinct(item: unknown, at: number, items: Schema | undefined): unknown {
  const schema = items && mergedOf(items)
  const values = schema?.enum as unknown[] | undefined
  if (values) return values[at % values.length]
  if (at === 0) return item
  if (typeof item === 'number') return item + at * (schema?.multipleOf ?? 1)
  if (typeof item === 'string') return distinctText(item, at, schema)
  const members = Object.entries(Object(item) as Record<string, unknown>)
  const told = members.find(([, member]) => typeof member === 'string' || typeof member === 'number')
  if (Array.isArray(item) || !told) return item
  return { ...Object(item), [told[0]]: distinct(told[1], at, schema?.properties?.[told[0]]) }
}

/** The text with a digit or a letter more, or in the place of its last one: the first that the schema takes. */
function distinctText(text: string, at: number, schema: Schema = {}): string {
  const signs = [String(at), 'abcdefghijkl'.charAt(at), 'ABCDEFGHIJKL'.charAt(at)]
  const longer = schema.format === undefined ? signs.map((sign) => text + sign) : []
  const candidates = [...longer, ...signs.map((sign) => text.slice(0, -1) + sign)]
  return candidates.find((candidate) => fits(schema, candidate)) ?? text
}
