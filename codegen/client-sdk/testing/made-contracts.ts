// For the tests: contracts that are not ours, with troublesome names and with every construct that the SDK takes.
import type { OpenAPIV3 } from 'openapi-types'
import type { Contract } from '../../contract.ts'
import { nasty } from './nasty-names.ts'

export const text = { type: 'string' } as const
export const ok = { 200: { description: 'Done.' } }
export const json = (schema: object, more: object = {}) => ({
  description: 'Done.',
  content: { 'application/json': { schema, ...more } },
})
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
export const query = (name: string, schema: object, more: object = {}) => ({ name, in: 'query', schema, ...more })

/** A contract with the paths, and with what else is given. */
export function contract(paths: object, more: Partial<Contract> = {}): Contract {
  // Safe cast: the tests write OpenAPI 3.0.
  return { openapi: '3.0.3', info: { title: 'Acme', version: '1' }, paths: paths as OpenAPIV3.PathsObject, ...more }
}

export const schemaOf = (member: string) => ({ type: 'object', required: [member], properties: { [member]: text } })
/** Component names take letters, digits, dots, dashes and underscores. */
export const components = nasty.filter((name) => /^[\w.-]+$/.test(name) && name !== '__proto__')
export const pathNames = nasty.filter((name) => name !== '' && !/[/{}~]/.test(name))

export const contracts: Record<string, Contract> = {
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

export const binary = { type: 'string', format: 'binary' } as const
export const strings = { type: 'array', items: text } as const
export const headerNamed = (name: string, more: object = {}) => ({ name, in: 'header', schema: text, ...more })
export const operation = (operationId: string, more: object) => ({
  operationId,
  tags: ['things'],
  responses: { 200: json(schemaOf('a')) },
  ...more,
})
export const taking = (type: string, schema: object, more: object = {}) => ({
  required: true,
  content: { [type]: { schema } },
  ...more,
})
export const answering = (type: string, schema: object = text) => ({
  200: { description: 'Done.', content: { [type]: { schema } } },
})

export const keyed = (scheme: object, more: object = {}) =>
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
    '/shelves/{shelf}/books': {
      get: operation('listShelfBooks', {
        'x-pagination': { items: 'books' },
        parameters: [
          { name: 'shelf', in: 'path', required: true, schema: text },
          query('cursor', text),
          query('comma', strings, { explode: false }),
          headerNamed('x-count', { schema: { type: 'integer' } }),
        ],
        responses: {
          200: json({
            type: 'object',
            required: ['books'],
            properties: { books: { type: 'array', items: schemaOf('a') }, nextCursor: text },
          }),
        },
      }),
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
