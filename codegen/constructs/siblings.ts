// Siblings of the constructs, as real contracts have them. They have no row in docs/openapi.md.
import { get, operation, query, send, taking, type Construct } from './construct.ts'

const text = { type: 'string' }
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const kindOf = (member: object) => object({ kind: text, ...member }, { required: ['kind'] })
const listOf = (items: object) => ({ type: 'array', items })
const sized = object({ size: { type: 'integer' } }, { required: ['size'] })
const pathParameter = (name: string) => ({ name, in: 'path', required: true, schema: text })

export type Sibling = Omit<Construct, 'heyApi' | 'house' | 'refused'>

export const siblings: Sibling[] = [
  {
    name: 'a discriminator that names schemas, whose members of the kind are plain texts',
    paths: { '/b01': { post: taking(ref('B01')) } },
    components: {
      schemas: {
        B01: {
          oneOf: [ref('B01Cat'), ref('B01Dog')],
          discriminator: { propertyName: 'kind', mapping: { cat: 'B01Cat', dog: '#/components/schemas/B01Dog' } },
        },
        B01Cat: kindOf({ lives: { type: 'integer' } }),
        B01Dog: kindOf({ bark: text }),
      },
    },
    right: [send('POST /b01', { kind: 'cat', lives: 9 }), send('POST /b01', { kind: 'dog' })],
    wrong: [send('POST /b01', { kind: 'B01Cat' }), send('POST /b01', { kind: 'cat', lives: 'x' })],
  },
  {
    name: 'a union of schemas that contain it, with a discriminator',
    paths: { '/b02': { post: taking(ref('B02')) } },
    components: {
      schemas: {
        B02: { oneOf: [ref('B02All'), ref('B02One')], discriminator: { propertyName: 'kind' } },
        B02All: object(
          { kind: { type: 'string', enum: ['B02All'] }, parts: { type: 'array', items: ref('B02') } },
          { required: ['kind', 'parts'] },
        ),
        B02One: object({ kind: { type: 'string', enum: ['B02One'] }, next: ref('B02') }, { required: ['kind'] }),
        B02List: object({ first: { oneOf: [ref('B02One'), ref('B02All')], discriminator: { propertyName: 'kind' } } }),
      },
    },
    right: [send('POST /b02', { kind: 'B02All', parts: [{ kind: 'B02One' }] })],
    wrong: [send('POST /b02', { kind: 'B02All', parts: [{ kind: 'B02All' }] })],
  },
  {
    name: 'a closed object that takes over the members of an open one',
    paths: {
      '/b03': { post: taking(object({ own: text }, { allOf: [ref('B03')], additionalProperties: false })) },
    },
    components: { schemas: { B03: object({ id: text }, { required: ['id'] }) } },
    right: [send('POST /b03', { id: 'x', own: 'y' })],
    wrong: [send('POST /b03', { own: 'y' }), send('POST /b03', { id: 'x', other: 1 })],
  },
  {
    name: 'patterns that only the Unicode mode reads',
    paths: { '/b04': { post: taking(object({ face: { ...text, pattern: '^[😀-🙏]$' } })) } },
    right: [send('POST /b04', { face: '😅' })],
    wrong: [send('POST /b04', { face: 'x' })],
  },
  {
    name: 'an exploded map in a query, whose members have any names',
    paths: {
      '/b05': {
        get: operation({
          parameters: [{ name: 'labels', in: 'query', schema: { type: 'object', additionalProperties: text } }],
        }),
      },
    },
    right: [get('/b05?a=1&b=2')],
    wrong: [],
  },
  {
    name: 'bodies of any type in a range, and bodies without a schema',
    paths: {
      '/b06/image': { put: taking({ ...text, format: 'binary' }, 'image/*') },
      '/b06/any': {
        put: operation({ requestBody: { required: true, content: { 'application/octet-stream': {} } } }),
        post: operation({ requestBody: { required: true, content: { 'application/json': {} } } }),
      },
    },
    right: [
      send('PUT /b06/image', 'x', 'image/png'),
      send('PUT /b06/any', 'x', 'application/octet-stream'),
      send('POST /b06/any', [1]),
    ],
    wrong: [send('PUT /b06/image', 'x', 'video/mp4')],
  },
  {
    name: 'paths that end alike',
    paths: {
      '/b07': { get: { responses: { 201: { description: 'Short.' } } } },
      '/b07/b07': { get: operation() },
      '/b07/{a}/{b}': {
        get: { parameters: [pathParameter('a'), pathParameter('b')], responses: { 202: { description: 'General.' } } },
      },
      '/b07/b07/b07/{b}': { get: operation({ parameters: [pathParameter('b')] }) },
    },
    right: [get('/b07/b07'), get('/b07/b07/b07/y')],
    wrong: [],
  },
  {
    name: 'letters of other languages in a path',
    paths: { '/b08/größe/{a}': { get: operation({ parameters: [pathParameter('a')] }) } },
    right: [get('/b08/gr%C3%B6%C3%9Fe/1')],
    wrong: [],
  },
  {
    name: 'ids that are empty, and a path that stands for another one',
    paths: {
      '/b09/a': { get: operation({ operationId: '' }), put: operation({ operationId: ' ' }) },
      '/b09/b': { get: operation({ operationId: '' }), post: operation({ operationId: 'b09' }) },
      '/b09/c': { $ref: '#/paths/~1b09~1b' },
    },
    right: [get('/b09/a'), get('/b09/b'), get('/b09/c'), { line: 'POST /b09/c' }],
    wrong: [],
  },
  {
    name: 'texts that would end a comment or a script',
    paths: {
      '/b10': {
        post: {
          ...taking(ref('B10')),
          summary: 'End */ of a `comment` </script> ${x}',
          responses: {
            200: {
              description: '*/ `',
              content: { 'application/json': { schema: ref('B10'), example: { 'a*/b': '*/ `${x} </script>' } } },
            },
          },
        },
      },
    },
    components: { schemas: { B10: object({ 'a*/b': { ...text, description: '*/' } }, { description: '*/ ` ${x}' }) } },
    right: [send('POST /b10', { 'a*/b': 'x' })],
    wrong: [send('POST /b10', { 'a*/b': 1 })],
  },
  {
    name: 'a body and an answer of any type, whose values have members',
    paths: {
      '/b11': {
        put: {
          ...taking(object({ a: { type: 'integer' } }, { required: ['a'] }), '*/*'),
          responses: { 200: { description: 'OK', content: { '*/*': { schema: object({ a: text }) } } } },
        },
      },
    },
    right: [send('PUT /b11', { a: 1 })],
    wrong: [send('PUT /b11', { a: 'x' })],
  },
  {
    name: 'all types of JSON with a suffix',
    paths: { '/b12': { patch: taking(object({ a: text }, { required: ['a'] }), 'application/*+json') } },
    right: [send('PATCH /b12', { a: 'x' }, 'application/merge-patch+json'), send('PATCH /b12', { a: 'x' })],
    wrong: [send('PATCH /b12', {}, 'application/merge-patch+json'), send('PATCH /b12', 'x', 'application/xml')],
  },
  {
    name: 'enums that have a value twice, or objects beside texts',
    paths: {
      '/b13': {
        post: taking(object({ a: { ...text, enum: ['x', 'y', 'x'] }, b: { enum: [1, 'x', null, { c: 1 }] } })),
      },
    },
    right: [send('POST /b13', { a: 'x', b: { c: 1 } }), send('POST /b13', { b: null })],
    wrong: [send('POST /b13', { a: 'z' }), send('POST /b13', { b: 2 })],
  },
  {
    name: 'lists of objects and of lists in a query and a path',
    paths: {
      '/b14': { get: query({ required: true }, listOf(sized)) },
      '/b14/comma': { get: query({ required: true, explode: false }, listOf(sized)) },
      '/b14/lists': { get: query({ required: true }, listOf(listOf({ type: 'integer' }))) },
      '/b14/mixed': { get: query({ required: true }, listOf({ oneOf: [text, sized] })) },
      '/b14/path/{ids}': { get: operation({ parameters: [{ ...pathParameter('ids'), schema: listOf(sized) }] }) },
    },
    right: [
      get(`/b14?q=${encodeURIComponent('{"size":1}')}&q=${encodeURIComponent('{"size":2}')}`),
      get(`/b14/comma?q=${encodeURIComponent('{"size":1},{"size":2}')}`),
      get('/b14/lists?q=[1]&q=[2,3]'),
      get(`/b14/mixed?q=a&q=${encodeURIComponent('{"size":1}')}`),
    ],
    wrong: [get(`/b14?q=${encodeURIComponent('{"size":"x"}')}`), get('/b14?q=x'), get('/b14/lists?q=["a"]')],
  },
  {
    name: 'JSON in a header, in a path and in a cookie',
    paths: {
      '/b15/{p}': {
        get: operation({
          parameters: [
            { name: 'p', in: 'path', required: true, content: { 'application/json': { schema: sized } } },
            {
              name: 'X-J',
              in: 'header',
              required: true,
              content: { 'application/json': { schema: object({ t: { ...text, enum: ['é—😀'] } }) } },
            },
            { name: 'c', in: 'cookie', required: true, content: { 'application/json': { schema: sized } } },
          ],
        }),
      },
    },
    right: [],
    wrong: [get(`/b15/${encodeURIComponent('{"size":1}')}`, { 'x-j': '{}', cookie: 'c=x' })],
  },
  {
    name: 'merged parts that contain the schema that merges them',
    paths: { '/b16': { post: taking(ref('B16')) } },
    components: {
      schemas: {
        B16: object({ broader: listOf({ allOf: [object({ id: text }), ref('B16')] }) }),
        B16Part: { type: 'integer' },
      },
    },
    right: [send('POST /b16', { broader: [{ id: 'x', broader: [{ id: 'y', broader: [] }] }] })],
    wrong: [send('POST /b16', { broader: [{ broader: [{ id: 1 }] }] })],
  },
  {
    name: 'extensions of all kinds of values, and a parameter of the path that does not say that it is required',
    paths: {
      '/b17/{id}': {
        'x-none': null,
        get: {
          'x-none': null,
          parameters: [{ name: 'id', in: 'path', schema: { ...text, 'x-none': null } }],
          responses: { 200: { description: 'OK', 'x-none': null }, 'x-none': null },
        },
      },
    },
    right: [get('/b17/1')],
    wrong: [],
  },
  {
    name: 'escapes and brackets in a path',
    paths: { '/b18/a%20b/[c]/{x}': { get: operation({ parameters: [pathParameter('x')] }) } },
    right: [get('/b18/a%20b/[c]/1')],
    wrong: [],
  },
  {
    name: 'a closed part beside a union in another part',
    paths: {
      '/b19': {
        post: taking({
          allOf: [
            object({ id: text }, { required: ['id'], additionalProperties: false }),
            { oneOf: [object({ m1: text }, { required: ['m1'] }), object({ m2: text }, { required: ['m2'] })] },
          ],
        }),
      },
    },
    right: [send('POST /b19', { id: 'x', m1: 'y' })],
    wrong: [send('POST /b19', { id: 'x' }), send('POST /b19', { id: 'x', m1: 'y', other: 1 })],
  },
  {
    name: 'sets of objects and of ids',
    paths: {
      '/b20': {
        post: taking({ ...listOf(object({ id: text }, { required: ['id'] })), minItems: 3, uniqueItems: true }),
      },
      '/b20/ids': {
        get: query(
          { required: true, explode: false },
          { ...listOf({ ...text, format: 'uuid' }), minItems: 2, uniqueItems: true },
        ),
      },
    },
    right: [send('POST /b20', [{ id: '1' }, { id: '2' }, { id: '3' }])],
    wrong: [send('POST /b20', [{ id: '1' }, { id: '1' }, { id: '3' }])],
  },
]
