// Random requests made from the contract. Most are right, the others are wrong in a few places.
import fc, { type Arbitrary } from 'fast-check'
import { operations, type ContractOperation, type Schema } from './contract-operations.ts'
import { fits } from './scalar-cases.ts'

export type ContractRequest = {
  method: string
  path: string
  headers: Record<string, string>
  query: Record<string, unknown>
  body: unknown
}

type Entries = [name: string, value: unknown][]

/** One place in this many is wrong. The largest requests have a dozen places. */
const oddsOfFault = 10
const oddsOfTooMany = 6

const either = <A, B>(usual: Arbitrary<A>, rare: Arbitrary<B>, odds = oddsOfFault): Arbitrary<A | B> =>
  fc.oneof({ arbitrary: usual, weight: odds - 1 }, { arbitrary: rare, weight: 1 })

const junk = fc.oneof(
  fc.constantFrom<unknown>('', ' ', 'x', '0x10', -1, 0, 1.5, 1e9, true, null, [], {}, ['x'], { x: 1 }),
  fc.string({ maxLength: 20 }),
  fc.integer(),
)

function valueOf(schema: Schema): Arbitrary<unknown> {
  if (schema.type === 'object') return either(objectOf(schema), junk)
  if (schema.type === 'array') return either(arrayOf(schema), junk)
  const candidates = scalarsNear(schema)
  const fitting = candidates.filter((value) => fits(schema, value))
  if (fitting.length === 0) throw new Error(`There are no values for ${JSON.stringify(schema)}.`)
  const others = candidates.filter((value) => !fits(schema, value))
  return either(fc.constantFrom(...fitting), fc.oneof(fc.constantFrom(...others), junk))
}

/** Values at the limits of a schema, within them, and just outside. */
function scalarsNear({ type, enum: values, minLength = 0, maxLength = 50, minimum = 0, maximum = 100 }: Schema) {
  if (values) return [...(values as unknown[]), 'nope', '', `${String(values[0])} `]
  if (type === 'boolean') return [true, false, 'true']
  if (type !== 'string') return [...around(minimum, maximum), minimum + 0.5, maximum + 0.5]
  const ids = ['0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10', '0D8B5C1E-3F7C-4F0E-8A43-2A9A5C9D6A10']
  const dates = ['2026-02-28', '2028-02-29', '2026-02-29', '2026-13-01', '2026-1-1']
  const lengths = around(minLength, maxLength).filter((length) => length >= 0)
  // Lengths count characters. This character has length 2 in JavaScript.
  const emoji = [maxLength, maxLength + 1].map((length) => '😀'.repeat(length))
  return [
    'a-1',
    'a/b',
    'text/plain',
    'x@y.z',
    'a b',
    ' ',
    ...ids,
    ...dates,
    ...lengths.map((n) => 'a'.repeat(n)),
    ...emoji,
  ]
}

function around(low: number, high: number): number[] {
  return [low - 1, low, low + 1, Math.floor((low + high) / 2), high - 1, high, high + 1]
}

function arrayOf({ items = {}, maxItems = 3 }: Schema): Arbitrary<unknown[]> {
  const item = valueOf(items)
  return either(
    fc.array(item, { maxLength: 3 }),
    item.map((value) => Array.from({ length: maxItems + 1 }, () => value)),
    oddsOfTooMany,
  )
}

function objectOf({ properties = {}, required = [], additionalProperties, maxProperties = 3 }: Schema) {
  const none = fc.constant<Entries>([])
  const members = Object.entries(properties).map(([name, schema]) => {
    const member = valueOf(schema).map((value): Entries => [[name, value]])
    return either(member, none, required.includes(name) ? oddsOfFault : 2)
  })
  const unknown = fc.tuple(fc.constantFrom('unknown', 'constructor', '__proto__', 'x'), junk)
  const more =
    additionalProperties === false
      ? either(
          none,
          unknown.map((one): Entries => [one]),
        )
      : typeof additionalProperties === 'object'
        ? mapOf(additionalProperties, maxProperties)
        : none
  return fc.tuple(...members, more).map((parts) => Object.fromEntries(parts.flat()))
}

function mapOf(schema: Schema, maxProperties: number): Arbitrary<Entries> {
  const value = valueOf(schema)
  return either(
    fc.array(fc.tuple(fc.constantFrom('a', 'b', 'site'), value), { maxLength: 3 }),
    value.map((one) => Array.from({ length: maxProperties + 1 }, (_, n): [string, unknown] => [`m${n}`, one])),
    oddsOfTooMany,
  )
}

/** Requests to the operations of the contract, and some to paths and methods that it does not have. */
export const contractRequest: Arbitrary<ContractRequest> = fc.oneof(...operations.map(requestTo))

function requestTo({ method, path, parameters, body }: ContractOperation): Arbitrary<ContractRequest> {
  const schemasIn = (place: string) =>
    Object.fromEntries(
      parameters.filter((parameter) => parameter.in === place).map(({ name, schema }) => [name, schema]),
    )
  const query = objectOf({ properties: schemasIn('query'), additionalProperties: false })
  const credential = either(fc.constant('good'), fc.constant('bad'), 8)
  return fc.record({
    method: either(fc.constant(method), fc.constantFrom('PATCH', 'head', 'OPTIONS', 'delete', 'put', 'get'), 12),
    path: pathOf(path, schemasIn('path')),
    headers: fc.tuple(objectOf({ properties: schemasIn('header') }), credential).map(([given, credential]) => ({
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)])),
      authorization: `Bearer ${credential}`,
      'x-api-key': credential,
      'content-type': 'application/json',
    })),
    query: query.map((given) => typedQuery(given, schemasIn('query'))),
    body: body ? either(valueOf(body.schema), fc.constant(undefined)) : fc.constant(undefined),
  })
}

function pathOf(template: string, schemas: Record<string, Schema>): Arbitrary<string> {
  const segments = template.split('/').map((part) => {
    const schema = schemas[part.slice(1, -1)]
    if (!schema) return fc.constant(part)
    return valueOf(schema).map((value) =>
      encodeURIComponent(typeof value === 'string' ? value.toWellFormed() || 'x' : JSON.stringify(value)),
    )
  })
  const right = fc.tuple(...segments).map((parts) => parts.join('/'))
  const others = fc.oneof(
    right.map((path) => `${path}/`),
    right.map((path) => path.replace(/\/(?=[^/]*$)/, '//')),
    fc.constantFrom('/', '/nothing', '//cases', '/cases/x/y'),
  )
  return either(right, others, 8)
}

/** Converts a query as the pipeline does: integers to numbers, all else stays text. Ajv's own coercion would differ. */
function typedQuery(given: Record<string, unknown>, schemas: Record<string, Schema>): Record<string, unknown> {
  const isInteger = (name: string) => Object.hasOwn(schemas, name) && schemas[name]?.type === 'integer'
  const typed = Object.entries(given).filter(([name, value]) => !isInteger(name) || typeof value === 'number')
  return Object.fromEntries(typed.map(([name, value]) => [name, isInteger(name) ? value : String(value)]))
}
