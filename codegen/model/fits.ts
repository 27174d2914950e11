// Whether a value is valid against a resolved schema, for values of which codegen makes examples.
import { expressionOf } from './sample-text.ts'
import type { Schema } from './references.ts'

/** A schema may contain itself, but a value ends. */
export function fits(schema: Schema, value: unknown): boolean {
  if (value === null) return fitsNull(schema)
  return (
    hasType(schema, value) &&
    (schema.enum?.some((allowed) => JSON.stringify(allowed) === JSON.stringify(value)) ?? true) &&
    (typeof value !== 'string' || fitsText(schema, value)) &&
    (typeof value !== 'number' || fitsNumber(schema, value)) &&
    (!Array.isArray(value) || fitsList(schema, value)) &&
    (!isObject(value) || fitsObject(schema, value)) &&
    fitsBranches(schema, value)
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a schema has no type, its branches say whether they take null. */
const fitsNull = (schema: Schema): boolean =>
  schema.nullable === true ||
  schema.enum?.includes(null) === true ||
  (schema.type === undefined && schema.enum === undefined && fitsBranches(schema, null))

function hasType({ type }: Schema, value: unknown): boolean {
  if (type === undefined) return true
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

const fitsText = ({ minLength = 0, maxLength = Infinity, pattern, format }: Schema, value: string) => {
  const { length } = Array.from(value)
  return (
    length >= minLength &&
    length <= maxLength &&
    (pattern === undefined || expressionOf(pattern)?.test(value) !== false) &&
    (formats.get(format ?? '')?.test(value) ?? true)
  )
}

/** What the server's validators ask of the formats, where a wrong example is likely. */
const formats = new Map([
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['date-time', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/],
  ['time', /^\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/],
  ['uuid', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ['uri', /^[a-z][a-z\d+.-]*:\S+$/i],
  ['ipv4', /^(?:\d{1,3}\.){3}\d{1,3}$/],
  ['ipv6', /^[\da-f:.]+$/i],
  ['hostname', /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i],
  ['byte', /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/],
])

/** `exclusiveMinimum` is true beside a minimum, or is the bound itself. */
export function boundsOf({ minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below }: Schema) {
  const [from, to] = [minimum ?? -Infinity, maximum ?? Infinity]
  return {
    from: typeof above === 'number' ? Math.max(from, above) : from,
    to: typeof below === 'number' ? Math.min(to, below) : to,
    isOpenBelow: above === true || (typeof above === 'number' && above >= from),
    isOpenAbove: below === true || (typeof below === 'number' && below <= to),
  }
}

function fitsNumber(schema: Schema, value: number): boolean {
  const { from, to, isOpenBelow, isOpenAbove } = boundsOf(schema)
  const { multipleOf } = schema
  return (
    (isOpenBelow ? value > from : value >= from) &&
    (isOpenAbove ? value < to : value <= to) &&
    (multipleOf === undefined || isWhole(value / multipleOf))
  )
}

/** 19.99 / 0.01 is 1998.9999999999998. */
const isWhole = (quotient: number) =>
  Math.abs(quotient - Math.round(quotient)) <= 1e-9 * Math.max(1, Math.abs(quotient))

const fitsList = ({ items, minItems = 0, maxItems = Infinity, uniqueItems }: Schema, value: unknown[]) =>
  value.length >= minItems &&
  value.length <= maxItems &&
  (uniqueItems !== true || new Set(value.map((item) => JSON.stringify(item))).size === value.length) &&
  value.every((item) => !items || fits(items, item))

function fitsObject(schema: Schema, value: Record<string, unknown>): boolean {
  const { properties = {}, required = [], additionalProperties, minProperties = 0, maxProperties = Infinity } = schema
  const names = Object.keys(value)
  return (
    names.length >= minProperties &&
    names.length <= maxProperties &&
    required.every((name) => Object.hasOwn(value, name)) &&
    names.every((name) => {
      const member = Object.hasOwn(properties, name) ? properties[name] : undefined
      if (member) return fits(member, value[name])
      return typeof additionalProperties === 'object'
        ? fits(additionalProperties, value[name])
        : additionalProperties !== false
    })
  )
}

function fitsBranches({ allOf = [], anyOf, oneOf, not }: Schema, value: unknown): boolean {
  const matching = (branches: Schema[]) => branches.filter((branch) => fits(branch, value)).length
  return (
    matching(allOf) === allOf.length &&
    (!anyOf || matching(anyOf) > 0) &&
    (!oneOf || matching(oneOf) === 1) &&
    (!not || !fits(not, value))
  )
}
