// Parameters of every style, in every place: what an operation receives, and what is a 400.
import { OpenAPIBackend, type Context } from 'openapi-backend'
import { expect, test } from 'vitest'
import { contractWith, openMadeUpDoor } from '../../testing/made-up-door.ts'

const integer = { type: 'integer' }
const text = { type: 'string' }
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more })
const point = { type: 'object', properties: { x: integer, on: { type: 'boolean' }, names: list(text) } }

type Given = { in: string; name: string } & Record<string, unknown>

const doorFor = (parameter: Given, path = '/things') =>
  openMadeUpDoor(
    contractWith({
      [path]: { get: { operationId: 'list', parameters: [parameter, { in: 'query', name: 'other', schema: text }] } },
    }),
  )

test.each<[what: string, more: object, good: [query: string, value: unknown][], bad: string[]]>([
  [
    'an integer',
    { schema: integer },
    [
      ['a=7', 7],
      ['a=-1', -1],
    ],
    ['a=1.5', 'a=x', 'a=', 'a=0x10', 'a=1e1', 'a=9007199254740993', 'a=1&a=2'],
  ],
  [
    'a number',
    { schema: { type: 'number' } },
    [
      ['a=1.5', 1.5],
      ['a=-2e3', -2000],
      ['a=0', 0],
    ],
    ['a=x', 'a=', 'a=0x10', 'a=Infinity', 'a=1e999', 'a=%201', 'a=01'],
  ],
  [
    'a boolean',
    { schema: { type: 'boolean' } },
    [
      ['a=true', true],
      ['a=false', false],
    ],
    ['a=1', 'a=', 'a=True'],
  ],
  ['a date', { schema: { ...text, format: 'date' } }, [['a=2027-02-28', '2027-02-28']], ['a=2027-02-30', 'a=x']],
  ['numbers in an enum', { schema: { ...integer, enum: [1, 2] } }, [['a=2', 2]], ['a=3', 'a=x']],
  ['an enum of numbers without a type', { schema: { enum: [1, 2] } }, [['a=2', 2]], ['a=3']],
  [
    'a number or text',
    {
      schema: {
        oneOf: [
          { ...text, minLength: 2 },
          { ...text, maxLength: 1, pattern: '^x$' },
        ],
      },
    },
    [['a=12', '12']],
    ['a=1'],
  ],
  [
    'an exploded list',
    { schema: list(integer) },
    [
      ['a=1&a=2', [1, 2]],
      ['a=3', [3]],
    ],
    ['a=x', 'a=1&a=x', 'a=1,2'],
  ],
  ['an exploded list of texts', { schema: list(text) }, [['a=1,2&a=', ['1,2', '']]], []],
  [
    'a list with commas',
    { explode: false, schema: list(integer) },
    [
      ['a=1,2', [1, 2]],
      ['a=3', [3]],
      ['a=', []],
    ],
    ['a=1,x', 'a=1&a=2'],
  ],
  [
    'a list with pipes',
    { style: 'pipeDelimited', explode: false, schema: list(text) },
    [
      ['a=x|y%7Cz', ['x', 'y', 'z']],
      ['a=x,y', ['x,y']],
    ],
    ['a=x&a=y'],
  ],
  [
    'a list with spaces',
    { style: 'spaceDelimited', explode: false, schema: list(integer) },
    [
      ['a=1%202', [1, 2]],
      ['a=1+2', [1, 2]],
    ],
    ['a=1,2'],
  ],
  [
    'an exploded list with pipes',
    { style: 'pipeDelimited', explode: true, schema: list(text) },
    [['a=x&a=y', ['x', 'y']]],
    [],
  ],
  [
    'a bounded list',
    { schema: list(text, { minItems: 2, maxItems: 2, uniqueItems: true }) },
    [['a=x&a=y', ['x', 'y']]],
    ['a=x', 'a=x&a=x', 'a=x&a=y&a=z'],
  ],
  [
    'a deep object',
    { style: 'deepObject', explode: true, schema: point },
    [
      ['a[x]=1&a[on]=true', { x: 1, on: true }],
      ['a%5Bnames%5D=u&a[names]=v', { names: ['u', 'v'] }],
      ['a[names][]=u', { names: ['u'] }],
    ],
    ['a[x]=y', 'a[x]=1&a[x]=2', 'a=1', 'a[x][y]=1', 'a[__proto__]=1'],
  ],
  [
    'a closed deep object',
    { style: 'deepObject', schema: { ...point, additionalProperties: false } },
    [['a[x]=1', { x: 1 }]],
    ['a[y]=1'],
  ],
  [
    'a deep map',
    { style: 'deepObject', schema: { type: 'object', additionalProperties: integer } },
    [['a[x]=1&a[y]=2', { x: 1, y: 2 }]],
    ['a[x]=y'],
  ],
  [
    'objects in a deep object',
    { style: 'deepObject', schema: { type: 'object', properties: { p: point } } },
    [['a[p][x]=1&a[p][on]=false', { p: { x: 1, on: false } }]],
    ['a[p][x]=y', 'a[p]=1'],
  ],
  ['an object with commas', { explode: false, schema: point }, [['a=x,1,on,true', { x: 1, on: true }]], ['a=x,y']],
  [
    'JSON',
    { content: { 'application/json': { schema: point } } },
    [['a=%7B%22x%22:1%7D', { x: 1 }]],
    ['a=%7B', 'a=%7B%22x%22:%22y%22%7D', 'a=1'],
  ],
  [
    'a flag without a value',
    { allowEmptyValue: true, schema: { type: 'boolean' } },
    [
      ['a=', undefined],
      ['a=true', true],
    ],
    ['a=x'],
  ],
  ['text without a value', { allowEmptyValue: true, schema: text }, [['a=', '']], []],
  ['a name with brackets', { schema: integer }, [['a=1', 1]], []],
])('%s in a query', async (_what, more, good, bad) => {
  const send = await doorFor({ in: 'query', name: 'a', ...more })
  for (const [query, value] of good) {
    const expected = value === undefined ? { other: 'o' } : { a: value, other: 'o' }
    expect(await send('GET', `/things?${query}&other=o`), query).toMatchObject({ status: 200, query: expected })
  }
  for (const query of bad)
    expect(await send('GET', `/things?${query}`), query).toMatchObject({ status: 400, errors: [{}] })
  expect(await send('GET', '/things')).toMatchObject({ status: 200, query: {} })
})

test('a text that a union can take for a number or a boolean is one, if it is written as one', async () => {
  const uuid = { ...text, format: 'uuid' }
  const id = '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10'
  const union = { anyOf: [integer, uuid] }
  const send = await doorFor({ in: 'path', name: 'a', required: true, schema: union }, '/things/{a}')
  expect(await send('GET', '/things/7')).toMatchObject({ status: 200, path: { a: 7 } })
  expect(await send('GET', `/things/${id}`)).toMatchObject({ status: 200, path: { a: id } })
  for (const bad of ['x', '007', '1.5', '9007199254740993'])
    expect(await send('GET', `/things/${bad}`), bad).toMatchObject({ status: 400 })
  const any = { oneOf: [{ type: 'boolean' }, { type: 'number' }, { ...text, pattern: '^[a-z]+$' }] }
  const inQuery = await doorFor({ in: 'query', name: 'a', schema: { type: 'array', items: any } })
  expect(await inQuery('GET', '/things?a=true&a=1.5&a=x&a=-2')).toMatchObject({
    status: 200,
    query: { a: [true, 1.5, 'x', -2] },
  })
  const numbers = await doorFor({ in: 'header', name: 'a', schema: { oneOf: [{ type: 'boolean' }, integer] } })
  expect(await numbers('GET', '/things', { headers: { a: 'false' } })).toMatchObject({
    status: 200,
    headers: { a: false },
  })
  expect(await numbers('GET', '/things', { headers: { a: 'x' } })).toMatchObject({ status: 400 })
})

const mixed = list({ oneOf: [{ type: 'object', properties: { x: {}, y: {} }, additionalProperties: false }, text] })

test.each<[what: string, more: Given, send: (items: string) => [path: string, headers?: Record<string, string>]]>([
  ...['form', 'spaceDelimited', 'pipeDelimited'].map((style): [string, Given, (items: string) => [string]] => [
    style,
    { in: 'query', name: 'a', style, explode: false },
    (items) => [
      `/things?a=${encodeURIComponent(items.replaceAll(';', { spaceDelimited: ' ', pipeDelimited: '|' }[style] ?? ','))}`,
    ],
  ]),
  ...[true, false].map((explode): [string, Given, (items: string) => [string, Record<string, string>]] => [
    `a header, explode: ${explode}`,
    { in: 'header', name: 'a', explode },
    (items) => ['/things', { a: items.replaceAll(';', ', ') }],
  ]),
])('texts and objects share one text: %s', async (_what, more, send) => {
  const ask = await doorFor({ ...more, schema: mixed })
  const asked = (items: string) => {
    const [path, headers] = send(items)
    return ask('GET', path, headers && { headers })
  }
  const place = more.in === 'header' ? 'headers' : 'query'
  for (const [items, expected] of [
    ['a;{"x":1,"y":2}', ['a', { x: 1, y: 2 }]],
    ['{"x":1,"y":[2,3]};a', [{ x: 1, y: [2, 3] }, 'a']],
    ['{"x":"},a\\"|{ ","y":{}};b;{"x":0}', [{ x: '},a"|{ ', y: {} }, 'b', { x: 0 }]],
    ['a{;b}', ['a{', 'b}']],
  ] as const)
    expect(await asked(items), items).toMatchObject({ status: 200, [place]: { a: expected } })
  for (const items of ['a;{"x":1', 'a;{"x":1}z', '{"x":1}};a', 'a;{"z":1}'])
    expect(await asked(items), items).toMatchObject({ status: 400 })
})

test('an API key in the query is no unknown parameter, where the operation asks for it', async () => {
  const contract = contractWith({
    '/open': { get: { operationId: 'open' } },
    '/closed': { get: { operationId: 'closed', security: [{ token: [] }, { key: [], other: [] }] } },
  })
  const securitySchemes = {
    key: { type: 'apiKey', in: 'query', name: 'api_key' },
    other: { type: 'apiKey', in: 'cookie', name: 'k' },
    token: { type: 'http', scheme: 'bearer' },
  }
  Object.assign(contract.components ?? {}, { securitySchemes })
  const send = await openMadeUpDoor(contract, {
    token: () => false,
    key: ({ query }) => 'api_key' in query,
    other: () => true,
  })
  expect(await send('GET', '/closed?api_key=x')).toMatchObject({ status: 200, query: { api_key: 'x' } })
  expect(await send('GET', '/closed?api_key=x&more=1')).toMatchObject({ status: 400, errors: [{ parameter: 'more' }] })
  expect(await send('GET', '/closed')).toMatchObject({ status: 401 })
  expect(await send('GET', '/open?api_key=x')).toMatchObject({ status: 400 })
})

test('an exploded object takes its members from the query, and leaves the others', async () => {
  const send = await doorFor({ in: 'query', name: 'a', schema: point })
  expect(await send('GET', '/things?x=1&names=u&names=v&other=o')).toMatchObject({
    status: 200,
    query: { a: { x: 1, names: ['u', 'v'] }, other: 'o' },
  })
  expect(await send('GET', '/things?x=y')).toMatchObject({ status: 400 })
  expect(await send('GET', '/things?unknown=1')).toMatchObject({ status: 400, errors: [{ parameter: 'unknown' }] })
})

test('an exploded map takes what no other parameter is', async () => {
  const send = await doorFor({ in: 'query', name: 'a', schema: { type: 'object', additionalProperties: integer } })
  const { status, query } = await send('GET', '/things?x=1&y=2')
  expect([status, query]).toEqual([200, { a: { x: 1, y: 2 } }])
})

test('names of every object, and __proto__, are unknown parameters like others', async () => {
  const send = await doorFor({ in: 'query', name: 'a', schema: list(integer) })
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect(await send('GET', `/things?${name}=1`), name).toMatchObject({ status: 400, errors: [{ parameter: name }] })
})

test.each<[what: string, schema: object, more: object, good: [text: string, value: unknown][], bad: string[]]>([
  [
    'an integer',
    integer,
    {},
    [
      ['7', 7],
      ['-7', -7],
    ],
    ['x', '1.0', '9007199254740993'],
  ],
  ['a number', { type: 'number' }, {}, [['1.5', 1.5]], ['x', '1e999']],
  ['a boolean', { type: 'boolean' }, {}, [['true', true]], ['1']],
  [
    'a uuid',
    { ...text, format: 'uuid' },
    {},
    [['0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10', '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10']],
    ['x'],
  ],
  [
    'a list',
    list(integer),
    {},
    [
      ['1,2', [1, 2]],
      ['3', [3]],
    ],
    ['1,x'],
  ],
  ['an object', point, {}, [['x,1', { x: 1 }]], ['x,y']],
  ['an exploded object', point, { explode: true }, [['x=1,on=true', { x: 1, on: true }]], ['x=y']],
])('%s in a path and in a header', async (_what, schema, more, good, bad) => {
  const inPath = await doorFor({ in: 'path', name: 'a', required: true, schema, ...more }, '/things/{a}')
  const inHeader = await doorFor({ in: 'header', name: 'X-A', schema, ...more })
  for (const [sent, value] of good) {
    expect(await inPath('GET', `/things/${sent}`), sent).toMatchObject({ status: 200, path: { a: value } })
    expect(await inHeader('GET', '/things', { headers: { 'X-A': sent } }), sent).toMatchObject({
      status: 200,
      headers: { 'x-a': value },
    })
  }
  for (const sent of bad) {
    expect(await inPath('GET', `/things/${sent}`), sent).toMatchObject({ status: 400, errors: [{ parameter: 'a' }] })
    expect(await inHeader('GET', '/things', { headers: { 'X-A': sent } }), sent).toMatchObject({
      status: 400,
      errors: [{ parameter: 'x-a' }],
    })
  }
  expect(await inHeader('GET', '/things')).toMatchObject({ status: 200 })
})

test('cookies are parameters, beside others that the contract does not know', async () => {
  const send = await doorFor({ in: 'cookie', name: 'a', required: true, schema: integer })
  const cookie = (text: string) => send('GET', '/things', { headers: { cookie: text } })
  expect(await cookie('b=x; a=7; a=8')).toMatchObject({ status: 200, cookies: { a: 7 } })
  expect(await cookie('a=x')).toMatchObject({ status: 400, errors: [{ parameter: 'a' }] })
  expect(await cookie('b=7')).toMatchObject({ status: 400 })
  expect(await send('GET', '/things')).toMatchObject({ status: 400, errors: [{ parameter: 'a' }] })
})

test('an escape that is not UTF-8 is refused in any parameter', async () => {
  const send = await doorFor({ in: 'query', name: 'a', schema: list(text) })
  expect(await send('GET', '/things?a=x&a=%FF')).toMatchObject({ status: 400, errors: [{ parameter: 'a' }] })
})

test('defaults of parameters are there for the operation, and may be given as usual', async () => {
  const send = await openMadeUpDoor(
    contractWith({
      '/things': {
        get: {
          operationId: 'list',
          parameters: [
            { in: 'query', name: 'limit', schema: { ...integer, default: 25 } },
            { in: 'query', name: 'tags', schema: list(text, { default: ['x'] }) },
            {
              in: 'query',
              name: 'filter',
              style: 'deepObject',
              schema: { type: 'object', properties: { on: { type: 'boolean', default: true }, x: integer } },
            },
            { in: 'header', name: 'X-Size', schema: { ...integer, default: 1 } },
            { in: 'cookie', name: 'sort', schema: { ...text, default: 'name' } },
          ],
        },
      },
    }),
  )
  const received = await send('GET', '/things?filter[x]=1')
  expect(received).toMatchObject({
    status: 200,
    query: { limit: 25, tags: ['x'], filter: { x: 1, on: true } },
    headers: { 'x-size': 1 },
    cookies: { sort: 'name' },
  })
  const given = await send('GET', '/things?limit=3&tags=y', { headers: { 'x-size': '2', cookie: 'sort=age' } })
  expect(given).toMatchObject({ query: { limit: 3, tags: ['y'] }, headers: { 'x-size': 2 }, cookies: { sort: 'age' } })
})

test('an operation reads its own parameter in place of the one of its path', async () => {
  const send = await openMadeUpDoor(
    contractWith({
      '/things/{id}': {
        parameters: [
          { in: 'path', name: 'id', required: true, schema: text },
          { in: 'query', name: 'size', required: true, schema: text },
        ],
        get: {
          operationId: 'read',
          parameters: [
            { in: 'path', name: 'id', required: true, schema: integer },
            { in: 'query', name: 'size', schema: integer },
          ],
        },
        put: { operationId: 'write' },
      },
    }),
  )
  expect(await send('GET', '/things/7')).toMatchObject({ status: 200, path: { id: 7 } })
  expect(await send('GET', '/things/x')).toMatchObject({ status: 400 })
  expect(await send('PUT', '/things/x?size=1')).toMatchObject({ status: 200, path: { id: 'x' }, query: { size: '1' } })
  expect(await send('PUT', '/things/x')).toMatchObject({ status: 400 })
})

test.each<[style: string, parameter: object, queries: string[]]>([
  ['form', { schema: list(text) }, ['a=x', 'a=x&a=y', '']],
  ['form, not exploded', { explode: false, schema: list(text) }, ['a=x', 'a=x,y', '']],
  ['pipeDelimited', { style: 'pipeDelimited', explode: false, schema: list(text) }, ['a=x|y', 'a=x']],
  ['spaceDelimited', { style: 'spaceDelimited', explode: false, schema: list(text) }, ['a=x%20y', 'a=x']],
  ['JSON', { content: { 'application/json': { schema: point } } }, ['a=%7B%22x%22:1%7D', 'a=%7B']],
])('%s: lists and objects are those of the stock openapi-backend', async (_style, more, queries) => {
  const contract = contractWith({
    '/things': { get: { operationId: 'list', parameters: [{ in: 'query', name: 'a', ...more }] } },
  })
  const send = await openMadeUpDoor(contract)
  const stock = new OpenAPIBackend({ definition: structuredClone(contract) as never, quick: true })
  stock.register({
    list: ({ request }: Context): unknown => ({ status: 200, query: request.query as unknown }),
    validationFail: () => ({ status: 400 }),
  })
  await stock.init()
  for (const query of queries) {
    const expected = (await stock.handleRequest({ method: 'GET', path: '/things', query, headers: {} })) as {
      status: number
      query?: object
    }
    const { status, query: received } = await send('GET', `/things?${query}`)
    expect(status, query).toBe(expected.status)
    // The stock engine hands a single text on as it is, although it validates a list.
    const single = Object.entries({ ...expected.query }).map(([name, value]) => [
      name,
      typeof value === 'string' ? [value] : (value as unknown),
    ])
    if (status === 200) expect(received, query).toEqual(Object.fromEntries(single))
  }
})
