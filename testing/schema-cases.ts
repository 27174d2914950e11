// Values at the limits of a schema, which it must accept or refuse, each for one named reason.
import type { Schema } from './contract-operations.ts'
import { accepted, enumCases, numberCases, refused, sampleText, stringCases, type SchemaCase } from './scalar-cases.ts'

/** Names that every JavaScript object has, or that DynamoDB uses in its own JSON. */
const inherited = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'toJSON',
  'then',
  'length',
  'S',
  'M',
  'NULL',
]

const otherTypes: [type: string, value: unknown][] = [
  ['null', null],
  ['boolean', true],
  ['string', 'text'],
  ['string', '1'],
  ['integer', 7],
  ['array', []],
  ['object', {}],
]

/** @param good A value that fits the schema. An object has every member. */
export function casesOf(schema: Schema, good: unknown): SchemaCase[] {
  const wrongTypes = otherTypes
    .filter(([type]) => type !== schema.type && !(type === 'integer' && schema.type === 'number'))
    .filter(([type]) => !(type === 'null' && schema.nullable === true))
    .map(([, value]) => refused('type', value))
  if (schema.enum) return [...wrongTypes, ...enumCases(schema.enum)]
  switch (schema.type) {
    case 'string':
      return [...wrongTypes, ...stringCases(schema, String(good))]
    case 'integer':
    case 'number':
      return [...wrongTypes, ...numberCases(schema)]
    case 'array':
      return [...wrongTypes, ...arrayCases(schema, good as unknown[])]
    case 'object':
      return [...wrongTypes, ...objectCases(schema, good as Record<string, unknown>)]
    case 'boolean':
    case undefined:
    default:
      return wrongTypes
  }
}

/** A value that fits, made from the example if there is one. It has every member of the schema. */
export function sampleOf(schema: Schema, examples: unknown[] = []): unknown {
  const [example = schema.example as unknown] = examples
  if (schema.type === 'object') {
    const given = Object.assign({}, ...examples, schema.example) as Record<string, unknown>
    const missing = Object.entries(schema.properties ?? {}).filter(([name]) => !(name in given))
    return { ...given, ...Object.fromEntries(missing.map(([name, member]) => [name, sampleOf(member)])) }
  }
  if (example !== undefined) return example
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'array') return []
  if (schema.type === 'boolean') return true
  if (schema.type === 'string') return sampleText(schema)
  return schema.minimum ?? 1
}

function arrayCases({ items = {}, minItems = 0, maxItems }: Schema, good: unknown[]): SchemaCase[] {
  const [first = sampleOf(items)] = good
  // Repeats the whole example, because the order of its items may matter.
  const long = (length: number) => Array.from({ length }, (_, n) => (good.length > 0 ? good[n % good.length] : first))
  return [
    accepted('minItems', long(minItems)),
    ...(minItems > 0 ? [refused('minItems', long(minItems - 1))] : []),
    ...(maxItems === undefined ? [] : [accepted('maxItems', long(maxItems)), refused('maxItems', long(maxItems + 1))]),
    ...casesOf(items, first).map((edge) => within('0', edge, (value) => [value, ...good.slice(1)])),
  ]
}

function objectCases(schema: Schema, good: Record<string, unknown>): SchemaCase[] {
  const { properties = {}, required = [], additionalProperties, minProperties = 0, maxProperties } = schema
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([member]) => member !== name))
  const open = typeof additionalProperties === 'object' ? additionalProperties : undefined
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${n}`, sampleOf(open ?? {})]))
  const names = Object.keys(properties)
  return [
    ...names.map((name) =>
      required.includes(name)
        ? { ...refused('required', without(name)), pointer: `/${name}` }
        : { ...accepted('optional', without(name)), fits: names.length > 1 || minProperties === 0 },
    ),
    ...(additionalProperties === false
      ? ['zzz', 'constructor', 'toString', ''].map((name) => ({
          ...refused('unknown member', { ...good, [name]: 1 }),
          pointer: `/${name}`,
        }))
      : []),
    ...(minProperties > 0 ? [refused('minProperties', {})] : []),
    ...(open
      ? [
          accepted('minProperties', {}),
          ...inherited.map((name) => accepted('odd name', { ...good, [name]: sampleOf(open) })),
        ]
      : []),
    ...(maxProperties === undefined || !open
      ? []
      : [accepted('maxProperties', many(maxProperties)), refused('maxProperties', many(maxProperties + 1))]),
    ...Object.entries(properties).flatMap(([name, member]) =>
      casesOf(member, good[name]).map((edge) => within(name, edge, (value) => ({ ...good, [name]: value }))),
    ),
    ...(open
      ? casesOf(open, sampleOf(open)).map((edge) => within('member', edge, (value) => ({ ...good, member: value })))
      : []),
  ]
}

function within(step: string, { pointer, value, ...rest }: SchemaCase, whole: (value: unknown) => unknown): SchemaCase {
  return { ...rest, pointer: `/${step}${pointer}`, value: whole(value) }
}
