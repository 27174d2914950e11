// The SDK of contracts that are not ours: it compiles, and what its users write about it compiles too.
import type { OpenAPIV3 } from 'openapi-types'
import { getResponse, type HttpHandler } from 'msw'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { loadModule, recorder, sdkFiles, typeFaults, type Files } from './testing/any-contract.ts'

const text = { type: 'string' } as const
const ok = { 200: { description: 'Done.' } }
const json = (schema: object, more: object = {}) => ({
  description: 'Done.',
  content: { 'application/json': { schema, ...more } },
})
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const query = (name: string, schema: object, more: object = {}) => ({ name, in: 'query', schema, ...more })

/** A contract with the paths, and with what else is given. */
function contract(paths: object, more: Partial<Contract> = {}): Contract {
  // Safe cast: the tests write OpenAPI 3.0.
  return { openapi: '3.0.3', info: { title: 'Acme', version: '1' }, paths: paths as OpenAPIV3.PathsObject, ...more }
}

/** Names that make trouble: words, globals, names of the SDK, signs, other alphabets. */
const nasty = [
  ...[
    'class',
    'export',
    'default',
    'delete',
    'await',
    'arguments',
    'constructor',
    'then',
    'toString',
    '__proto__',
    'prototype',
  ],
  ...[
    'Client',
    'client',
    'request',
    'Request',
    'Response',
    'Error',
    'Promise',
    'Record',
    'Date',
    'Object',
    'Array',
    'Omit',
  ],
  ...[
    'Acme',
    'acme',
    'AcmeError',
    'createAcme',
    'List',
    'Answer',
    'Call',
    'CallOptions',
    'OperationId',
    'Named',
    'Pick',
  ],
  ...[
    'options',
    'body',
    'query',
    'headers',
    'cookies',
    'resource',
    'page',
    'signal',
    'cursor',
    'models',
    'errors',
    'msw',
    'index',
  ],
  ...['upload', 'updateWith', 'listOf', 'mutation', 'plainQuery', 'queryOf', 'withHeaders', 'operations', 'components'],
  ...[
    'Probe Things',
    'probe-things',
    'probe.things',
    'probeThings',
    'ProbeThings',
    'probes.v1.Probe',
    '2fa',
    'größe',
    '商品',
    '🎉',
    '',
  ],
  ...[
    "it's",
    'a"b',
    'a`b',
    'a\\b',
    '${a}',
    'a*/b',
    'a/b',
    '~1',
    '$ref_',
    '_',
    'null',
    'undefined',
    'true',
    'string',
    'any',
    'a\u2028b',
  ],
]

const schemaOf = (member: string) => ({ type: 'object', required: [member], properties: { [member]: text } })
/** Component names take letters, digits, dots, dashes and underscores. */
const components = nasty.filter((name) => /^[\w.-]+$/.test(name) && name !== '__proto__')
const pathNames = nasty.filter((name) => name !== '' && !/[/{}~]/.test(name))

const contracts: Record<string, Contract> = {
  tags: contract(
    Object.fromEntries(
      nasty.map((tag, index) => [`/t${index}`, { get: { operationId: `get${index}`, tags: [tag], responses: ok } }]),
    ),
  ),
  operationIds: contract(
    Object.fromEntries(
      nasty.map((operationId, index) => [
        `/o${index}`,
        {
          get: {
            operationId: operationId || 'empty',
            tags: ['things'],
            parameters: [query('q', text)],
            responses: { 200: json(schemaOf('a')), 404: { description: 'None.' } },
          },
        },
      ]),
    ),
  ),
  schemas: contract(
    Object.fromEntries(
      components.map((name, index) => [
        `/s${index}`,
        {
          post: {
            operationId: `send${index}`,
            tags: ['Client'],
            requestBody: { required: true, content: { 'application/json': { schema: ref(name) } } },
            responses: { 200: json(ref(name)), 201: json({ type: 'array', items: ref(name) }) },
          },
        },
      ]),
    ),
    // Safe cast: the schemas are those of OpenAPI 3.0.
    {
      components: {
        schemas: Object.fromEntries(components.map((name) => [name, schemaOf('a')])) as Record<
          string,
          OpenAPIV3.SchemaObject
        >,
      },
    },
  ),
  parameters: contract(
    Object.fromEntries(
      pathNames.map((name, index) => [
        `/p${index}/{${name}}/{other}`,
        {
          put: {
            operationId: `put${index}`,
            tags: ['things'],
            parameters: [
              { name, in: 'path', required: true, schema: text },
              { name: 'other', in: 'path', required: true, schema: { type: 'integer' } },
              query(name, text),
            ],
            requestBody: { content: { 'application/json': { schema: schemaOf(name) } } },
            responses: { 200: json(schemaOf(name)) },
          },
        },
      ]),
    ),
  ),
  titles: contract(
    { '/a': { get: { operationId: 'getA', responses: ok, parameters: [query('q', text)] } } },
    { info: { title: 'Client', version: '1' } },
  ),
  query: contract(
    {
      '/a/{query}': {
        post: {
          operationId: 'query',
          tags: ['query'],
          parameters: [{ name: 'query', in: 'path', required: true, schema: text }],
          responses: ok,
        },
      },
    },
    { info: { title: 'Query', version: '1' } },
  ),
  nothing: contract({}),
  plain: contract(
    {
      '/pets/{petId}': {
        get: {
          parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'integer', format: 'int64' } }],
          responses: { 200: json(ref('Pet')), default: json(ref('Fault')) },
        },
      },
    },
    {
      components: {
        schemas: {
          Pet: {
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'integer', format: 'int64' }, tags: { type: 'array', items: text } },
          },
          Fault: { type: 'object', required: ['code'], properties: { code: { type: 'integer' } } },
        },
      },
    },
  ),
}

const binary = { type: 'string', format: 'binary' } as const
const strings = { type: 'array', items: text } as const
const headerNamed = (name: string, more: object = {}) => ({ name, in: 'header', schema: text, ...more })
const operation = (operationId: string, more: object) => ({
  operationId,
  tags: ['things'],
  responses: { 200: json(schemaOf('a')) },
  ...more,
})
const taking = (type: string, schema: object, more: object = {}) => ({
  required: true,
  content: { [type]: { schema } },
  ...more,
})
const answering = (type: string, schema: object = text) => ({
  200: { description: 'Done.', content: { [type]: { schema } } },
})

const keyed = (scheme: object, more: object = {}) =>
  contract(
    {
      '/a': {
        get: { operationId: 'getA', tags: ['things'], responses: ok, security: [{ key: [] }, { basic: [] }], ...more },
      },
      '/b': { get: { operationId: 'getB', tags: ['things'], responses: ok } },
    },
    // Safe cast: the schemes are those of OpenAPI 3.0.
    {
      components: {
        securitySchemes: { key: scheme as OpenAPIV3.SecuritySchemeObject, basic: { type: 'http', scheme: 'basic' } },
      },
    },
  )
contracts.keyInHeader = keyed({ type: 'apiKey', in: 'header', name: 'X-Other' })
contracts.keyInQuery = keyed({ type: 'apiKey', in: 'query', name: 'api key' }, { security: [{ key: [] }] })
contracts.keyInCookie = keyed({ type: 'apiKey', in: 'cookie', name: 'sid' }, { security: [{ key: [] }] })

contracts.features = contract(
  {
    '/numbers/{id}/{on}/{kind}/{ids}': {
      get: operation('getNumber', {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer', format: 'int64' } },
          { name: 'on', in: 'path', required: true, schema: { type: 'boolean' } },
          { name: 'kind', in: 'path', required: true, schema: { type: 'string', enum: ['a', 'b'] } },
          { name: 'ids', in: 'path', required: true, schema: { type: 'array', items: { type: 'integer' } } },
        ],
      }),
    },
    '/queries': {
      get: operation('listQueries', {
        parameters: [
          query('many', strings),
          query('comma', strings, { explode: false }),
          query('space', strings, { style: 'spaceDelimited', explode: false }),
          query('pipe', strings, { style: 'pipeDelimited', explode: false }),
          query('piped', strings, { style: 'pipeDelimited', explode: true }),
          query(
            'deep',
            { type: 'object', properties: { a: text, b: { type: 'object', properties: { c: strings } } } },
            { style: 'deepObject' },
          ),
          query('members', { type: 'object', properties: { x: { type: 'integer' }, y: text } }),
          query(
            'pairs',
            { type: 'object', properties: { r: { type: 'integer' }, g: { type: 'integer' } } },
            { explode: false },
          ),
          {
            name: 'filter',
            in: 'query',
            content: { 'application/json': { schema: { type: 'object', properties: { a: strings } } } },
          },
          query('flag', { type: 'boolean', default: false }),
          query('size', { type: 'number', format: 'double' }),
        ],
      }),
      head: operation('checkQueries', { responses: ok }),
    },
    '/one-list': { get: operation('listOnly', { parameters: [query('ids', strings, { required: true })] }) },
    '/headers': {
      get: operation('getHeaders', {
        parameters: [
          headerNamed('X-Trace-Id', { required: true }),
          headerNamed('x-count', { schema: { type: 'integer' } }),
          headerNamed('X-List', { schema: strings }),
          headerNamed('Accept'),
          { name: 'sid', in: 'cookie', required: true, schema: text },
        ],
      }),
    },
    '/conditions/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      post: operation('createCondition', {
        parameters: [headerNamed('If-Match'), headerNamed('Idempotency-Key')],
        requestBody: taking('application/json', schemaOf('a')),
      }),
      put: operation('putCondition', {
        parameters: [headerNamed('if-match', { required: true })],
        requestBody: taking('application/json', schemaOf('a')),
      }),
      patch: operation('patchCondition', { requestBody: taking('application/merge-patch+json', schemaOf('a')) }),
    },
    '/bodies/text': {
      post: operation('sendText', { requestBody: taking('text/csv', text), responses: answering('text/csv') }),
    },
    '/bodies/bytes': {
      post: operation('sendBytes', {
        requestBody: taking('application/pdf', binary),
        responses: answering('image/png', binary),
      }),
    },
    '/bodies/any': {
      post: operation('sendAny', { requestBody: taking('*/*', binary), responses: answering('*/*', binary) }),
    },
    '/bodies/form': {
      post: operation('sendForm', {
        requestBody: taking('application/x-www-form-urlencoded', {
          type: 'object',
          required: ['name'],
          properties: { name: text, tags: strings, age: { type: 'integer' } },
        }),
      }),
    },
    '/bodies/files': {
      post: operation('sendFiles', {
        requestBody: taking('multipart/form-data', {
          type: 'object',
          required: ['file'],
          properties: { file: binary, more: { type: 'array', items: binary }, note: text, meta: schemaOf('a') },
        }),
      }),
    },
    '/bodies/vendor': {
      post: operation('sendVendor', {
        requestBody: taking('application/vnd.acme.v1+json', schemaOf('a')),
        responses: answering('application/vnd.acme.v1+json', schemaOf('a')),
      }),
    },
    '/bodies/optional': {
      post: operation('sendOptional', {
        requestBody: taking('application/json', schemaOf('a'), { required: false }),
        parameters: [query('must', text, { required: true })],
      }),
    },
    '/bodies/several': {
      post: operation('sendSeveral', {
        requestBody: {
          required: true,
          content: { 'application/xml': { schema: text }, 'application/json': { schema: schemaOf('a') } },
        },
        responses: {
          200: {
            description: 'Done.',
            content: { 'text/plain': { schema: text }, 'application/json': { schema: schemaOf('a') } },
          },
        },
      }),
    },
    '/answers/mixed': {
      get: operation('getMixed', {
        responses: {
          200: json(schemaOf('a')),
          206: { description: 'Part.', content: { 'application/octet-stream': { schema: binary } } },
          204: { description: 'None.' },
        },
      }),
    },
    '/answers/named': {
      get: operation('getNamed', {
        responses: { 200: json(ref('PetMap')), 201: json(ref('Pets')), 202: json(ref('Animal')) },
      }),
    },
    '/answers/default': { get: operation('getDefault', { responses: { default: json(schemaOf('a')) } }) },
    '/answers/failing': {
      get: operation('getFailing', {
        responses: {
          '2XX': json(schemaOf('a')),
          404: json(ref('Fault')),
          '4xx': json(ref('Fault')),
          409: { description: 'Text.', content: { 'text/plain': { schema: text } } },
          default: json(schemaOf('wrong')),
        },
      }),
    },
    '/sides': {
      post: operation('createSide', {
        requestBody: taking('application/json', ref('Side')),
        responses: { 201: json(ref('Side')) },
      }),
    },
    '/old/{id}': {
      get: operation('getOld', {
        deprecated: true,
        parameters: [
          { name: 'id', in: 'path', required: true, deprecated: true, schema: text },
          query('gone', text, { deprecated: true }),
        ],
        responses: { 200: json(ref('Old')) },
      }),
    },
    '/verbs/{id}:cancel': {
      post: operation('cancelVerb', {
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: ok,
      }),
    },
    '/secure/other': { get: operation('getOther', { security: [{ other: [] }] }) },
    '/secure/query': { get: operation('getInQuery', { security: [{ inQuery: [] }], parameters: [query('a', text)] }) },
    '/secure/cookie': { get: operation('getInCookie', { security: [{ inCookie: [] }] }) },
    '/secure/basic': { get: operation('getBasic', { security: [{ basic: [] }] }) },
    '/secure/either': { get: operation('getEither', { security: [{ bearer: [] }, { usual: [] }, {}] }) },
    '/secure/two': { get: operation('getTwo', { security: [{ other: [], inQuery: [] }] }) },
    '/secure/basic-or-bearer': { get: operation('getAny', { security: [{ basic: [] }, { bearer: [] }] }) },
    '/secure/none': { get: operation('getOpen', { security: [] }) },
  },
  {
    security: [{ bearer: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
        usual: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        other: { type: 'apiKey', in: 'header', name: 'X-Other' },
        inQuery: { type: 'apiKey', in: 'query', name: 'api key' },
        inCookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
      },
      // Safe cast: the schemas are those of OpenAPI 3.0.
      schemas: {
        Pets: { type: 'array', items: ref('Pet') },
        PetMap: { type: 'object', additionalProperties: ref('Pet') },
        Pet: { type: 'object', required: ['name'], properties: { name: text, old: { ...text, deprecated: true } } },
        Cat: { type: 'object', required: ['kind', 'claws'], properties: { kind: text, claws: { type: 'integer' } } },
        Dog: { type: 'object', required: ['kind', 'bark'], properties: { kind: text, bark: text } },
        Animal: {
          oneOf: [ref('Cat'), ref('Dog')],
          discriminator: {
            propertyName: 'kind',
            mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
          },
        },
        Fault: { type: 'object', required: ['code'], properties: { code: { type: 'integer' } } },
        Side: {
          type: 'object',
          required: ['id', 'name', 'secret'],
          properties: {
            id: { ...text, readOnly: true },
            name: text,
            secret: { ...text, writeOnly: true },
            level: { type: 'string', enum: ['low', 'high'], default: 'low' },
          },
        },
        Old: { type: 'object', deprecated: true, properties: { a: text } },
      } as unknown as Record<string, OpenAPIV3.SchemaObject>,
    },
  },
)

/** What a user writes. Each line that must not compile says so. */
const use = `
import { createAcme, isProblemOf, type Animal, type Pets, type PetMap, type SendFilesBody } from './client-sdk/src/index.ts'
const { things } = createAcme({ baseUrl: 'https://acme.test', apiKeys: { other: 'k' } })
// @ts-expect-error A key has the name of its scheme.
createAcme({ baseUrl: 'https://acme.test', apiKeys: { another: 'k' } })
export async function all(): Promise<unknown[]> {
  const found = await things.getNumber(1, true, 'a', [1, 2])
  const a: string = found.a
  // @ts-expect-error An integer is a number.
  void things.getNumber('1', true, 'a', [1])
  // @ts-expect-error An enum has its values.
  void things.getNumber(1, true, 'c', [1])
  void things.listQueries()
  void things.listQueries({ many: ['x'], flag: true, size: 1.5, deep: { b: { c: ['x'] } }, filter: { a: ['x'] } })
  // @ts-expect-error A list is a list.
  void things.listQueries({ many: 'x' })
  void things.listOnly({ ids: ['x'] })
  // @ts-expect-error What is required is required.
  void things.listOnly()
  void things.getHeaders({ 'X-Trace-Id': 't', 'x-count': 1, 'X-List': ['x'] }, { sid: 's' })
  // @ts-expect-error A required header is required.
  void things.getHeaders({}, { sid: 's' })
  // @ts-expect-error OpenAPI has another place for Accept.
  void things.getHeaders({ 'X-Trace-Id': 't', Accept: 'a' }, { sid: 's' })
  void things.createCondition('i', { a: '' }, { ifMatch: '"1"', idempotencyKey: 'k' })
  void things.putCondition('i', { a: '' }, { ifMatch: '"1"' })
  // @ts-expect-error A required condition is required.
  void things.putCondition('i', { a: '' })
  const csv: string = await things.sendText('a;b')
  // @ts-expect-error A text is a string.
  void things.sendText({ a: '' })
  const png: Blob = await things.sendBytes(new Blob(['x']))
  void things.sendBytes(new Uint8Array(1))
  const form = things.sendForm({ name: 'n', tags: ['x'], age: 1 })
  void things.sendFiles({ file: new Blob(['x']), more: [new Blob(['y'])], note: 'n', meta: { a: '' } })
  // @ts-expect-error A file is a Blob.
  const body: SendFilesBody = { file: 'x' }
  void things.sendOptional({ must: 'm' })
  void things.sendOptional({ must: 'm' }, { a: '' })
  const several = await things.sendSeveral({ a: '' })
  const mixed: { a: string } | Blob | undefined = await things.getMixed()
  const named: PetMap | Pets | Animal = await things.getNamed()
  const other: string = (await things.getDefault()).a
  void things.createSide({ name: 'n', secret: 's' })
  // @ts-expect-error A request has no readOnly member.
  void things.createSide({ id: 'i', name: 'n', secret: 's' })
  const side = await things.createSide({ name: 'n', secret: 's', level: 'high' })
  const id: string = side.id
  // @ts-expect-error An answer has no writeOnly member.
  const secret: string = side.secret
  return [a, csv, png, form, body, several.a, mixed, named, other, id, secret]
}
export function narrowed(animal: Animal): number | string {
  return animal.kind === 'cat' ? animal.claws : animal.bark
}
export function failed(error: unknown): unknown {
  if (!isProblemOf('getFailing', error)) return undefined
  if (error.status === 409) return (error.body as string).length
  return error.body
}
`

let files: Record<string, Files>
let faults: Record<string, string[]>

beforeAll(async () => {
  const made = Object.entries(contracts).map(async ([name, document]) => [name, await sdkFiles(document)] as const)
  files = Object.fromEntries(await Promise.all(made))
  files.features = { ...files.features, 'use.ts': use }
  faults = typeFaults(files)
}, 120_000)

describe('names of any kind compile', () => {
  test.each(Object.keys(contracts))('%s', (name) => {
    expect(faults[name]?.slice(0, 25)).toEqual([])
  })
})

test('each tag is a resource of its own', async () => {
  const { createAcme } = await loadModule(files.tags ?? {})
  const { requests, fetch } = recorder()
  // Safe cast: the SDK of this contract.
  const client = (createAcme as (options: object) => Record<string, Record<string, () => Promise<unknown>>>)({
    baseUrl: 'https://acme.test',
    fetch,
  })
  const resources = Object.keys(client).filter((name) => !['request', 'cacheScope'].includes(name))
  expect(resources).toHaveLength(nasty.length)
  for (const resource of resources) await Object.values(client[resource] ?? {})[0]?.()
  expect(new Set(requests.map(({ url }) => url)).size).toBe(nasty.length)
})

describe('requests', () => {
  type Things = Record<string, (...args: unknown[]) => Promise<unknown>>
  let create: (options: object) => { things: Things }

  beforeAll(async () => {
    // Safe cast: the SDK of this contract.
    create = (await loadModule(files.features ?? {})).createAcme as typeof create
  })

  async function sent(method: string, args: unknown[], options: object = {}) {
    const { requests, fetch } = recorder()
    await create({ baseUrl: 'https://acme.test', fetch, ...options }).things[method]?.(...args)
    const [request] = requests
    if (!request) throw new Error(`${method} sent nothing`)
    return request
  }
  const queryOf = async (query: object) => (await sent('listQueries', [query])).url.split('?')[1]

  test.each<[object, string]>([
    [{ many: ['a', 'b&', undefined] }, 'many=a&many=b%26'],
    [{ many: [] }, ''],
    [{ comma: ['a', 'b,c'] }, 'comma=a,b%2Cc'],
    [{ space: ['a', 'b'] }, 'space=a%20b'],
    [{ pipe: ['a', 'b'] }, 'pipe=a%7Cb'],
    [{ piped: ['a', 'b'] }, 'piped=a&piped=b'],
    [{ deep: { a: 'x', b: { c: ['y', 'z'] } } }, 'deep%5Ba%5D=x&deep%5Bb%5D%5Bc%5D=y&deep%5Bb%5D%5Bc%5D=z'],
    [{ members: { x: 1, y: 'é' } }, 'x=1&y=%C3%A9'],
    [{ pairs: { r: 1, g: 2 } }, 'pairs=r,1,g,2'],
    [{ filter: { a: ['x'] } }, `filter=${encodeURIComponent('{"a":["x"]}')}`],
    [{ flag: false, size: 1.5, many: undefined }, 'flag=false&size=1.5'],
  ])('a query %j is %s', async (query, written) => {
    expect((await queryOf(query)) ?? '').toBe(written)
  })

  test('a query of repeated values alone needs no code of its own', () => {
    const things = files.features?.['generated/client-sdk/things.ts'] ?? ''
    expect(/listOnly: \([^]*?query/.exec(things)?.[0]).not.toContain('queryOf')
    expect(files.plain?.['generated/client-sdk/untagged.ts']).not.toMatch(/queryOf|withHeaders|answers\.ts|bodies\.ts/)
  })

  test('ids of any type stand in the path', async () => {
    expect((await sent('getNumber', [0, false, 'a', [1, 2]])).url).toBe('https://acme.test/numbers/0/false/a/1%2C2')
    expect((await sent('cancelVerb', ['i/1'])).url).toBe('https://acme.test/verbs/i%2F1:cancel')
  })

  test('headers and cookies of the contract are sent; those of the caller overrule them', async () => {
    const given = { 'X-Trace-Id': 't', 'x-count': 0, 'X-List': ['a', 'b'] }
    const { headers } = await sent('getHeaders', [given, { sid: 'a b' }, { headers: { 'x-trace-id': 'mine' } }])
    const names = ['x-trace-id', 'x-count', 'x-list', 'cookie']
    expect(names.map((name) => headers.get(name))).toEqual(['mine', '0', 'a,b', 'sid=a%20b'])
  })

  test('a condition and a key are both sent, and the key makes the call repeatable', async () => {
    const { headers } = await sent('createCondition', ['i', { a: '' }, { ifMatch: '"1"', idempotencyKey: 'k' }])
    expect([headers.get('if-match'), headers.get('idempotency-key')]).toEqual(['"1"', 'k'])
    expect((await sent('createCondition', ['i', { a: '' }])).headers.get('idempotency-key')).toMatch(/./)
  })

  test.each<[string, unknown[], string | RegExp, string | RegExp]>([
    ['sendText', ['a;b'], 'text/csv', 'a;b'],
    ['sendBytes', [new Uint8Array([104, 105])], 'application/pdf', 'hi'],
    ['sendAny', [new Blob(['hi'], { type: 'image/gif' })], 'image/gif', 'hi'],
    ['sendForm', [{ name: 'a b', tags: ['x', 'y'], age: 1 }], /urlencoded/, 'name=a+b&tags=x&tags=y&age=1'],
    ['sendVendor', [{ a: '' }], 'application/vnd.acme.v1+json', '{"a":""}'],
    ['patchCondition', ['i', { a: '' }], 'application/merge-patch+json', '{"a":""}'],
    ['sendSeveral', [{ a: '' }], 'application/json', '{"a":""}'],
    ['sendOptional', [{ must: 'm' }, { a: '' }], 'application/json', '{"a":""}'],
    [
      'sendFiles',
      [{ file: new Blob(['hi']), more: [new Blob(['x']), new Blob(['y'])], note: 'n', meta: { a: '' } }],
      /multipart\/form-data; boundary/,
      /name="file"[^]*hi[^]*name="more"[^]*x[^]*name="more"[^]*y[^]*name="note"[^]*n[^]*\{"a":""\}/,
    ],
  ])('the body of %s', async (method, args, type, body) => {
    const request = await sent(method, args)
    expect(request.headers.get('content-type')).toEqual(typeof type === 'string' ? type : expect.stringMatching(type))
    const text = await request.text()
    expect(text).toEqual(typeof body === 'string' ? body : expect.stringMatching(body))
  })

  test('an absent body is none', async () => {
    const request = await sent('sendOptional', [{ must: 'm' }])
    expect([request.headers.get('content-type'), await request.text()]).toEqual([null, ''])
  })

  test.each<[string, unknown[], Response, unknown, string | null]>([
    ['sendText', ['a'], new Response('{"not":"parsed"}'), '{"not":"parsed"}', 'text/csv'],
    ['sendVendor', [{ a: '' }], Response.json({ a: 'x' }), { a: 'x' }, 'application/vnd.acme.v1+json'],
    ['sendSeveral', [{ a: '' }], Response.json({ a: 'x' }), { a: 'x' }, 'application/json'],
    ['getMixed', [], Response.json({ a: 'x' }), { a: 'x' }, 'application/octet-stream'],
    ['getMixed', [], new Response(null, { status: 204 }), undefined, 'application/octet-stream'],
    ['getDefault', [], Response.json({ a: 'x' }), { a: 'x' }, null],
    ['checkQueries', [], new Response(null), undefined, null],
  ])('the answer of %s(%j)', async (method, args, answer, data, accept) => {
    const { requests, fetch } = recorder(() => answer)
    const { things } = create({ baseUrl: 'https://acme.test', fetch })
    expect(await things[method]?.(...args)).toEqual(data)
    expect(requests[0]?.headers.get('accept')).toBe(accept)
  })

  test('bytes are a Blob, also beside answers of JSON', async () => {
    for (const method of ['sendBytes', 'sendAny', 'getMixed']) {
      const { fetch } = recorder(() => new Response('bytes', { headers: { 'content-type': 'image/png' } }))
      const blob = await create({ baseUrl: 'https://acme.test', fetch }).things[method]?.(new Blob(['x']))
      expect(blob).toBeInstanceOf(Blob)
      expect(await (blob as Blob).text()).toBe('bytes')
    }
  })

  const keys = { other: 'k', inQuery: 'k&', inCookie: 'c', usual: 'u' }
  test.each<[string, object, Record<string, string | null>, string]>([
    [
      'getOther',
      { apiKeys: keys, token: 't' },
      { 'x-other': 'k', 'x-api-key': null, authorization: null, cookie: null },
      '',
    ],
    ['getInQuery', { apiKeys: keys }, { 'x-other': null, 'x-api-key': null }, '?api%20key=k%26'],
    ['getInCookie', { apiKeys: keys }, { cookie: 'sid=c', 'x-api-key': null }, ''],
    ['getTwo', { apiKeys: keys }, { 'x-other': 'k', cookie: null }, '?api%20key=k%26'],
    ['getTwo', { apiKeys: {} }, { 'x-other': null }, ''],
    ['getBasic', { token: 'user:pass' }, { authorization: `Basic ${btoa('user:pass')}` }, ''],
    ['getBasic', { token: 'dXNlcg==' }, { authorization: 'Basic dXNlcg==' }, ''],
    ['getAny', { token: 'user:pass' }, { authorization: `Basic ${btoa('user:pass')}` }, ''],
    ['getAny', { token: 't' }, { authorization: 'Bearer t' }, ''],
    ['getEither', { apiKeys: keys }, { 'x-api-key': 'u', authorization: null }, ''],
    ['getEither', { token: 't' }, { 'x-api-key': null, authorization: 'Bearer t' }, ''],
    ['getOpen', { apiKeys: keys, token: 't' }, { 'x-api-key': null, authorization: null }, ''],
  ])('the credentials of %s with %j', async (method, options, headers, search) => {
    const request = await sent(method, [], options)
    expect(Object.fromEntries(Object.keys(headers).map((name) => [name, request.headers.get(name)]))).toEqual(headers)
    expect(new URL(request.url).search).toBe(search)
  })

  test('a contract of one key takes it as `apiKey`, wherever the key stands', async () => {
    const found = await Promise.all(
      ['keyInHeader', 'keyInQuery', 'keyInCookie'].map(async (name) => {
        const { requests, fetch } = recorder()
        const { createAcme } = (await loadModule(files[name] ?? {})) as { createAcme: typeof create }
        const { things } = createAcme({ baseUrl: 'https://acme.test', fetch, apiKey: 'k' })
        await things.getA?.()
        await things.getB?.()
        return requests.map(({ url, headers }) => [
          url.slice(17),
          headers.get('x-other'),
          headers.get('cookie'),
          headers.get('x-api-key'),
        ])
      }),
    )
    expect(found).toEqual([
      [
        ['/a', 'k', null, null],
        ['/b', null, null, null],
      ],
      [
        ['/a?api%20key=k', null, null, null],
        ['/b', null, null, null],
      ],
      [
        ['/a', null, 'sid=k', null],
        ['/b', null, null, null],
      ],
    ])
  })

  test('a failure in a range or of `default` is the operation’s own', async () => {
    const judge = async (method: string, status: number) => {
      const { fetch } = recorder(() => Response.json({ code: 1 }, { status }))
      const { createAcme, isProblemOf: own } = (await loadModule(files.features ?? {})) as {
        createAcme: typeof create
        isProblemOf: (id: string, error: unknown) => boolean
      }
      const call = createAcme({ baseUrl: 'https://acme.test', fetch, maxRetries: 0 }).things[method]?.()
      return call?.then(
        () => 'no error',
        (error: unknown) => [own(method, error), (error as { body: unknown }).body],
      )
    }
    expect(await judge('getFailing', 418)).toEqual([true, { code: 1 }])
    expect(await judge('getFailing', 500)).toEqual([true, { code: 1 }])
    expect(await judge('getOther', 418)).toEqual([false, { code: 1 }])
  })
})

describe('what is deprecated is struck through', () => {
  const text = (path: string) => files.features?.[`generated/${path}`] ?? ''
  /** The comment before the line. */
  const before = (source: string, line: string) => source.slice(0, source.indexOf(line)).split('/**').at(-1)

  test.each([
    ['client-sdk/things.ts', 'getOld(id'],
    ['client-sdk/react-query.ts', 'export function getOldQueryOptions'],
    ['client-sdk/msw.ts', "getOld: Handle<'getOld'>"],
    ['client-sdk/models.ts', 'export interface Old'],
    ['api.ts', 'old?: string'],
    ['api.ts', 'gone?: string'],
  ])('%s: %s', (path, line) => {
    expect(text(path)).toContain(line)
    expect(before(text(path), line)).toContain('@deprecated')
  })

  test('a deprecated argument says so, and examples do without', () => {
    const source = text('client-sdk/things.ts')
    expect(source).toContain('@param id - Deprecated.')
    expect(source).toContain('`gone`: Deprecated.')
    expect(source).toContain("acme.things.getOld('text')")
  })
})

describe('the mock', () => {
  type Mock = Record<string, (answer?: object) => HttpHandler>
  const mockOf = async (name: string) => {
    const msw = await loadModule(files[name] ?? {}, 'generated/client-sdk/msw.ts')
    // Safe cast: the mock of this contract.
    const { createMockHandlers, mockHandlers } = msw as {
      createMockHandlers: (baseUrl?: string) => Mock
      mockHandlers: (mock: Mock) => HttpHandler[]
    }
    const mock = createMockHandlers('https://acme.test')
    return { mock, handlers: mockHandlers(mock) }
  }
  const ask = async (handlers: HttpHandler[], method: string, path: string) => {
    const response = await getResponse(handlers, new Request(`https://acme.test${path}`, { method }))
    const type = response?.headers.get('content-type') ?? null
    return [response?.status, type, await response?.text()]
  }

  test.each([
    ['GET', '/numbers/1/true/a/1,2', 200, 'application/json', '{"a":"text"}'],
    ['POST', '/bodies/text', 200, 'text/csv', 'text'],
    ['POST', '/bodies/bytes', 200, 'image/png', 'bytes'],
    ['POST', '/bodies/any', 200, 'application/octet-stream', 'bytes'],
    ['POST', '/bodies/vendor', 200, 'application/vnd.acme.v1+json', '{"a":"text"}'],
    ['GET', '/answers/default', 200, 'application/json', '{"a":"text"}'],
    ['GET', '/answers/failing', 200, 'application/json', '{"a":"text"}'],
    ['POST', '/sides', 201, 'application/json', '{"id":"text","name":"text","level":"low"}'],
    ['GET', '/old/1', 200, 'application/json', '{"a":"text"}'],
    ['HEAD', '/queries', 200, null, ''],
    ['POST', '/verbs/a:cancel', 200, null, ''],
  ])('answers %s %s from its schema', async (method, path, status, type, body) => {
    const { handlers } = await mockOf('features')
    expect(await ask(handlers, method, path)).toEqual([status, type, body])
  })

  test('gives the failures of the contract: of a status, a range, and any other', async () => {
    const { mock } = await mockOf('features')
    const failing = async (status: number) =>
      ask([mock.getFailing?.({ status }) as HttpHandler], 'GET', '/answers/failing')
    expect(await failing(404)).toEqual([404, 'application/json', '{"status":404,"code":1}'])
    expect(await failing(418)).toEqual([418, 'application/json', '{"status":418,"code":1}'])
    expect(await failing(409)).toEqual([409, 'text/plain', 'text'])
    expect(await failing(500)).toEqual([500, 'application/json', '{"status":500,"wrong":"text"}'])
  })

  test('answers paths with names of any kind', async () => {
    for (const name of ['tags', 'operationIds', 'parameters', 'schemas', 'plain']) {
      const { handlers } = await mockOf(name)
      const operations = Object.entries(contracts[name]?.paths ?? {}).flatMap(([path, item]) =>
        Object.keys(item ?? {}).map((method) => [method, path]),
      )
      for (const [method = '', path = ''] of operations) {
        const [status] = await ask(handlers, method.toUpperCase(), path.replace(/\{[^}]+\}/g, '1'))
        expect([path, status]).toEqual([path, 200])
      }
    }
  })
})
