// Whole contracts within the limits, made at random: what teams write, in odd combinations and with odd names.
import fc from 'fast-check'

type Node = Record<string, unknown>

const schemaNames = [
  'Pet',
  'pet',
  'Client',
  'Record',
  'probes.v1.Probe',
  'class',
  'Error',
  'my-thing',
  'Problem',
  'List',
  'Named',
]
const memberNames = [
  'id',
  'name',
  'class',
  'first-name',
  'a b',
  '$value',
  'constructor',
  'default',
  'toString',
  'Ω',
  '1st',
]
const parameterNames = ['limit', 'q', 'sort-by', 'filter.name', 'class', 'body', 'options', 'X', 'ids']
const tags = ['pets', 'Probe Things', 'export', 'request', 'a/b', '日本', 'Pets', 'client']
const words = ['a', 'pets', 'list', 'class', 'x-y', 'v1']

/** A value of the list, or nothing. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const withoutGaps = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined))

const textSchema = fc
  .oneof(
    fc.record({
      format: maybe(
        fc.constantFrom('date', 'date-time', 'uuid', 'email', 'uri', 'byte', 'password', 'decimal', 'ipv4'),
      ),
    }),
    fc.record({ minLength: fc.integer({ min: 0, max: 4 }), maxLength: maybe(fc.integer({ min: 4, max: 30 })) }),
    fc.record({ pattern: fc.constantFrom('^[a-z]+$', '^\\d{2,4}$', '^[\\w-.]+$', '^(a+)+$', '^[A-Z]{3}-\\d+$') }),
    fc.record({
      enum: fc.uniqueArray(fc.constantFrom('a', 'b c', 'class', "it's", '"', '*/', '1'), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  )
  .map((keywords) => ({ type: 'string', ...keywords }))

const numberSchema = fc.oneof(
  fc
    .record({
      type: fc.constantFrom('integer', 'number'),
      minimum: maybe(fc.integer({ min: -5, max: 5 })),
      maximum: maybe(fc.integer({ min: 10, max: 99 })),
      exclusiveMinimum: maybe(fc.boolean()),
      multipleOf: maybe(fc.constantFrom(1, 2, 5)),
    })
    .map(({ exclusiveMinimum, ...schema }) => ({
      ...schema,
      ...(schema.minimum !== undefined && { exclusiveMinimum }),
    })),
  fc.constantFrom(
    { type: 'integer', format: 'int64' },
    { type: 'number', format: 'double' },
    { type: 'integer', enum: [1, 2, 3] },
  ),
)

const scalarSchema: fc.Arbitrary<Node> = fc.oneof(textSchema, numberSchema, fc.constant({ type: 'boolean' }))

const referenceTo = (names: readonly string[]) =>
  fc.constantFrom(...names).map((name) => ({ $ref: `#/components/schemas/${encodeURIComponent(name)}` }))

const flags = fc.record({
  nullable: maybe(fc.constant(true)),
  deprecated: maybe(fc.constant(true)),
  description: maybe(fc.constantFrom('A text.', 'Ends */ here.', 'Two\nlines with `code` and ${x}.')),
})

/** Members that need no other ones: what leads to a schema itself is never required. */
function objectSchema(members: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  return fc
    .record({
      names: fc.uniqueArray(fc.constantFrom(...memberNames), { maxLength: 5 }),
      schemas: fc.array(fc.tuple(members, fc.nat(7)), { minLength: 5, maxLength: 5 }),
      additionalProperties: maybe(fc.oneof(fc.boolean(), scalarSchema)),
    })
    .map(({ names, schemas, additionalProperties }) => {
      const rows = names.map((name, at) => [name, ...(schemas[at] ?? [{}, 0])] as const)
      const properties = rows.map(([name, schema, flag]) => {
        const side =
          '$ref' in schema ? {} : { ...(flag === 1 && { readOnly: true }), ...(flag === 2 && { writeOnly: true }) }
        return [name, { ...schema, ...side }] as const
      })
      const required = rows.filter(([, schema, flag]) => flag < 5 && !('$ref' in schema)).map(([name]) => name)
      return withoutGaps({
        type: 'object',
        properties: Object.fromEntries(properties),
        required: required.length > 0 ? required : undefined,
        additionalProperties,
      })
    })
}

function schemaOf(names: readonly string[]): fc.Arbitrary<Node> {
  const leaf = names.length > 0 ? fc.oneof({ weight: 4, arbitrary: scalarSchema }, referenceTo(names)) : scalarSchema
  const inner = fc.oneof(
    { weight: 4, arbitrary: leaf },
    fc.record({ type: fc.constant('array'), items: leaf, maxItems: maybe(fc.constant(3)) }),
  )
  const object = objectSchema(inner.map(withoutGaps))
  return fc
    .oneof(
      { weight: 3, arbitrary: object },
      { weight: 1, arbitrary: scalarSchema },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('array'), items: object }) },
      {
        weight: 1,
        arbitrary: fc.record({ type: fc.constant('object'), additionalProperties: inner.map(withoutGaps) }),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          { oneOf: [{ type: 'string' }, { type: 'integer' }] },
          { anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string' } }] },
          {},
        ),
      },
    )
    .chain((schema) => flags.map((more) => withoutGaps({ ...schema, ...('type' in schema ? more : {}) })))
}

/** A union whose discriminator names its parts, and a schema of two parts. */
const compositions: Record<string, Node> = {
  Cat: {
    type: 'object',
    required: ['kind', 'lives'],
    properties: { kind: { type: 'string' }, lives: { type: 'integer' } },
  },
  Dog: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' }, tricks: { type: 'array', items: { type: 'string' } } },
  },
  Animal: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: {
      propertyName: 'kind',
      mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
    },
  },
  Named: {
    allOf: [
      { $ref: '#/components/schemas/Dog' },
      { type: 'object', required: ['label'], properties: { label: { type: 'string' } } },
    ],
  },
}

const parameter = fc
  .record({
    name: fc.constantFrom(...parameterNames),
    in: fc.constantFrom('query', 'query', 'header', 'cookie'),
    required: maybe(fc.boolean()),
    deprecated: maybe(fc.constant(true)),
    kind: fc.constantFrom('scalar', 'scalar', 'list', 'object'),
    style: fc.constantFrom(undefined, 'form', 'pipeDelimited', 'spaceDelimited'),
    explode: maybe(fc.boolean()),
    schema: scalarSchema,
    preset: fc.boolean(),
  })
  .map(({ kind, style, explode, schema, preset, ...plain }) => {
    const isQuery = plain.in === 'query'
    if (kind === 'object' && isQuery) {
      const properties = { size: { type: 'integer' }, color: { type: 'string' } }
      return withoutGaps({ ...plain, style: 'deepObject', explode: true, schema: { type: 'object', properties } })
    }
    if (kind === 'list' && isQuery) {
      const isDelimited = style === 'pipeDelimited' || style === 'spaceDelimited'
      return withoutGaps({
        ...plain,
        style,
        explode: isDelimited ? false : explode,
        schema: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
      })
    }
    const hasDefault = preset && isQuery && plain.required !== true
    const scalar = hasDefault ? { type: 'integer', default: 3 } : schema
    return withoutGaps({ ...plain, schema: scalar })
  })

const jsonTypes = [
  'application/json',
  'application/json',
  'application/merge-patch+json',
  'application/vnd.acme.v1+json; charset=utf-8',
]
const media = (schema: fc.Arbitrary<Node>, types: string[]) =>
  fc.tuple(fc.constantFrom(...types), schema).map(([type, value]) => ({ [type]: { schema: value } }))
const otherBodies = fc.constantFrom<Node>(
  { 'text/plain': { schema: { type: 'string' } } },
  { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  {
    'application/x-www-form-urlencoded': {
      schema: { type: 'object', required: ['a'], properties: { a: { type: 'string' }, n: { type: 'integer' } } },
    },
  },
  {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' }, note: { type: 'string' } },
      },
    },
  },
)

const securities = fc.constantFrom<Node[] | undefined>(
  undefined,
  [],
  [{}, { key: [] }],
  [{ bearer: [] }, { basic: [] }],
  [{ key: [], bearer: [] }],
  [{ cookie: [] }],
)

function operationOf(names: readonly string[], pathNames: string[], method: string): fc.Arbitrary<Node> {
  const schema = names.length > 0 ? fc.oneof(referenceTo(names), schemaOf(names)) : schemaOf(names)
  const content = media(schema, jsonTypes)
  return fc
    .record({
      operationId: maybe(fc.constant('own')),
      tags: maybe(fc.uniqueArray(fc.constantFrom(...tags), { minLength: 0, maxLength: 2 })),
      deprecated: maybe(fc.constant(true)),
      summary: maybe(fc.constantFrom('Does it.', 'A */ b')),
      parameters: fc.uniqueArray(parameter, {
        maxLength: 3,
        selector: ({ in: place, name }) => `${String(place)} ${String(name).toLowerCase()}`,
      }),
      requestBody: maybe(
        fc.record({ required: maybe(fc.boolean()), content: fc.oneof({ weight: 3, arbitrary: content }, otherBodies) }),
      ),
      security: securities,
      success: fc.constantFrom('200', '201', '204', '2XX', 'default'),
      answer: maybe(fc.oneof(content, fc.constant({ 'text/plain': { schema: { type: 'string' } } }))),
      failures: fc.subarray(['400', '404', '4XX', '5XX']),
      problem: maybe(schema),
    })
    .map(({ success, answer, failures, problem, parameters, requestBody, ...operation }) => {
      const failure = {
        description: 'It failed.',
        ...(problem && { content: { 'application/json': { schema: problem } } }),
      }
      const ok = { description: 'OK', ...(answer && success !== '204' && { content: answer }) }
      const hasBody = ['post', 'put', 'patch'].includes(method)
      const path = pathNames.map((name, at) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: at % 2 ? 'string' : 'integer' },
      }))
      return withoutGaps({
        ...operation,
        parameters: [...path, ...parameters],
        requestBody: hasBody && requestBody ? withoutGaps(requestBody) : undefined,
        responses: { [success]: ok, ...Object.fromEntries(failures.map((status) => [status, failure])) },
      })
    })
}

const pathPart = fc.tuple(
  fc.constantFrom(...words),
  fc.constantFrom('', '/{id}', '/{class}', '/{a-b}:cancel', '/{id}/x/{other}'),
)

/** A contract of OpenAPI 3.0 that keeps the limits. */
export const contracts: fc.Arbitrary<Node> = fc
  .record({
    title: fc.constantFrom('Acme desk', '3D', 'Export', 'Client', 'Ünïcode', '日本', 'A'),
    names: fc.uniqueArray(fc.constantFrom(...schemaNames.filter((name) => !(name in compositions))), { maxLength: 4 }),
    paths: fc.uniqueArray(pathPart, {
      minLength: 1,
      maxLength: 3,
      selector: ([word, rest]) => `/${word}${rest.replace(/\{[^}]*\}/g, '{}')}`,
    }),
    declared: fc.subarray(tags),
  })
  .chain(({ title, names, paths, declared }) => {
    const all = [...names, ...Object.keys(compositions)]
    const schemas = fc.tuple(...names.map(() => schemaOf(names)))
    const items = fc.tuple(
      ...paths.map(([word, rest]) => {
        const path = `/${word}${rest}`
        const pathNames = [...rest.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
        return fc
          .uniqueArray(fc.constantFrom('get', 'post', 'put', 'patch', 'delete', 'head'), { minLength: 1, maxLength: 2 })
          .chain((methods) =>
            fc.tuple(
              ...methods.map((method) =>
                operationOf(all, pathNames, method).map((operation) => [method, operation] as const),
              ),
            ),
          )
          .map((operations) => [path, Object.fromEntries(operations)] as const)
      }),
    )
    return fc.tuple(schemas, items).map(([made, pathItems]) =>
      withOwnIds({
        openapi: '3.0.3',
        info: { title, version: '1.0.0' },
        servers: [{ url: 'https://{region}.example.com/v1', variables: { region: { default: 'eu' } } }],
        tags: declared.map((name) => ({ name })),
        paths: Object.fromEntries(pathItems),
        components: {
          schemas: { ...Object.fromEntries(names.map((name, at) => [name, made[at]])), ...compositions },
          securitySchemes: {
            key: { type: 'apiKey', in: 'header', name: 'X-Other-Key' },
            cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
            bearer: { type: 'http', scheme: 'bearer' },
            basic: { type: 'http', scheme: 'basic' },
          },
        },
      }),
    )
  })

/** Two operations have no operationId in common. */
function withOwnIds<T extends { paths: object }>(contract: T): T {
  const operations = Object.values(contract.paths).flatMap((item) => Object.values(item as Record<string, Node>))
  for (const [at, operation] of operations.entries()) {
    if (operation.operationId !== undefined) operation.operationId = `get-thing.${at}`
  }
  return contract
}
