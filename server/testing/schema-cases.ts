// Values at the edges of a schema: what it must take and what it must refuse, each for one named reason.
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { Schema } from './contract-operations.ts'

/** A whole value that differs from a good one at `pointer` alone. */
export type SchemaCase = { kind: string; pointer: string; value: unknown; fits: boolean }

const ajv = addFormats.default(new Ajv({ strict: false, strictNumbers: true, allErrors: true }))

export const fits = (schema: Schema, value: unknown): boolean => ajv.validate(schema, value)

/** Names that JavaScript's objects have already, or that DynamoDB uses in its own JSON. */
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

/** Texts of each format. A format that is not here stops the tests: it needs its own. */
const formats: Record<string, { good: string[]; bad: string[] }> = {
  date: {
    good: ['2024-02-29', '2000-02-29'],
    bad: ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-1-1'],
  },
  uuid: { good: ['123e4567-e89b-12d3-a456-426614174000'], bad: ['123e4567e89b12d3a456426614174000', 'x'] },
}

const otherTypes: [type: string, value: unknown][] = [
  ['null', null],
  ['boolean', true],
  ['string', 'text'],
  ['string', '1'],
  ['integer', 7],
  ['array', []],
  ['object', {}],
]

/** @param good A value that fits the schema, with every member if it is an object. */
export function casesOf(schema: Schema, good: unknown): SchemaCase[] {
  const wrongTypes = otherTypes
    .filter(([type]) => type !== schema.type && !(type === 'integer' && schema.type === 'number'))
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

/** A value that fits: the example where there is one, with every member that the schema names. */
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
  if (schema.type === 'string') return formats[schema.format ?? '']?.good[0] ?? stretch(schema, 'sample', 6)
  return schema.minimum ?? 1
}

const refused = (kind: string, value: unknown): SchemaCase => ({ kind, pointer: '', value, fits: false })
const accepted = (kind: string, value: unknown): SchemaCase => ({ kind, pointer: '', value, fits: true })

function enumCases(values: unknown[]): SchemaCase[] {
  const wrong = values.flatMap((value) => [`${String(value)} `, String(value).toUpperCase()])
  return [
    ...values.map((value) => accepted('enum', value)),
    ...['nope', '', ...wrong].map((one) => refused('enum', one)),
  ]
}

function stringCases(schema: Schema, good: string): SchemaCase[] {
  const { minLength = 0, maxLength, pattern, format } = schema
  const bounded = maxLength === undefined ? [] : [accepted('maxLength', stretch(schema, good, maxLength))]
  // Lengths are counted in characters, not in the two halves that JavaScript makes of some.
  const wide = maxLength === undefined ? [] : [accepted('maxLength in characters', '🎈'.repeat(maxLength))]
  const broken = [' ', '\t', '/', '\u0001', '\u007f', '🎈', `${good}\n`, ` ${good}`, `${good} `, '-', 'a,b', '']
  const known = format === undefined ? undefined : formats[format]
  if (format !== undefined && !known) throw new Error(`There are no texts for the format ${format}.`)
  return [
    ...bounded,
    ...wide,
    accepted('minLength', stretch(schema, good, Math.max(minLength, 1))),
    accepted('minLength', ''),
    ...(known?.good.map((text) => accepted('format', text)) ?? []),
    // What a pattern forbids besides is left out here; whether it forbids it, the next lines ask.
  ]
    .filter(({ value }) => fits(schema, value))
    .concat(
      minLength > 0 ? refused('minLength', good.slice(0, minLength - 1)) : [],
      maxLength === undefined ? [] : refused('maxLength', good.padEnd(maxLength + 1, 'a')),
      pattern === undefined
        ? []
        : broken.filter((text) => !new RegExp(pattern, 'u').test(text)).map((text) => refused('pattern', text)),
      known?.bad.map((text) => refused('format', text)) ?? [],
    )
}

/** A text of this length that fits if one of its kind does. */
function stretch(schema: Schema, good: string, length: number): string {
  const candidates = [good.slice(0, length).padEnd(length, good.at(-1)), 'a'.repeat(length), '0'.repeat(length)]
  return candidates.find((text) => fits(schema, text)) ?? good
}

function numberCases({ type, minimum, maximum }: Schema): SchemaCase[] {
  const step = type === 'integer' ? 1 : 0.01
  const beside = (bound: number, by: number) => Math.round((bound + by) * 100) / 100
  return [
    ...(minimum === undefined
      ? []
      : [accepted('minimum', minimum), refused('minimum', beside(minimum, -step)), refused('minimum', -1e300)]),
    ...(maximum === undefined
      ? []
      : [accepted('maximum', maximum), refused('maximum', beside(maximum, step)), refused('maximum', 1e300)]),
    ...(type === 'integer' ? [refused('integer', (minimum ?? 0) + 0.5)] : []),
  ]
}

function arrayCases({ items = {}, minItems = 0, maxItems }: Schema, good: unknown[]): SchemaCase[] {
  const [first = sampleOf(items)] = good
  // The example again and again, since its items may follow upon each other.
  const long = (length: number) => Array.from({ length }, (_, n) => (good.length > 0 ? good[n % good.length] : first))
  return [
    accepted('minItems', long(minItems)),
    ...(minItems > 0 ? [refused('minItems', long(minItems - 1))] : []),
    ...(maxItems === undefined ? [] : [accepted('maxItems', long(maxItems)), refused('maxItems', long(maxItems + 1))]),
    ...casesOf(items, first).map((one) => within('0', one, (value) => [value, ...good.slice(1)])),
  ]
}

function objectCases(schema: Schema, good: Record<string, unknown>): SchemaCase[] {
  const { properties = {}, required = [], additionalProperties, minProperties = 0, maxProperties } = schema
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([one]) => one !== name))
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
      casesOf(member, good[name]).map((one) => within(name, one, (value) => ({ ...good, [name]: value }))),
    ),
    ...(open
      ? casesOf(open, sampleOf(open)).map((one) => within('member', one, (value) => ({ ...good, member: value })))
      : []),
  ]
}

function within(step: string, { pointer, value, ...rest }: SchemaCase, whole: (value: unknown) => unknown): SchemaCase {
  return { ...rest, pointer: `/${step}${pointer}`, value: whole(value) }
}
