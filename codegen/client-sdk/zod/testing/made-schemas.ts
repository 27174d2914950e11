// Schemas with one keyword each, or with a few that meet, and values from which others are made.
type Made = { schemas: Record<string, object>; values: unknown[] }

const text = { type: 'string' }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more })
const one = (schema: object, ...values: unknown[]): Made => ({ schemas: { A: schema }, values })

export const made: Record<string, Made> = {
  'minLength and maxLength': one({ ...text, minLength: 2, maxLength: 3 }, 'ab', '😀😀😀', '😀'),
  pattern: one({ ...text, pattern: '^[a-z]+$' }, 'abc'),
  'a pattern without Unicode mode': one({ ...text, pattern: '^[\\w-.]+$' }, 'a-b'),
  'a slow pattern': one({ ...text, pattern: '^(a+)+$' }, 'aaa'),
  ...Object.fromEntries(
    Object.entries({
      date: '2024-02-29',
      'date-time': '2026-01-31T12:00:00Z',
      uuid: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
      uri: 'https://a.example/b?c#d',
      'uri-reference': '/a',
      email: 'a@b.example',
      ipv4: '10.0.0.1',
      ipv6: '::1',
      hostname: 'a.example',
      byte: 'aGk=',
      duration: 'P1D',
    }).map(([format, value]) => [`format ${format}`, one({ ...text, format }, value)]),
  ),
  'an unknown format': one({ ...text, format: 'acme' }, 'x'),
  'format int64': one({ type: 'integer', format: 'int64' }, 1, 2 ** 53 - 1, 2 ** 53),
  'format int32': one({ type: 'integer', format: 'int32' }, 2 ** 31),
  'minimum and maximum': one({ type: 'number', minimum: 1, maximum: 2 }, 1, 2, 1.5),
  'exclusive bounds': one(
    { type: 'number', minimum: 1, maximum: 2, exclusiveMinimum: true, exclusiveMaximum: true },
    1,
    2,
    1.5,
  ),
  multipleOf: one({ type: 'integer', multipleOf: 5 }, 10, 0, 12),
  'multipleOf a fraction': one({ type: 'number', multipleOf: 0.01 }, 19.99, 19.999),
  boolean: one({ type: 'boolean' }, true),
  'a boolean enum': one({ type: 'boolean', enum: [true] }, true, false),
  'an enum of numbers': one({ type: 'integer', enum: [1, 2] }, 1, 3),
  'an enum of everything': one({ enum: ['a', 1, true, null] }, 'a', 1, true, null, false),
  'an enum of objects': one({ type: 'object', enum: [{ a: 1, b: [2] }] }, { b: [2], a: 1 }, { a: 1 }),
  'an enum with limits': one({ ...text, enum: ['a', 'bcd'], maxLength: 2 }, 'a', 'bcd'),
  'nullable text': one({ ...text, nullable: true }, 'a', null),
  'a nullable enum without null': one({ ...text, nullable: true, enum: ['a'] }, 'a', null),
  'a nullable enum with null': one({ ...text, nullable: true, enum: ['a', null] }, 'a', null),
  'a nullable object': one(object({ a: text }, { nullable: true, required: ['a'] }), { a: 'x' }, null),
  'a nullable reference': {
    schemas: { A: object({ b: { allOf: [ref('B')], nullable: true } }), B: object({ n: { type: 'integer' } }) },
    values: [{ b: null }, { b: { n: 1 } }],
  },
  'a nullable union': one({ nullable: true, oneOf: [text, { type: 'integer' }] }, null, 'a', 1),
  'a list': one({ type: 'array', items: text, minItems: 1, maxItems: 2 }, ['a'], ['a', 'b', 'c']),
  'a list of anything': one({ type: 'array', items: {} }, [1, 'a', null]),
  'a list of unlike objects': one(
    { type: 'array', items: object({ a: {}, b: {} }), uniqueItems: true },
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: 1 }, { a: 2 }],
  ),
  'a closed object': one(object({ a: text }, { additionalProperties: false }), { a: 'x' }, { b: 1 }),
  'an open object': one(object({ a: text }, { required: ['a'] }), { a: 'x', b: 1 }),
  'an object that says that it is open': one(object({ a: text }, { additionalProperties: true }), { a: 'x', b: 1 }),
  'members beside a map': one(object({ a: text }, { additionalProperties: { type: 'integer' } }), { a: 'x', b: 1 }),
  'a map': one({ type: 'object', additionalProperties: { type: 'integer' } }, { a: 1 }),
  'a map of anything': one({ type: 'object' }, { a: 1, b: null }),
  'numbers of members': one({ type: 'object', minProperties: 1, maxProperties: 2 }, { a: 1 }, {}, { a: 1, b: 2, c: 3 }),
  'numbers of members of an open object': one(object({ a: text }, { minProperties: 2 }), { a: 'x', b: 1 }, { b: 1 }),
  'a required member of any value': one(object({ a: {} }, { required: ['a'] }), { a: null }, {}),
  'a required member without a schema': one({ type: 'object', required: ['a'] }, { a: 1 }, {}),
  'a member named constructor': one(
    object({ constructor: text, toString: { type: 'integer' } }, { required: ['constructor'] }),
    { constructor: 'x', toString: 1 },
    {},
  ),
  'a closed object with a member named constructor': one(
    object({ constructor: text }, { additionalProperties: false }),
    { constructor: 'x' },
    {},
  ),
  'a default': one(object({ a: { type: 'integer', default: 1 } }), {}, { a: 2 }),
  'readOnly and writeOnly': one(
    object({ id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true } }, { required: ['id', 'secret'] }),
    { secret: 'x' },
    { id: 'x', secret: 'x' },
  ),
  oneOf: one(
    { oneOf: [object({ a: text }, { required: ['a'] }), object({ b: text }, { required: ['b'] })] },
    { a: 'x' },
    { a: 'x', b: 'y' },
  ),
  'oneOf of one': one({ oneOf: [text] }, 'a'),
  anyOf: one(
    { anyOf: [object({ a: text }, { required: ['a'] }), object({ b: text }, { required: ['b'] })] },
    { a: 'x' },
    { a: 'x', b: 'y' },
  ),
  not: one({ ...text, not: { enum: ['a'] } }, 'a', 'b'),
  'a union beside members': one(
    {
      ...object({ a: text }, { required: ['a'] }),
      oneOf: [object({ b: text }, { required: ['b'] }), object({ c: text }, { required: ['c'] })],
    },
    { a: 'x', b: 'y' },
    { a: 'x' },
  ),
  'a discriminator': {
    schemas: {
      A: {
        oneOf: [ref('Cat'), ref('Dog')],
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' } },
      },
      Cat: object({ kind: text, lives: { type: 'integer' } }, { required: ['kind'] }),
      Dog: object({ kind: text, name: text }, { required: ['kind', 'name'] }),
    },
    values: [{ kind: 'cat', lives: 9 }, { kind: 'dog', name: 'Rex' }, { kind: 'bird' }],
  },
  'a discriminator of recursive schemas': {
    schemas: {
      A: {
        oneOf: [ref('Leaf'), ref('Tree')],
        discriminator: { propertyName: 'kind', mapping: { leaf: 'Leaf', tree: 'Tree' } },
      },
      Leaf: object({ kind: { ...text, enum: ['leaf'] } }, { required: ['kind'] }),
      Tree: object(
        { kind: { ...text, enum: ['tree'] }, parts: { type: 'array', items: ref('A') } },
        { required: ['kind', 'parts'] },
      ),
    },
    values: [{ kind: 'tree', parts: [{ kind: 'leaf' }, { kind: 'tree', parts: [] }] }],
  },
  'two unions of an allOf': one(
    { allOf: [{ oneOf: [text, { type: 'integer' }] }, { anyOf: [{ ...text, maxLength: 2 }, { type: 'boolean' }] }] },
    'ab',
    'abc',
    1,
  ),
  'closed parts that stay apart': {
    schemas: {
      A: object({
        b: {
          allOf: [
            ref('B'),
            { oneOf: [object({ n: { type: 'integer' } }), object({ m: text }, { additionalProperties: false })] },
          ],
        },
      }),
      B: object({ n: { type: 'integer' }, m: text }, { additionalProperties: false }),
    },
    values: [{ b: { n: 1 } }, { b: { m: 'x' } }, { b: { n: 'x' } }],
  },
  'a schema that contains itself': {
    schemas: { A: object({ n: { type: 'integer' }, next: ref('A') }) },
    values: [{ n: 1, next: { next: {} } }],
  },
  'schemas that contain each other': {
    schemas: {
      A: object({ b: ref('B') }),
      B: object({ all: { type: 'array', items: ref('A') } }, { required: ['all'] }),
    },
    values: [{ b: { all: [{ b: { all: [] } }] } }],
  },
  'members without a type': one({ properties: { a: text }, required: ['a'] }, { a: 'x' }, {}, 1),
  'limits without a type': one({ minLength: 2, minimum: 2, minItems: 1 }, 'ab', 'a', 1, 2, [], [1]),
  'a reference with a text': {
    schemas: { A: object({ b: { allOf: [ref('B')], description: 'It is b.' } }), B: { ...text, maxLength: 1 } },
    values: [{ b: 'x' }, { b: 'xy' }],
  },
}

/** One contract with all of them. The schemas of each have names of their own. */
export function madeContract(): { document: object; names: Record<string, string> } {
  const cases = Object.entries(made).map(([what, { schemas }], at) => {
    const own = JSON.stringify(schemas)
      .replaceAll('#/components/schemas/', `#/components/schemas/M${at}`)
      .replaceAll(/"(Leaf|Tree|Dog)"(?=[,}])/g, `"M${at}$1"`)
    const renamed = Object.entries(JSON.parse(own) as object).map(
      ([name, schema]) => [`M${at}${name}`, schema] as const,
    )
    return { what, name: `M${at}A`, schemas: Object.fromEntries(renamed) as object }
  })
  const post = (name: string) => ({
    requestBody: { required: true, content: { 'application/json': { schema: ref(name) } } },
    responses: { 200: { description: 'OK' } },
  })
  return {
    document: {
      openapi: '3.0.3',
      info: { title: 'Made', version: '1' },
      paths: Object.fromEntries(cases.map(({ name }) => [`/${name}`, { post: post(name) }])),
      components: { schemas: Object.assign({}, ...cases.map(({ schemas }) => schemas)) as object },
    },
    names: Object.fromEntries(cases.map(({ what, name }) => [what, name])),
  }
}
