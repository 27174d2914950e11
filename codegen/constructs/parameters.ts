// Constructs of parameters.
import { get, operation, query, type Construct } from './construct.ts'

const text = { type: 'string' }
const list = { type: 'array', items: { type: 'integer' } }
const object = { type: 'object', properties: { size: { type: 'integer' }, color: text } }
const path = (schema: object, more: object = {}) =>
  operation({ parameters: [{ name: 'id', in: 'path', required: true, ...more, schema }] })
const header = (schema: object) =>
  operation({ parameters: [{ name: 'X-Count', in: 'header', required: true, schema }] })

export const parameters: Construct[] = [
  {
    name: 'integer in a path',
    paths: { '/p01/{id}': { get: path({ type: 'integer' }) } },
    right: [get('/p01/7')],
    wrong: [get('/p01/seven')],
    house: 'contract/scalar-parameters',
    heyApi: 'type',
  },
  {
    name: 'number, boolean and date in a query',
    paths: {
      '/p02/n': { get: query({}, { type: 'number' }) },
      '/p02/b': { get: query({}, { type: 'boolean' }) },
      '/p02/d': { get: query({}, { type: 'string', format: 'date' }) },
    },
    right: [get('/p02/n?q=1.5'), get('/p02/b?q=true'), get('/p02/d?q=2026-01-31')],
    wrong: [get('/p02/n?q=x'), get('/p02/b?q=yes'), get('/p02/d?q=2026-02-30')],
    house: 'contract/scalar-parameters',
    heyApi: 'type',
  },
  {
    name: 'array in a query: `form`, exploded',
    paths: { '/p03': { get: query({}, list) } },
    right: [get('/p03?q=1&q=2'), get('/p03?q=1')],
    wrong: [get('/p03?q=1&q=x')],
    house: 'contract/scalar-parameters',
    heyApi: 'type, serializer',
  },
  {
    name: 'array in a query: `form`, not exploded',
    paths: { '/p04': { get: query({ explode: false }, list) } },
    right: [get('/p04?q=1,2')],
    wrong: [get('/p04?q=1,x')],
    house: 'rule/parameter-form',
    heyApi: 'type, serializer',
  },
  {
    name: 'array in a query: `pipeDelimited`, `spaceDelimited`',
    paths: {
      '/p05/p': { get: query({ style: 'pipeDelimited', explode: false }, list) },
      '/p05/s': { get: query({ style: 'spaceDelimited', explode: false }, list) },
    },
    right: [get('/p05/p?q=1%7C2'), get('/p05/s?q=1%202')],
    wrong: [get('/p05/p?q=1%7Cx'), get('/p05/s?q=1%20x')],
    house: 'rule/parameter-form',
    heyApi: 'type, serializer',
  },
  {
    name: 'object in a query: `deepObject`',
    paths: { '/p06': { get: query({ style: 'deepObject', explode: true }, object) } },
    right: [get('/p06?q%5Bsize%5D=1&q%5Bcolor%5D=red')],
    wrong: [get('/p06?q%5Bsize%5D=large')],
    house: 'rule/parameter-form',
    heyApi: 'type, serializer',
  },
  {
    name: 'JSON in a query (`content`)',
    paths: {
      '/p07': {
        get: operation({
          parameters: [{ name: 'q', in: 'query', content: { 'application/json': { schema: object } } }],
        }),
      },
    },
    right: [get(`/p07?q=${encodeURIComponent('{"size":1}')}`)],
    wrong: [get(`/p07?q=${encodeURIComponent('{"size":"x"}')}`), get('/p07?q=%7B')],
    house: 'rule/parameter-form',
    heyApi: 'type',
  },
  {
    name: '`default` of a query parameter',
    paths: { '/p08': { get: query({}, { type: 'integer', default: 3, maximum: 9 }) } },
    right: [get('/p08'), get('/p08?q=4')],
    wrong: [get('/p08?q=10')],
    heyApi: 'type',
  },
  {
    name: 'request header of any name',
    paths: { '/p09': { get: header({ type: 'integer' }) } },
    right: [get('/p09', { 'x-count': '3' })],
    wrong: [get('/p09'), get('/p09', { 'x-count': 'x' })],
    house: 'contract/scalar-parameters',
    heyApi: 'type',
  },
  {
    name: 'cookie',
    paths: {
      '/p10': { get: operation({ parameters: [{ name: 'session', in: 'cookie', required: true, schema: text }] }) },
    },
    right: [get('/p10', { cookie: 'session=a' })],
    wrong: [get('/p10')],
    house: 'rule/parameter-place',
    heyApi: 'type',
  },
  {
    name: "operation's parameter in place of its path's",
    paths: {
      '/p11': {
        parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'integer' } }],
        get: query({}, { type: 'string', enum: ['a'] }),
      },
    },
    right: [get('/p11'), get('/p11?q=a')],
    wrong: [get('/p11?q=1')],
    heyApi: 'type',
  },
  {
    name: 'text and parameter in one segment of a path',
    paths: { '/p12/{id}:cancel': { get: path({ type: 'integer' }) } },
    right: [get('/p12/7:cancel')],
    wrong: [get('/p12/x:cancel')],
    heyApi: 'yes',
  },
  {
    name: 'names that are reserved words, or have dots and dashes',
    paths: {
      '/p13': {
        get: operation({
          parameters: [
            { name: 'class', in: 'query', schema: { type: 'integer' } },
            { name: 'a.b-c', in: 'query', schema: text },
          ],
        }),
      },
    },
    right: [get('/p13?class=1&a.b-c=x')],
    wrong: [get('/p13?class=x')],
    house: 'rule/parameter-names',
    heyApi: 'yes',
  },
  {
    name: 'unknown query parameter',
    paths: { '/p14': { get: operation() } },
    right: [get('/p14')],
    wrong: [get('/p14?other=1')],
    heyApi: '–',
  },
  {
    name: '`style: label` and `style: matrix`',
    paths: {
      '/p90/{id}': { get: path({ type: 'integer' }, { style: 'label' }) },
      '/p91/{id}': { get: path({ type: 'integer' }, { style: 'matrix' }) },
    },
    right: [get('/p90/.7'), get('/p91/;id=7')],
    wrong: [get('/p90/.x'), get('/p91/;id=x')],
    refused: { rule: 'contract/parameter-styles', reason: 'not read' },
    heyApi: 'type, serializer',
  },
  {
    name: 'list or object in a cookie, exploded',
    paths: { '/p92': { get: operation({ parameters: [{ name: 'ids', in: 'cookie', schema: list }] }) } },
    right: [],
    wrong: [],
    refused: { rule: 'contract/parameter-styles', reason: 'a cookie has one text' },
    heyApi: 'type',
  },
  {
    name: '`content` of a parameter that is not JSON',
    paths: {
      '/p93': {
        get: operation({ parameters: [{ name: 'q', in: 'query', content: { 'text/csv': { schema: text } } }] }),
      },
    },
    right: [get('/p93?q=a,b')],
    wrong: [],
    refused: { rule: 'contract/parameter-styles', reason: 'not read' },
    heyApi: 'type',
  },
]
