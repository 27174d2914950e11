// For the tests: a made-up contract, and every kind of change of it with the sentence that tells it and what it asks for.
import type { Contract } from '../../model.ts'
import type { Bump, Consumer } from '../change.ts'

/** A copy of JSON that tests change freely. */
export type Loose = { [name: string]: Loose } & Loose[]

const text = { type: 'string', maxLength: 10 }
const agents = ['mcp']
const cognito = [{ cognito: ['read'] }]
const flow = {
  authorizationUrl: 'https://a.test',
  tokenUrl: 'https://t.test',
  scopes: { read: 'Read', write: 'Write' },
}
const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } })

const base = {
  openapi: '3.0.3',
  info: { title: 'Things', version: '1' },
  tags: [{ name: 'things' }, { name: 'others' }],
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        tags: ['things'],
        summary: 'List things',
        'x-agents': agents,
        'x-pagination': { items: 'things' },
        security: cognito,
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 } },
          { name: 'color', in: 'query', schema: { $ref: '#/components/schemas/Color' } },
          { name: 'If-None-Match', in: 'header', schema: text },
        ],
        responses: {
          200: {
            description: 'Things.',
            headers: { ETag: { required: true, schema: text } },
            content: json('ThingList'),
          },
          304: { description: 'Not changed.' },
          404: { description: 'Nothing.' },
        },
      },
      post: {
        operationId: 'createThing',
        tags: ['things'],
        security: cognito,
        requestBody: { required: true, content: json('ThingInput') },
        responses: { 201: { description: 'The thing.', content: json('Thing') } },
      },
    },
    '/things/{id}': {
      delete: {
        operationId: 'deleteThing',
        tags: ['things'],
        security: [{ apiKey: [] }],
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        responses: { 204: { description: 'Gone.' } },
      },
    },
  },
  components: {
    securitySchemes: {
      cognito: { type: 'oauth2', flows: { authorizationCode: flow } },
      apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
    },
    schemas: {
      Color: { type: 'string', enum: ['red', 'green'] },
      State: { type: 'string', enum: ['new', 'old'] },
      ThingInput: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: { name: text, color: { $ref: '#/components/schemas/Color' }, size: { type: 'number', default: 1 } },
      },
      Thing: {
        type: 'object',
        required: ['id', 'state'],
        properties: { id: text, state: { $ref: '#/components/schemas/State' }, note: { ...text, nullable: false } },
      },
      ThingList: {
        type: 'object',
        required: ['things'],
        properties: { things: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } },
      },
    },
  },
  'x-cors': { allowHeaders: ['authorization'], exposeHeaders: ['ETag'] },
  'x-problem-types': { 'not-found': { status: 404, title: 'Not found', description: 'Nothing.' } },
  'x-response-headers': { 'X-Frame-Options': 'DENY' },
}

export const made = base as unknown as Contract

export function changed(change: (document: Loose) => void): Contract {
  // Safe cast: a change of the test may make any JSON of it.
  const copy = structuredClone(base) as unknown as Loose
  change(copy)
  return copy as unknown as Contract
}

type Part = Record<string, unknown>
/** The place in the copy, to assign to. */
const at = (document: Loose, ...path: (string | number)[]): Part =>
  // Safe cast: a wrong path throws at the assignment.
  path.reduce<unknown>((node, name) => (node as Record<string | number, unknown>)[name], document) as Part

const list = (document: Loose) => at(document, 'paths', '/things', 'get')
const create = (document: Loose) => at(document, 'paths', '/things', 'post')
const schema = (document: Loose, name: string, ...path: string[]) =>
  at(document, 'components', 'schemas', name, ...path)

type Row = [name: string, change: (document: Loose) => void, sentence: string, asks: Partial<Record<Consumer, Bump>>]

/** Changes that break a consumer. */
export const breaking: Row[] = [
  [
    'a removed operation',
    (d) => delete at(d, 'paths', '/things').get,
    'GET /things is gone.',
    { sdk: 'major', wire: 'major', agents: 'major', gateway: 'major' },
  ],
  [
    'a removed path',
    (d) => delete at(d, 'paths')['/things/{id}'],
    'DELETE /things/{id} is gone.',
    { wire: 'major', gateway: 'major' },
  ],
  [
    'a removed member of an answer',
    (d) => delete schema(d, 'Thing', 'properties').note,
    '`Thing` has no member `note` any more.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'a removed member of a request',
    (d) => delete schema(d, 'ThingInput', 'properties').size,
    '`ThingInput` has no member `size` any more.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'a narrowed enum of a request',
    (d) => Object.assign(schema(d, 'Color'), { enum: ['red'] }),
    '`Color` no longer takes `green`.',
    { sdk: 'major', wire: 'major', agents: 'major' },
  ],
  [
    'a widened enum of an answer',
    (d) => Object.assign(schema(d, 'State'), { enum: ['new', 'old', 'lost'] }),
    '`State` also may be `lost`.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'a narrowed enum of an answer',
    (d) => Object.assign(schema(d, 'State'), { enum: ['new'] }),
    '`State` is no longer `old`.',
    { sdk: 'major', wire: 'minor' },
  ],
  [
    'a new required member of a request',
    (d) => {
      schema(d, 'ThingInput', 'properties').weight = text
      schema(d, 'ThingInput').required = ['name', 'weight']
    },
    '`ThingInput` has a new required member `weight`.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'a member that becomes required',
    (d) => {
      schema(d, 'ThingInput').required = ['name', 'color']
    },
    '`color` of `ThingInput` is now required.',
    { wire: 'major' },
  ],
  [
    'a member of an answer that may be absent',
    (d) => {
      schema(d, 'Thing').required = ['id']
    },
    '`state` of `Thing` is no longer required.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'a changed type',
    (d) => {
      schema(d, 'Thing', 'properties').id = { type: 'integer' }
    },
    '`id` of `Thing` is integer, and was string.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'a changed type of a parameter',
    (d) => {
      at(d, 'paths', '/things', 'get', 'parameters', 0).schema = text
    },
    '`limit` (query) is string, and was integer.',
    { wire: 'major', agents: 'major' },
  ],
  [
    'a changed format',
    (d) => {
      schema(d, 'Thing', 'properties').id = { ...text, format: 'uuid' }
    },
    '`id` of `Thing` has the format uuid, and had none.',
    { wire: 'major' },
  ],
  [
    'a changed default',
    (d) => {
      at(d, 'paths', '/things', 'get', 'parameters', 0, 'schema').default = 10
    },
    '`limit` (query) has default `10`, and had default `25`.',
    { sdk: 'major', wire: 'major', agents: 'major' },
  ],
  [
    'a default that is gone',
    (d) => delete schema(d, 'ThingInput', 'properties', 'size').default,
    '`size` of `ThingInput` has no default, and had default `1`.',
    { wire: 'major' },
  ],
  [
    'a renamed operationId',
    (d) => {
      list(d).operationId = 'findThings'
    },
    'Its operationId is findThings, and was listThings: its type, its method and its tool have another name.',
    { sdk: 'major', agents: 'major' },
  ],
  [
    'other security',
    (d) => {
      list(d).security = [{ apiKey: [] }]
    },
    'It is called with apiKey, and was with cognito read.',
    { wire: 'major', gateway: 'major', agents: 'major' },
  ],
  [
    'another scope',
    (d) => {
      list(d).security = [{ cognito: ['write'] }]
    },
    'It is called with cognito write, and was with cognito read.',
    { wire: 'major' },
  ],
  [
    'a removed status',
    (d) => delete at(d, 'paths', '/things', 'get', 'responses')['404'],
    'It does not answer 404 any more.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'a new success',
    (d) => {
      at(d, 'paths', '/things', 'post', 'responses')['202'] = { description: 'Later.' }
    },
    'It may also answer 202.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'a removed parameter',
    (d) => {
      list(d).parameters = []
    },
    'It takes no `color` (query) any more.',
    { sdk: 'major', wire: 'major', agents: 'major' },
  ],
  [
    'a new required parameter',
    (d) => {
      create(d).parameters = [{ name: 'dry', in: 'query', required: true, schema: text }]
    },
    'It takes a new required parameter `dry` (query).',
    { wire: 'major' },
  ],
  [
    'a shorter text',
    (d) => {
      schema(d, 'ThingInput', 'properties').name = { type: 'string', maxLength: 5 }
    },
    '`name` of `ThingInput` has maxLength `5`, and had maxLength `10`.',
    { wire: 'major' },
  ],
  [
    'another pattern',
    (d) => {
      schema(d, 'ThingInput', 'properties').name = { ...text, pattern: '^a' }
    },
    '`name` of `ThingInput` has pattern `^a`, and had no pattern.',
    { wire: 'major' },
  ],
  [
    'an answer that may be null',
    (d) => {
      schema(d, 'Thing', 'properties', 'note').nullable = true
    },
    '`note` of `Thing` may be null.',
    { sdk: 'major', wire: 'major' },
  ],
  [
    'another media type',
    (d) => {
      at(d, 'paths', '/things', 'get', 'responses', '200').content = { 'text/csv': { schema: text } }
    },
    'its answer 200 is no longer application/json.',
    { wire: 'major' },
  ],
  [
    'a header that is gone',
    (d) => delete at(d, 'paths', '/things', 'get', 'responses', '200').headers,
    'The header ETag of its answer 200 is gone.',
    { wire: 'major' },
  ],
  [
    'another tag',
    (d) => {
      list(d).tags = ['others']
    },
    'Its tag is others, and was things: the SDK has it in another place.',
    { sdk: 'major' },
  ],
  ['a tool that is none', (d) => delete list(d)['x-agents'], 'It is no tool of mcp any more.', { agents: 'major' }],
  [
    'a header that other origins may not send',
    (d) => {
      at(d, 'x-cors').allowHeaders = []
    },
    'The header that other origins may send authorization is gone.',
    { wire: 'major', gateway: 'major' },
  ],
  [
    'a problem type that is gone',
    (d) => {
      d['x-problem-types'] = {} as Loose
    },
    'The problem type not-found is gone.',
    { sdk: 'major', wire: 'major' },
  ],
]

/** What breaks nobody, but is told. */
export const harmless: Row[] = [
  [
    'a new operation',
    (d) => {
      at(d, 'paths')['/new'] = { get: { operationId: 'getNew', tags: ['things'], responses: {} } }
    },
    'GET /new is new.',
    { sdk: 'minor', wire: 'minor', gateway: 'minor' },
  ],
  [
    'a new optional member',
    (d) => {
      schema(d, 'ThingInput', 'properties').weight = text
    },
    '`ThingInput` has a new member `weight`.',
    { sdk: 'minor', wire: 'minor' },
  ],
  [
    'a widened enum of a request',
    (d) => {
      schema(d, 'Color').enum = ['red', 'green', 'blue']
    },
    '`Color` also takes `blue`.',
    { wire: 'minor', agents: 'minor' },
  ],
  [
    'a longer text',
    (d) => {
      schema(d, 'ThingInput', 'properties').name = { type: 'string', maxLength: 50 }
    },
    '`name` of `ThingInput` has maxLength `50`, and had maxLength `10`.',
    { wire: 'minor' },
  ],
  [
    'anyone may call',
    (d) => {
      list(d).security = []
    },
    'It is called with nothing, and was with cognito read.',
    { wire: 'minor', gateway: 'minor' },
  ],
  [
    'another way to call',
    (d) => {
      list(d).security = [...cognito, { apiKey: [] }]
    },
    'It is called with cognito read, or apiKey, and was with cognito read.',
    { wire: 'minor' },
  ],
  [
    'a deprecation',
    (d) => Object.assign(list(d), { deprecated: true, 'x-sunset': '2027-06-30' }),
    'It is deprecated, and may be gone from 2027-06-30 on.',
    { sdk: 'minor', wire: 'minor', agents: 'minor' },
  ],
  [
    'a new failure',
    (d) => {
      at(d, 'paths', '/things', 'get', 'responses')['409'] = { description: 'Conflict.' }
    },
    'It may also answer 409.',
    { wire: 'minor' },
  ],
  [
    'other words',
    (d) => {
      list(d).summary = 'List all things'
    },
    'It is described in other words.',
    { sdk: 'patch', agents: 'patch' },
  ],
]
