// Constructs of operations: bodies, answers, methods, security and names.
import { answering, get, operation, query, send, taking, type Construct } from './construct.ts'

const text = { type: 'string' }
const integer = { type: 'integer' }
const object = { type: 'object', required: ['a'], properties: { a: text, n: integer } }
const file = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' }, note: text },
}
const boundary = 'multipart/form-data; boundary=b'
const part = (name: string, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\nx\r\n`

/** Works, and says nothing about requests that could be wrong. */
const plain: Pick<Construct, 'wrong'> = { wrong: [] }

export const operations: Construct[] = [
  {
    name: 'JSON by a suffix: `application/merge-patch+json`, vendor types',
    paths: {
      '/o01': {
        patch: taking(object, 'application/merge-patch+json'),
        post: taking(object, 'application/vnd.acme.v1+json'),
      },
    },
    right: [
      send('PATCH /o01', { a: 'x' }, 'application/merge-patch+json'),
      send('POST /o01', { a: 'x' }, 'application/vnd.acme.v1+json'),
    ],
    wrong: [
      send('PATCH /o01', {}, 'application/merge-patch+json'),
      send('POST /o01', {}, 'application/vnd.acme.v1+json'),
    ],
    house: 'request-mime-type',
    heyApi: 'yes',
  },
  {
    name: 'form body',
    paths: { '/o02': { post: taking(object, 'application/x-www-form-urlencoded') } },
    right: [send('POST /o02', 'a=x&n=1', 'application/x-www-form-urlencoded')],
    wrong: [send('POST /o02', 'n=1', 'application/x-www-form-urlencoded')],
    house: 'request-mime-type',
    heyApi: 'yes',
  },
  {
    name: 'multipart body with a file',
    paths: { '/o03': { post: taking(file, 'multipart/form-data') } },
    right: [send('POST /o03', `${part('file', '; filename="a.txt"\r\nContent-Type: text/plain')}--b--\r\n`, boundary)],
    wrong: [send('POST /o03', `${part('note')}--b--\r\n`, boundary)],
    house: 'request-mime-type',
    heyApi: 'yes',
  },
  {
    name: 'text body',
    paths: { '/o04': { post: taking({ type: 'string', maxLength: 3 }, 'text/plain') } },
    right: [send('POST /o04', 'abc', 'text/plain')],
    wrong: [send('POST /o04', 'abcd', 'text/plain')],
    house: 'request-mime-type',
    heyApi: 'yes',
  },
  {
    name: 'binary body',
    paths: { '/o05': { post: taking({ type: 'string', format: 'binary' }, 'application/octet-stream') } },
    right: [send('POST /o05', 'bytes', 'application/octet-stream')],
    ...plain,
    house: 'request-mime-type',
    heyApi: 'yes',
  },
  {
    name: 'XML body: carried, not validated',
    paths: { '/o06': { post: taking(object, 'application/xml') } },
    right: [send('POST /o06', '<a/>', 'application/xml')],
    ...plain,
    house: 'request-mime-type',
    heyApi: 'text',
  },
  {
    name: 'several media types of one body',
    paths: {
      '/o07': {
        post: operation({
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: object },
              'application/x-www-form-urlencoded': { schema: object },
            },
          },
        }),
      },
    },
    right: [send('POST /o07', { a: 'x' }), send('POST /o07', 'a=x', 'application/x-www-form-urlencoded')],
    wrong: [send('POST /o07', {}), send('POST /o07', 'n=1', 'application/x-www-form-urlencoded')],
    house: 'request-mime-type',
    heyApi: 'the first',
  },
  {
    name: 'media type that the operation does not have',
    paths: { '/o08': { post: taking(object) } },
    right: [send('POST /o08', { a: 'x' })],
    wrong: [send('POST /o08', 'a', 'text/plain')],
    heyApi: '–',
  },
  {
    name: 'body that may be left out',
    paths: { '/o09': { post: operation({ requestBody: { content: { 'application/json': { schema: object } } } }) } },
    right: [{ line: 'POST /o09' }, send('POST /o09', { a: 'x' })],
    wrong: [send('POST /o09', {})],
    house: 'contract/null-bodies',
    heyApi: 'type',
  },
  {
    name: 'body of a DELETE: carried, with a warning',
    paths: { '/o10': { delete: taking(object) } },
    right: [send('DELETE /o10', { a: 'x' })],
    wrong: [send('DELETE /o10', {})],
    house: 'contract/delete-bodies',
    heyApi: 'yes',
  },
  {
    name: 'body of a GET or HEAD',
    paths: { '/o90': { get: taking(object) } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/method-bodies', reason: 'fetch sends none' },
    heyApi: 'throws',
  },
  {
    name: 'TRACE',
    paths: { '/o91': { trace: operation() } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/sendable-methods', reason: 'fetch refuses it' },
    heyApi: 'throws',
  },
  { name: 'HEAD', paths: { '/o11': { head: operation() } }, right: [{ line: 'HEAD /o11' }], ...plain, heyApi: 'yes' },
  {
    name: 'PATCH: repeated with an Idempotency-Key alone',
    paths: { '/o12': { patch: taking(object) } },
    right: [send('PATCH /o12', { a: 'x' })],
    wrong: [send('PATCH /o12', {})],
    house: 'rule/operation-id',
    heyApi: 'no retries',
  },
  {
    name: 'text answer',
    paths: { '/o13': { get: answering(text, 'text/plain') } },
    right: [get('/o13')],
    ...plain,
    house: 'contract/response-media-types',
    heyApi: 'yes',
  },
  {
    name: 'binary answer',
    paths: { '/o14': { get: answering({ type: 'string', format: 'binary' }, 'image/png') } },
    right: [get('/o14')],
    ...plain,
    house: 'contract/response-media-types',
    heyApi: 'yes',
  },
  {
    name: '`default` and `4XX` answers',
    paths: { '/o15': { get: { responses: { default: { description: 'Any' }, '4XX': { description: 'No' } } } } },
    right: [get('/o15')],
    ...plain,
    house: 'rule/statuses',
    heyApi: 'type',
  },
  {
    name: 'no operationId, no tag',
    paths: { '/o16': { get: operation() } },
    right: [get('/o16')],
    ...plain,
    house: 'rule/one-tag',
    heyApi: 'yes',
  },
  {
    name: 'tags with spaces and capitals, and reserved words',
    paths: {
      '/o17/a': { get: operation({ tags: ['Probe Things'] }) },
      '/o17/b': { get: operation({ tags: ['export'] }) },
      '/o17/c': { get: operation({ tags: ['request'] }) },
    },
    right: [get('/o17/a'), get('/o17/b'), get('/o17/c')],
    ...plain,
    house: 'operation-tag-defined',
    heyApi: 'yes',
  },
  {
    name: 'schemas named as types of the language or of the client',
    paths: {
      '/o18': {
        post: taking({ $ref: '#/components/schemas/Record' }),
        get: answering({ $ref: '#/components/schemas/probes.v1.Probe' }),
      },
    },
    components: { schemas: { Record: object, Client: object, 'probes.v1.Probe': object } },
    right: [send('POST /o18', { a: 'x' }), get('/o18')],
    wrong: [send('POST /o18', {})],
    heyApi: 'yes',
  },
  {
    name: 'alternatives and combinations of security',
    paths: {
      '/o19/a': { get: operation({ security: [{ o19Key: [] }, { o19Token: [] }] }) },
      '/o19/b': { get: operation({ security: [{ o19Key: [], o19Token: [] }] }) },
    },
    components: {
      securitySchemes: {
        o19Key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        o19Token: { type: 'http', scheme: 'bearer' },
      },
    },
    right: [get('/o19/a', { 'x-key': 'k' }), get('/o19/b', { 'x-key': 'k', authorization: 'Bearer t' })],
    ...plain,
    house: 'contract/caller-rights',
    heyApi: 'yes',
  },
  {
    name: 'security that no component declares',
    paths: { '/o92': { get: operation({ security: [{ nobody: [] }] }) } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/declared-security', reason: 'no caller can prove it' },
    heyApi: '–',
  },
  {
    name: 'callbacks and links: documentation',
    paths: {
      '/o20': {
        post: operation({
          callbacks: { done: { '{$request.query.url}': { post: operation() } } },
          responses: { 200: { description: 'OK', links: { next: { operationRef: '#/paths/~1o11/head' } } } },
        }),
      },
    },
    right: [{ line: 'POST /o20' }],
    ...plain,
    house: 'contract/known-extensions',
    heyApi: '–',
  },
  {
    name: '`deprecated`',
    paths: { '/o21': { get: { ...query({ deprecated: true }, text), deprecated: true } } },
    right: [get('/o21')],
    ...plain,
    heyApi: 'yes',
  },
  {
    name: 'path with a fragment',
    paths: { '/o95#add': { get: operation() } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/sendable-paths', reason: 'no client sends it' },
    heyApi: 'type',
  },
]
