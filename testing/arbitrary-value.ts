// Random values that fit a schema, and values that almost fit it, for fast-check. Shared by the tests of server/.
import fc, { type Arbitrary } from 'fast-check'
import type { Schema } from './contract-operations.ts'

/** Text that JSON and DynamoDB carry unchanged, with characters of every plane. */
const text = (minLength: number, maxLength: number) =>
  fc.string({ unit: 'binary', minLength, maxLength }).filter((value) => !value.includes('\0'))

/** Values that fit. Lengths stay small, because other tests cover the limits. */
export function fittingValue(schema: Schema): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]))
  switch (schema.type) {
    case 'string':
      return fittingText(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1e9, 1e9) })
    case 'number':
      // All numbers of the contract are amounts of money.
      return fc.integer({ min: (schema.minimum ?? 0) * 100, max: 1e8 }).map((cents) => cents / 100)
    case 'array':
      return fc.array(fittingValue(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 4 })
    case 'object':
      return fittingObject(schema)
    case 'boolean':
    case undefined:
    default:
      return fc.boolean()
  }
}

/** Values that are wrong in one place, and some that are wrong everywhere. */
export function nearValue(schema: Schema): Arbitrary<unknown> {
  const anything = fc.jsonValue({ maxDepth: 2 })
  const names = Object.keys(schema.properties ?? {})
  const spoilt = fc
    .tuple(fittingValue(schema), fc.constantFrom(...names, 'nope', '__proto__', ''), anything)
    .map(([value, name, other]) => withMember(value as object, name, other))
  const lacking = fc
    .tuple(fittingValue(schema), fc.constantFrom(...names, 'nope'))
    .map(([value, name]) => Object.fromEntries(Object.entries(value as object).filter(([member]) => member !== name)))
  return fc.oneof(
    { weight: 4, arbitrary: spoilt },
    { weight: 2, arbitrary: lacking },
    { weight: 1, arbitrary: anything },
  )
}

function fittingText({ minLength = 0, maxLength = 40, pattern, format }: Schema): Arbitrary<string> {
  if (format === 'date') {
    return fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
  }
  if (format === 'uuid') return fc.uuid()
  const fits = (value: string) => isBetween(Array.from(value).length, minLength, maxLength)
  if (pattern !== undefined) {
    return fc
      .stringMatching(new RegExp(pattern, 'u'))
      .filter((value) => fits(value) && value.isWellFormed() && !value.includes('\0'))
  }
  return text(minLength, Math.min(maxLength, 40))
}

function fittingObject({
  properties = {},
  required = [],
  additionalProperties,
  maxProperties = 5,
  minProperties = 0,
}: Schema) {
  if (typeof additionalProperties === 'object') {
    return fc.dictionary(
      text(1, 12).filter((name) => name !== '__proto__'),
      fittingValue(additionalProperties),
      {
        maxKeys: Math.min(maxProperties, 5),
      },
    )
  }
  const members = Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, fittingValue(member)]))
  return fc.record(members, { requiredKeys: required }).filter((value) => Object.keys(value).length >= minProperties)
}

/** Sets `__proto__` as a member too, as JSON.parse does. */
function withMember(value: object, name: string, member: unknown): object {
  return Object.defineProperty({ ...value }, name, {
    value: member,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

const isBetween = (value: number, low: number, high: number) => value >= low && value <= high
