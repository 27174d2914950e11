// The SDK of contracts that are not ours: it compiles, and what its users write about it compiles too.
import { getResponse, type HttpHandler } from 'msw'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadModule, recorder, sdkFiles, typeFaults, type Files } from './testing/any-contract.ts'
import { contracts } from './testing/made-contracts.ts'
import { nasty } from './testing/nasty-names.ts'
import { use } from './testing/use-of-features.ts'

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
  const resources = Object.keys(client).filter((name) => !['request', 'cacheScope', 'withOptions'].includes(name))
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

  test('each page of a list has the query in the form of its parameters, and the headers', async () => {
    const { requests, fetch } = recorder(() =>
      Response.json({ books: [{ a: '' }], ...(requests.length === 1 && { nextCursor: 'n&' }) }),
    )
    const list = create({ baseUrl: 'https://acme.test', fetch }).things.listShelfBooks
    // Safe cast: a list has it.
    const books = list?.('s/1', { comma: ['a', 'b'] }, { 'x-count': 2 }) as unknown as { toArray: () => unknown }
    expect(await books.toArray()).toHaveLength(2)
    expect(requests.map(({ url, headers }) => [url, headers.get('x-count')])).toEqual([
      ['https://acme.test/shelves/s%2F1/books?comma=a,b', '2'],
      ['https://acme.test/shelves/s%2F1/books?comma=a,b&cursor=n%26', '2'],
    ])
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

  test.each([[null], [undefined], [{ query: undefined }]])('request() with several keys takes %j', async (given) => {
    type Requester = { request: (method: string, path: string, given?: unknown) => Promise<unknown> }
    const { requests, fetch } = recorder()
    // Safe cast: every client has it.
    const { request } = create({ baseUrl: 'https://acme.test', fetch, apiKeys: { other: 'k' } }) as unknown as Requester
    await request('GET', '/x', given)
    expect(requests.map(({ url, headers }) => [url, headers.get('x-other')])).toEqual([['https://acme.test/x', 'k']])
  })

  test('a client with several keys says what its options need, also where there are none', () => {
    // Safe cast: not every caller has a compiler.
    const none = null as unknown as object
    expect(() => create(none)).toThrow('baseUrl must be')
    // Safe cast: every client has it.
    const { withOptions } = create({ baseUrl: 'https://acme.test' }) as unknown as {
      withOptions: (given: object) => object
    }
    expect(withOptions(none)).toHaveProperty('things')
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

  /** A proxy that quotes the whole request in its failure. */
  const quoting = (url: string, { headers }: { headers: Record<string, string> }) => {
    const detail = `quoted: ${url} ${JSON.stringify(headers)}`
    return Promise.resolve(Response.json({ title: 'Bad gateway', detail, quoted: headers }, { status: 502 }))
  }
  test.each<[string, object]>([
    ['getOther', { apiKeys: { other: 's3cret-other' } }],
    ['getInQuery', { apiKeys: { inQuery: 's3cret&query' } }],
    ['getInCookie', { apiKeys: { inCookie: 's3cret-cookie' } }],
    ['getBasic', { token: 'user:s3cret-words' }],
    ['getAny', { token: 'user:s3cret-words' }],
    ['getBasic', { token: btoa('user:s3cret-words') }],
  ])('a failure of %s with %j that quotes the request shows no credential', async (method, options) => {
    const error = await create({ baseUrl: 'https://acme.test', ...options, maxRetries: 0, fetch: quoting })
      .things[method]?.()
      .catch((reason: unknown) => reason)
    const { message, body } = error as { message: string; body: unknown }
    expect(message).toContain('quoted')
    expect(`${message} ${JSON.stringify(body)}`).not.toMatch(new RegExp(`s3cret|${btoa('user:s3cret-words')}`))
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
