// Random requests made from the contract: most of them nearly right, each broken in at most a few places.
import fc from 'fast-check'
import type { OpenAPIV3 } from 'openapi-types'
import { document } from '../contract.ts'

export type ContractRequest = {
  method: string
  path: string
  headers: Record<string, string>
  query: Record<string, unknown>
  body: unknown
}

/** Sound: the bundle is an OpenAPI document; TypeScript reads the JSON's enums as plain strings. */
const contract = document as unknown as OpenAPIV3.Document
type Schema = OpenAPIV3.SchemaObject | OpenAPIV3.ReferenceObject
type Named = { name: string; in: string; required?: boolean; schema?: Schema }

const methods = ['get', 'put', 'post', 'delete'] as const
const operations = Object.entries(contract.paths).flatMap(([path, item = {}]) =>
  methods.flatMap((method) => {
    const operation = item[method]
    const parameters = [...(item.parameters ?? []), ...(operation?.parameters ?? [])].map((one) => resolve<Named>(one))
    return operation ? [{ path, method, operation, parameters }] : []
  }),
)

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function resolve<T extends object>(value: object): T {
  if (!('$ref' in value)) return value as T
  const [, , section = '', name = ''] = String(value.$ref).split('/')
  return resolve<T>((contract.components as Record<string, Record<string, object>>)[section]?.[name] ?? {})
}

const junk = fc.oneof(
  fc.constantFrom<unknown>('', ' ', 'x', '0x10', -1, 0, 1.5, 1e9, true, null, [], {}, ['x'], { x: 1 }),
  fc.string({ maxLength: 20 }),
  fc.integer(),
)

/** Values of a schema, on its bounds and just beyond them about as often as within. */
function valueOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const { type, enum: values, ...rest } = resolve<OpenAPIV3.SchemaObject>(schema)
  const fitting: fc.Arbitrary<unknown> = values
    ? fc.constantFrom<unknown>(...(values as unknown[]))
    : type === 'string'
      ? stringOf(rest)
      : type === 'integer' || type === 'number'
        ? fc.constantFrom(...aroundBounds(rest.minimum ?? 0, rest.maximum ?? 100))
        : type === 'array'
          ? fc.array(valueOf((rest as OpenAPIV3.ArraySchemaObject).items, depth + 1), { maxLength: 3 })
          : objectOf(rest, depth)
  return fc.oneof({ arbitrary: fitting, weight: 12 }, { arbitrary: junk, weight: 1 })
}

function stringOf({ format, pattern, minLength = 0, maxLength = 50 }: OpenAPIV3.SchemaObject): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2026-02-28', '2028-02-29', '2026-02-29', '2026-13-01', '2026-1-1')
  if (format === 'uuid') return fc.oneof(fc.uuid(), fc.constant('0D8B5C1E-3F7C-4F0E-8A43-2A9A5C9D6A10'))
  const lengths = aroundBounds(minLength, maxLength).filter((length) => length >= 0 && Number.isInteger(length))
  const filled = fc.constantFrom(...lengths).map((length) => 'a'.repeat(length))
  const emoji = fc.constantFrom(maxLength, maxLength + 1).map((length) => '😀'.repeat(length))
  return pattern === undefined
    ? fc.oneof({ arbitrary: filled, weight: 4 }, emoji, fc.string({ maxLength: 20 }))
    : fc.oneof({ arbitrary: fc.constantFrom('a', 'a-1', 'a/b', 'text/plain', 'x@y.z', 'a b'), weight: 2 }, filled)
}

function objectOf({ properties = {}, required = [], additionalProperties }: OpenAPIV3.SchemaObject, depth: number) {
  const members = Object.entries(properties).map(([name, schema]) => {
    const value = valueOf(schema, depth + 1)
    // Now and then a required member is missing, and an optional one is there.
    const present = required.includes(name) ? 19 : 10
    return fc.tuple(fc.constant(name), fc.option(value, { nil: undefined, freq: present }))
  })
  const extra = fc.option(fc.tuple(fc.constantFrom('unknown', 'description', 'x'), junk), { nil: undefined, freq: 1 })
  const map = typeof additionalProperties === 'object' ? valueOf(additionalProperties, depth + 1) : undefined
  const open = map ? fc.dictionary(fc.constantFrom('a', 'b', 'site'), map, { maxKeys: 3 }) : fc.constant({})
  return fc
    .tuple(fc.tuple(...members), open, fc.boolean(), extra)
    .map(([own, mapped, withExtra, more]) =>
      Object.fromEntries([
        ...own.filter(([, value]) => value !== undefined),
        ...Object.entries(mapped),
        ...(withExtra && more && depth === 0 && !map ? [more] : []),
      ]),
    )
}

function aroundBounds(low: number, high: number): number[] {
  return [low - 1, low, low + 1, Math.floor((low + high) / 2), high - 1, high, high + 1, high + 0.5]
}

/** Requests to the operations of the contract, some of them to paths and methods that it does not have. */
export const contractRequest: fc.Arbitrary<ContractRequest> = fc.constantFrom(...operations).chain((one) => {
  const { path, method, operation, parameters } = one
  const place = (where: string) => parameters.filter((parameter) => parameter.in === where)
  const segment = (name: string) => {
    const parameter = place('path').find((candidate) => candidate.name === name)
    return valueOf(parameter?.schema ?? {}).map((value) =>
      encodeURIComponent(typeof value === 'string' ? value.toWellFormed() || 'x' : JSON.stringify(value)),
    )
  }
  const paths = fc
    .tuple(...path.split('/').map((part) => (part.startsWith('{') ? segment(part.slice(1, -1)) : fc.constant(part))))
    .map((parts) => parts.join('/'))
  const query = objectOf({ properties: schemasOf(place('query')), required: [] }, 0)
  const headers = objectOf({ properties: schemasOf(place('header')), required: [] }, 1)
  const schema =
    operation.requestBody &&
    resolve<OpenAPIV3.RequestBodyObject>(operation.requestBody).content['application/json']?.schema
  return fc.record({
    method: fc.oneof(
      { arbitrary: fc.constant(method), weight: 15 },
      { arbitrary: fc.constantFrom('PATCH', 'head', 'OPTIONS', 'delete', 'put'), weight: 2 },
    ),
    path: fc.oneof(
      { arbitrary: paths, weight: 15 },
      { arbitrary: paths.map((text) => `${text}/`), weight: 1 },
      { arbitrary: fc.constantFrom('/', '/nothing', '//cases', '/cases/x/y'), weight: 1 },
    ),
    headers: fc.tuple(headers, fc.constantFrom('good', 'good', 'good', 'good', 'bad')).map(([given, credential]) => ({
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)])),
      authorization: `Bearer ${credential}`,
      'x-api-key': credential,
      'content-type': 'application/json',
    })),
    query: query.map((given) => typedQuery(given, place('query'))),
    body: schema
      ? fc
          .oneof({ arbitrary: valueOf(schema), weight: 15 }, fc.constant(undefined))
          .filter((value) => typeof value === 'object')
      : fc.constant(undefined),
  })
})

/** As the pipeline types a query: integers as numbers, everything else as text. Stock coercion is a deviation. */
function typedQuery(given: Record<string, unknown>, parameters: Named[]): Record<string, unknown> {
  const integers = parameters.flatMap(({ name, schema = {} }) => {
    const { type } = resolve<OpenAPIV3.SchemaObject>(schema)
    return type === 'integer' ? [name] : []
  })
  const typed = Object.entries(given).map(([name, value]) => [name, integers.includes(name) ? value : String(value)])
  return Object.fromEntries(
    typed.filter(([name, value]) => !integers.includes(String(name)) || typeof value === 'number'),
  ) as Record<string, unknown>
}

const schemasOf = (parameters: Named[]) =>
  Object.fromEntries(parameters.map(({ name, schema }) => [name, schema ?? {}]))
