// Bodies of every kind: which media type a request has, what the operation receives, and what is refused.
import { expect, test } from 'vitest'
import { contractWith, openMadeUpDoor } from '../../testing/made-up-door.ts'
import { maxBytes } from './bodies.ts'

const text = { type: 'string' }
const integer = { type: 'integer' }
const thing = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: text, size: { ...integer, default: 1 } },
}

const doorFor = (content: Record<string, object>, required = true) =>
  openMadeUpDoor(contractWith({ '/things': { post: { operationId: 'create', requestBody: { required, content } } } }))

type Door = Awaited<ReturnType<typeof doorFor>>
const post = (send: Door, type: string | undefined, body: string | Buffer) =>
  send('POST', '/things', { headers: type === undefined ? {} : { 'content-type': type }, body })

test.each(['application/json', 'application/merge-patch+json', 'application/vnd.acme.thing.v2+json', 'text/json'])(
  'a body of %s is JSON',
  async (type) => {
    const send = await doorFor({ [type]: { schema: thing } })
    expect(await post(send, type, '{"name":"a"}')).toMatchObject({ status: 200, body: { name: 'a', size: 1 } })
    expect(await post(send, `${type.toUpperCase()}; charset=UTF-8`, '{"name":"a","size":2}')).toMatchObject({
      status: 200,
      body: { name: 'a', size: 2 },
    })
    expect(await post(send, type, '{"size":1}')).toMatchObject({ status: 400, errors: [{ pointer: '/name' }] })
    expect(await post(send, type, '{"name":"a","name":"b"}')).toMatchObject({
      status: 400,
      errors: [{ pointer: '/name' }],
    })
    for (const bad of ['{', '\xff'.repeat(2), 'name=a'])
      expect(await post(send, type, Buffer.from(bad, 'latin1')), bad).toMatchObject({ status: 400 })
    for (const other of ['text/plain', 'application/xml', undefined, 'json', `${type}x`])
      expect(await post(send, other, '{"name":"a"}'), other).toMatchObject({ status: 415 })
    expect(await send('POST', '/things')).toMatchObject({ status: 400 })
  },
)

test('several media types of one body: each has its own schema, and the operation knows which it got', async () => {
  const send = await doorFor({
    'application/json': { schema: thing },
    'application/merge-patch+json': { schema: { type: 'object', properties: { size: integer } } },
    'text/plain': { schema: { ...text, maxLength: 3 } },
    'image/*': { schema: { ...text, format: 'binary' } },
  })
  expect(await post(send, 'application/json', '{"name":"a"}')).toMatchObject({
    body: { name: 'a' },
    mediaType: undefined,
  })
  expect(await post(send, 'application/merge-patch+json', '{"size":2}')).toMatchObject({
    status: 200,
    body: { size: 2 },
    mediaType: 'application/merge-patch+json',
  })
  expect(await post(send, 'application/merge-patch+json', '{"size":"x"}')).toMatchObject({ status: 400 })
  expect(await post(send, 'text/plain', 'äöü')).toMatchObject({ status: 200, body: 'äöü', mediaType: 'text/plain' })
  expect(await post(send, 'text/plain', 'abcd')).toMatchObject({ status: 400, errors: [{ pointer: '' }] })
  const bytes = Buffer.from([0, 255, 128])
  expect(await post(send, 'image/png', bytes)).toMatchObject({ status: 200, body: bytes, mediaType: 'image/*' })
  expect(await post(send, 'application/pdf', bytes)).toMatchObject({ status: 415 })
})

test.each<[what: string, schema: object, good: string[], bad: string[]]>([
  ['a list', { type: 'array', items: thing, minItems: 1 }, ['[{"name":"a"}]'], ['[]', '{}', '[{}]', 'null']],
  ['a text', text, ['"a"', '""'], ['1', 'null', '{}', 'a']],
  ['a number', { type: 'number' }, ['1.5', '0'], ['"1"', '1e999', 'NaN']],
  ['a boolean', { type: 'boolean' }, ['true'], ['1']],
  ['a union', { oneOf: [thing, text] }, ['"a"', '{"name":"a"}'], ['1', '[]']],
  ['null or an object', { ...thing, nullable: true }, ['null', '{"name":"a"}'], ['{}']],
  ['anything', {}, ['1', 'null', '"a"', '[]'], ['{', '']],
  ['a map', { type: 'object', additionalProperties: integer }, ['{"a":1}'], ['{"a":"x"}', '[]']],
])('%s is a body of JSON', async (_what, schema, good, bad) => {
  const send = await doorFor({ 'application/json': { schema } })
  for (const body of good) expect(await post(send, 'application/json', body), body).toMatchObject({ status: 200 })
  for (const body of bad) expect(await post(send, 'application/json', body), body).toMatchObject({ status: 400 })
})

const form = {
  type: 'object',
  required: ['name'],
  properties: {
    name: text,
    size: integer,
    on: { type: 'boolean' },
    tags: { type: 'array', items: text },
    ids: { type: 'array', items: integer },
    at: { type: 'object', properties: { x: integer } },
    low: { ...text, default: 'low' },
  },
}

test('a form has members of the types of its schema', async () => {
  const type = 'application/x-www-form-urlencoded'
  const encoding = { ids: { explode: false }, at: { style: 'deepObject', explode: true } }
  const send = await doorFor({ [type]: { schema: form, encoding } })
  expect(await post(send, type, 'name=a+b%C3%A4&size=7&on=true&tags=x&tags=y&ids=1,2&at[x]=3')).toMatchObject({
    status: 200,
    body: { name: 'a bä', size: 7, on: true, tags: ['x', 'y'], ids: [1, 2], at: { x: 3 }, low: 'low' },
  })
  for (const body of ['size=7', 'name=a&size=x', 'name=a&name=b', 'name=a&on=1', 'name=a&ids=1,x'])
    expect(await post(send, type, body), body).toMatchObject({ status: 400 })
  expect(await post(send, 'application/json', '{"name":"a"}')).toMatchObject({ status: 415 })
})

test('an object in a form is JSON, unless its encoding says something else', async () => {
  const type = 'application/x-www-form-urlencoded'
  const send = await doorFor({ [type]: { schema: form } })
  expect(await post(send, type, `name=a&at=${encodeURIComponent('{"x":3}')}`)).toMatchObject({
    status: 200,
    body: { at: { x: 3 } },
  })
  expect(await post(send, type, 'name=a&at=x')).toMatchObject({ status: 400 })
})

const multipart = 'multipart/form-data; boundary=xYz'
const part = (headers: string, content: string) => `--xYz\r\n${headers}\r\n\r\n${content}\r\n`
const field = (name: string, content: string) => part(`Content-Disposition: form-data; name="${name}"`, content)

test('a form of several parts has texts by their types, and files as they are', async () => {
  const file = { ...text, format: 'binary' }
  const schema = {
    ...form,
    required: ['name', 'file'],
    properties: { ...form.properties, file, more: { type: 'array', items: file } },
  }
  const send = await doorFor({ 'multipart/form-data': { schema } })
  const bytes = '\x00\xff\r\n--xY\x80'
  const upload = part(
    'content-disposition: form-data; name="file"; filename="a%22.png"\r\nContent-Type: image/png',
    bytes,
  )
  const more = part('Content-Disposition: form-data; name="more"; filename="b"', 'b')
  const body = Buffer.from(
    `${field('name', 'a\r\nb')}${field('size', '7')}${field('at', '{"x":1}')}${upload}${more}--xYz--\r\n`,
    'latin1',
  )
  expect(await post(send, multipart, body)).toEqual(
    expect.objectContaining({
      status: 200,
      mediaType: 'multipart/form-data',
      body: {
        name: 'a\r\nb',
        size: 7,
        at: { x: 1 },
        low: 'low',
        file: { name: 'a".png', type: 'image/png', content: Buffer.from(bytes, 'latin1') },
        more: [{ name: 'b', type: 'application/octet-stream', content: Buffer.from('b') }],
      },
    }),
  )
  expect(await post(send, multipart, `${field('name', 'a')}--xYz--`)).toMatchObject({
    status: 400,
    errors: [{ pointer: '/file' }],
  })
  expect(await post(send, multipart, Buffer.from(`${field('size', 'x')}${upload}--xYz--`, 'latin1'))).toMatchObject({
    status: 400,
  })
})

test.each([
  ['no boundary', 'multipart/form-data', `${field('name', 'a')}--xYz--`],
  ['another boundary', 'multipart/form-data; boundary=other', `${field('name', 'a')}--xYz--`],
  ['no end', multipart, field('name', 'a')],
  ['a part without a name', multipart, `${part('Content-Disposition: form-data', 'a')}--xYz--`],
  ['a part without headers', multipart, '--xYz\r\na\r\n--xYz--'],
  ['nothing', multipart, 'x'],
  ['too many parts', multipart, `${field('name', 'a').repeat(1001)}--xYz--`],
])('a form with %s is a 400', async (_what, type, body) => {
  const send = await doorFor({ 'multipart/form-data': { schema: form } })
  expect(await post(send, type, body)).toMatchObject({ status: 400, errors: [{ pointer: '' }] })
})

test('texts and files have limits of their own', async () => {
  const send = await doorFor({
    'text/plain': { schema: text },
    'application/octet-stream': { schema: { ...text, format: 'binary' } },
  })
  const sized = (type: string, bytes: number) => post(send, type, Buffer.alloc(bytes, 'a'))
  expect(await sized('text/plain', maxBytes.text)).toMatchObject({ status: 200 })
  expect(await sized('text/plain', maxBytes.text + 1)).toMatchObject({ status: 413 })
  expect(await sized('application/octet-stream', maxBytes.binary)).toMatchObject({ status: 200 })
  expect(await sized('application/octet-stream', maxBytes.binary + 1)).toMatchObject({ status: 413 })
  const encoded = { 'content-type': 'text/plain', 'content-encoding': 'gzip' }
  expect(await send('POST', '/things', { headers: encoded, body: 'a' })).toMatchObject({ status: 415 })
  expect(await post(send, 'text/plain; charset=latin1', 'a')).toMatchObject({ status: 415 })
})

test('XML is carried as text', async () => {
  const send = await doorFor({ 'application/xml': { schema: thing } })
  expect(await post(send, 'application/xml', '<a/>')).toMatchObject({ status: 200, body: '<a/>' })
})

test.each(['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain', 'image/png'])(
  'a required body of %s has to be sent',
  async (type) => {
    const schema = type === 'text/plain' || type === 'image/png' ? text : { type: 'object' }
    const required = await doorFor({ [type]: { schema }, 'application/vnd.other': {} })
    const absent = { status: 400, errors: [{ pointer: '', detail: 'is required' }] }
    expect(await required('POST', '/things')).toMatchObject(absent)
    const optional = await doorFor({ [type]: { schema }, 'application/vnd.other': {} }, false)
    expect(await optional('POST', '/things')).toMatchObject({ status: 200, body: undefined })
    // A type says that something was sent: an empty text or file is one.
    const empty = await post(required, type, '')
    expect(empty).toMatchObject(/json|multipart/.test(type) ? absent : { status: 200, mediaType: type })
  },
)

test('an optional body may be left out, and null is none', async () => {
  const send = await doorFor({ 'application/json': { schema: { ...thing, nullable: true } }, 'text/plain': {} }, false)
  expect(await send('POST', '/things')).toMatchObject({ status: 200, body: undefined })
  expect(await post(send, 'application/json', 'null')).toMatchObject({ status: 200, body: undefined })
})

const nest = (open: string, inner: string, close: string, depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth)
const tree = {
  type: 'object',
  additionalProperties: false,
  properties: { below: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
}

test.each([
  ['a schema that contains itself', { $ref: '#/components/schemas/Tree' }, '{"below":[', '{}', ']}'],
  ['any value', {}, '[', '1', ']'],
  ['unique items', { type: 'array', uniqueItems: true, items: {} }, '[', '1', ']'],
  ['an open object', { type: 'object' }, '{"a":', '{}', '}'],
])('a body that is nested thousands of levels deep is a 400: %s', async (_what, schema, open, inner, close) => {
  const paths = {
    '/things': { post: { operationId: 'create', requestBody: { content: { 'application/json': { schema } } } } },
  }
  const send = await openMadeUpDoor(contractWith(paths, { Tree: tree }))
  for (const depth of [6000, 10_000])
    expect(await post(send, 'application/json', nest(open, inner, close, depth)), String(depth)).toMatchObject({
      status: 400,
      errors: [{}],
    })
  if (open !== '[')
    expect(await post(send, 'application/json', nest(open, inner, close, 40))).toMatchObject({ status: 200 })
})

test('deep values in a parameter and in a member of a form are a 400 too', async () => {
  const parameter = {
    in: 'query',
    name: 'a',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Tree' } } },
  }
  const send = await openMadeUpDoor(
    contractWith({ '/things': { get: { operationId: 'list', parameters: [parameter] } } }, { Tree: tree }),
  )
  const deep = encodeURIComponent(nest('{"below":[', '{}', ']}', 6000))
  expect(await send('GET', `/things?a=${deep}`)).toMatchObject({ status: 400, errors: [{ parameter: 'a' }] })
  const type = 'application/x-www-form-urlencoded'
  const schema = { type: 'object', properties: { at: { $ref: '#/components/schemas/Tree' } } }
  const door = await openMadeUpDoor(
    contractWith(
      { '/things': { post: { operationId: 'create', requestBody: { content: { [type]: { schema } } } } } },
      { Tree: tree },
    ),
  )
  expect(await post(door, type, `at=${deep}`)).toMatchObject({ status: 400 })
})
