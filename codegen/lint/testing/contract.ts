// A small contract in two files that every rule of redocly.yaml accepts; the tests of the rules break it one by one.

const errors = {
  400: 'Invalid request',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'Not found',
  412: 'Precondition failed',
  413: 'Payload too large',
  415: 'Unsupported media type',
  422: 'Key reused',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  503: 'Service unavailable',
  504: 'Gateway timeout',
}
type Status = keyof typeof errors

const ref = (pointer: string) => ({ $ref: `things.yaml#${pointer}` })
const header = (name: string) => ({ [name]: { $ref: `#/headers/${name}` } })
const json = (schema: string, example: object) => ({ 'application/json': { schema: { $ref: schema }, example } })
const answers = (...statuses: Status[]) =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/responses/${status}` }]))

const slug = (status: Status) => errors[status].toLowerCase().replaceAll(' ', '-')
const problem = (status: Status) => ({
  type: `/docs/problems/${slug(status)}`,
  title: errors[status],
  status,
  detail: 'What happened.',
  error: errors[status],
  message: 'What happened.',
})
const errorHeaders: Partial<Record<Status, object>> = {
  401: header('WWW-Authenticate'),
  429: header('Retry-After'),
  503: header('Retry-After'),
}

const thing = { id: '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10', name: 'A thing', size: 3 }
const read = { tags: ['things'], security: [{ cognito: ['frontdesk/read'] }] }
const write = { tags: ['things'], security: [{ cognito: ['frontdesk/write'] }] }
const key = { tags: ['things'], security: [{ apiKey: [] }] }
const text = { type: 'string', maxLength: 100 }

const root = {
  openapi: '3.0.3',
  info: {
    title: 'Things',
    version: '1.0.0',
    description: 'Keeps things.',
    license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    contact: { name: 'Maintainers', url: 'https://frontdesk.example' },
  },
  servers: [
    { url: 'http://localhost:3000', description: 'The local cloud' },
    { url: 'https://api.frontdesk.example', description: 'A deployed stage' },
  ],
  tags: [{ name: 'things', 'x-displayName': 'Things', description: 'What is kept.' }],
  paths: {
    '/things': ref('/paths/~1things'),
    '/things/{thingId}': ref('/paths/~1things~1{thingId}'),
    '/names/{name}': ref('/paths/~1names~1{name}'),
    '/about.json': ref('/paths/~1about.json'),
  },
  components: {
    securitySchemes: {
      cognito: {
        type: 'oauth2',
        description: 'A token.',
        flows: {
          clientCredentials: {
            tokenUrl: 'https://auth.frontdesk.example/oauth2/token',
            scopes: { 'frontdesk/read': 'Read things', 'frontdesk/write': 'Change things' },
          },
        },
      },
      apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'A key.' },
    },
  },
  'x-problem-types': ref('/types'),
}

const things = {
  paths: {
    '/things': {
      get: {
        ...read,
        operationId: 'listThings',
        summary: 'List things',
        description: 'Lists things.',
        'x-agents': ['amazon-q'],
        'x-pagination': { items: 'things' },
        parameters: [{ $ref: '#/parameters/limit' }, { $ref: '#/parameters/cursor' }],
        responses: {
          200: { description: 'A page.', content: json('#/schemas/ThingList', { things: [thing], nextCursor: 'abc' }) },
          ...answers(400, 401, 403, 429, 431, 500, 503, 504),
        },
      },
      post: {
        ...write,
        operationId: 'createThing',
        summary: 'Create a thing',
        description: 'Creates a thing.',
        parameters: [{ $ref: '#/parameters/Idempotency-Key' }],
        requestBody: {
          required: true,
          description: 'The new thing.',
          content: {
            'application/json': {
              schema: { $ref: '#/schemas/ThingInput' },
              examples: { least: { summary: 'The least', value: { name: 'A thing', labels: { a: 'b' }, parts: [] } } },
            },
          },
        },
        responses: {
          201: {
            description: 'The thing was created.',
            headers: { ...header('ETag'), ...header('Location') },
            content: json('#/schemas/Thing', thing),
          },
          ...answers(400, 401, 403, 413, 415, 422, 429, 431, 500, 503, 504),
        },
      },
    },
    '/things/{thingId}': {
      parameters: [{ $ref: '#/parameters/thingIdInPath' }],
      get: {
        ...read,
        operationId: 'getThing',
        summary: 'Get a thing',
        description: 'Returns a thing.',
        parameters: [{ $ref: '#/parameters/If-None-Match' }],
        responses: {
          200: { description: 'The thing.', headers: header('ETag'), content: json('#/schemas/Thing', thing) },
          304: { description: 'The thing has not changed.', headers: header('ETag') },
          ...answers(400, 401, 403, 404, 429, 431, 500, 503, 504),
        },
      },
      delete: {
        ...write,
        operationId: 'deleteThing',
        summary: 'Delete a thing',
        description: 'Deletes a thing.',
        parameters: [{ $ref: '#/parameters/If-Match' }],
        responses: {
          204: { description: 'The thing is gone.' },
          ...answers(400, 401, 403, 404, 412, 429, 431, 500, 503, 504),
        },
      },
    },
    '/names/{name}': {
      parameters: [{ $ref: '#/parameters/nameInPath' }],
      put: {
        ...key,
        operationId: 'putName',
        summary: 'Register a name',
        description: 'Makes sure that the name exists.',
        responses: {
          201: {
            description: 'The name is new.',
            headers: header('Location'),
            content: json('#/schemas/Name', { name: 'a' }),
          },
          ...answers(400, 403, 429, 431, 500, 503, 504),
        },
      },
    },
    '/about.json': {
      get: {
        tags: ['things'],
        security: [],
        operationId: 'getAbout',
        summary: 'Get what this is',
        description: 'Says what this is.',
        responses: {
          200: { description: 'What this is.', content: json('#/schemas/Name', { name: 'Things' }) },
          ...answers(400, 429, 431, 500),
        },
      },
    },
  },
  parameters: {
    limit: {
      name: 'limit',
      in: 'query',
      description: 'How many things a page holds.',
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
      example: 25,
    },
    cursor: { name: 'cursor', in: 'query', description: 'Where the page begins.', schema: text },
    thingIdInPath: {
      name: 'thingId',
      in: 'path',
      required: true,
      description: 'Id of the thing.',
      schema: { $ref: '#/schemas/ThingId' },
      example: thing.id,
    },
    nameInPath: { name: 'name', in: 'path', required: true, description: 'The name.', schema: text },
    'Idempotency-Key': { name: 'Idempotency-Key', in: 'header', description: 'Makes a repeat safe.', schema: text },
    'If-Match': { name: 'If-Match', in: 'header', description: 'Only if unchanged.', schema: text },
    'If-None-Match': { name: 'If-None-Match', in: 'header', description: 'Only if changed.', schema: text },
  },
  schemas: {
    ThingId: { type: 'string', format: 'uuid', description: 'Id of the thing.' },
    ThingInput: {
      type: 'object',
      description: 'What a thing is made of.',
      required: ['name'],
      additionalProperties: false,
      properties: {
        name: { ...text, description: 'What it is called.' },
        labels: {
          type: 'object',
          description: 'Facts about the thing.',
          maxProperties: 10,
          additionalProperties: { ...text, description: 'A fact.' },
        },
        parts: {
          type: 'array',
          maxItems: 10,
          description: 'What it consists of.',
          items: {
            type: 'object',
            description: 'A part.',
            additionalProperties: false,
            properties: { partNumber: { type: 'integer', minimum: 1, maximum: 99, description: 'Its number.' } },
          },
        },
      },
    },
    Thing: {
      type: 'object',
      description: 'A thing.',
      required: ['id', 'name'],
      properties: {
        id: { $ref: '#/schemas/ThingId' },
        name: { ...text, description: 'What it is called.' },
        size: { type: 'number', format: 'double', minimum: 0, maximum: 10, description: 'How big it is.', example: 3 },
      },
    },
    ThingList: {
      type: 'object',
      description: 'A page of things.',
      required: ['things'],
      properties: {
        things: { type: 'array', maxItems: 100, description: 'The things.', items: { $ref: '#/schemas/Thing' } },
        nextCursor: { ...text, description: 'Where the next page begins.' },
      },
    },
    Name: { type: 'object', description: 'A name.', properties: { name: { ...text, description: 'The name.' } } },
    Problem: {
      type: 'object',
      description: 'What went wrong.',
      properties: {
        ...Object.fromEntries(
          ['type', 'title', 'detail', 'error', 'message'].map((name) => [name, { ...text, description: name }]),
        ),
        status: { type: 'integer', minimum: 400, maximum: 599, description: 'The status.' },
      },
    },
  },
  headers: {
    ETag: { description: 'Version.', schema: text, example: '"1"' },
    Location: { description: 'Path of the new thing.', schema: text, example: '/things/1' },
    'Retry-After': {
      description: 'Seconds to wait.',
      schema: { type: 'integer', minimum: 0, maximum: 60 },
      example: 2,
    },
    'WWW-Authenticate': { description: 'The challenge.', schema: text, example: 'Bearer' },
  },
  types: Object.fromEntries(
    statuses().map((status) => [slug(status), { status, title: errors[status], description: 'What it means.' }]),
  ),
  responses: Object.fromEntries(
    statuses().map((status) => [
      status,
      {
        description: errors[status],
        headers: errorHeaders[status] ?? {},
        content: { 'application/problem+json': { schema: { $ref: '#/schemas/Problem' }, example: problem(status) } },
      },
    ]),
  ),
}

export const contract: Record<string, object> = { 'openapi.yaml': root, 'things.yaml': things }

function statuses(): Status[] {
  return Object.keys(errors).map((status) => Number(status) as Status)
}
