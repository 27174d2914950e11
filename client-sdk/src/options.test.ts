// Wrong options: createFrontdesk refuses them, and a call fails with a FrontdeskError.
import { describe, expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer } from '../testing/server.ts'
import { ConnectionError, createFrontdesk, FrontdeskError, UnauthenticatedError } from './index.ts'
import type { ClientOptions, Frontdesk, UploadSource } from './index.ts'
import { observe } from './observe.ts'

const ok = { status: 200, body: aCase }
const circular: Record<string, unknown> = {}
circular.self = circular

/** A request with one of them hangs, or never leaves. */
const ofConnection = ['content-length', 'Content-Length', 'host', 'Host']

const throwing = (reason: unknown) => () => {
  throw reason
}

/** Wrong options, as a caller without a compiler may pass them. */
const wrong = (options: Record<string, unknown>) => options as never

describe('a client is not made', () => {
  test.each<[string, object]>([
    ['baseUrl must be', { baseUrl: 'localhost:3000' }],
    ['baseUrl must be', { baseUrl: 'ftp://frontdesk.test' }],
    ['baseUrl must be', { baseUrl: 'https://frontdesk.test?stage=dev' }],
    ['baseUrl must be an http or https URL', { baseUrl: undefined }],
    ['baseUrl must be', { baseUrl: '/api' }],
    ['without password', { baseUrl: 'https://user:secret@frontdesk.test' }],
    ['token must be', { token: 'Bearer secret' }],
    ['token must be', { token: '' }],
    ['apiKey must be', { apiKey: 'secret\nsecret' }],
    ['x-one is an invalid header', { headers: { 'x-one': 'secret\nb' } }],
    // No member of these would be sent, or its signs.
    ['headers must be a plain Object', { headers: new Headers({ 'x-one': 'secret' }) }],
    ['headers must be a plain Object', { headers: new Map([['x-one', 'secret']]) }],
    ['headers must be a plain Object', { headers: [['x-one', 'secret']] }],
    ['headers must be a plain Object', { headers: 'x-one: secret' }],
    ['timeout must be a number from 0 on, not NaN', { timeout: NaN }],
    ['maxRetries must be a number from 0 on, not string', { maxRetries: '2' }],
    ['baseDelay must be a number from 0 on, not -1', { baseDelay: -1 }],
    ["validate must be a function or 'answers', not string", { validate: 'answer' }],
    ["validate must be a function or 'answers', not boolean", { validate: true }],
    ['fetch must be a function, not Object', { fetch: {} }],
    ['fetch must be a function, not Null', { fetch: null }],
    ['x-one is an invalid header', { headers: { 'x-one': null } }],
    ['x-one is an invalid header', { headers: { 'x-one': ['secret'] } }],
    ...ofConnection.map((name): [string, object] => [`${name} is an invalid header`, { headers: { [name]: '99' } }]),
    ['fetchOptions takes no method', { fetchOptions: { method: 'secret' } }],
  ])('where %s, as with %j', (said, options) => {
    const given: ClientOptions = wrong({ baseUrl: 'https://frontdesk.test', ...options })
    expect(() => createFrontdesk(given)).toThrow(FrontdeskError)
    expect(() => createFrontdesk(given)).toThrow(said)
    // Errors end up in logs.
    expect(() => createFrontdesk(given)).not.toThrow('secret')
  })

  test.each(['/dev', '/dev/', '/dev//', '/dev\\', '/dev/\n', '/dev///./', '/dev/ ', '/dev \t'])(
    'but with the end %j, a path, and the line break of a file with a token it is',
    async (end) => {
      await using server = await startServer([ok])
      const options = { token: 'a-token\n', timeout: Infinity }
      await impatient(`${server.url}${end}`, options).cases.get('c')
      expect(server.received[0]).toMatchObject({ url: '/dev/cases/c', headers: { authorization: 'Bearer a-token' } })
    },
  )

  test.each([new URL('https://frontdesk.test'), 7, null, {}, ['https://frontdesk.test']])(
    'where baseUrl is %j and no string',
    (baseUrl) => {
      expect(() => createFrontdesk(wrong({ baseUrl }))).toThrow('baseUrl must be an http or https URL')
    },
  )
})

/** Values of each type, none of which may be shown or make a TypeError. */
const values: Record<string, unknown> = {
  true: true,
  one: 1,
  NaN,
  bigint: 1n,
  text: 'secret',
  'empty text': '',
  symbol: Symbol('secret'),
  function: () => 'secret',
  object: {},
  'object without prototype': Object.create(null),
  list: ['secret'],
  date: new Date(0),
  Map: new Map([['x-one', 'secret']]),
  AbortController: new AbortController(),
  null: null,
}
const numbers = {
  attemptTimeout: ['one'],
  timeout: ['one'],
  maxRetries: ['one'],
  baseDelay: ['one'],
  maxDelay: ['one'],
}
const objects = {
  headers: ['object', 'object without prototype'],
  fetchOptions: ['object', 'object without prototype'],
}
const hooks = { onRequest: ['function'], onResponse: ['function'], onRetry: ['function'], onError: ['function'] }
const taken = (right: Record<string, string[]>) =>
  Object.entries(right).flatMap(([name, kinds]) =>
    Object.keys(values).map((kind): [string, string, boolean] => [name, kind, kinds.includes(kind)]),
  )

describe('each option takes values of its type alone, and the error names it', () => {
  test.each(
    taken({
      ...numbers,
      ...objects,
      ...hooks,
      baseUrl: [],
      token: ['text', 'function', 'null'],
      apiKey: ['text', 'null'],
      fetch: ['function'],
      cacheScope: ['text'],
      observe: [],
      validate: ['function'],
      log: [],
    }),
  )('%s of a client: %s', (name, kind, isRight) => {
    const made = () => createFrontdesk(wrong({ baseUrl: 'https://frontdesk.test', observe, [name]: values[kind] }))
    if (isRight) {
      expect(made()).toHaveProperty('cases')
      return
    }
    expect(made).toThrow(FrontdeskError)
    expect(made).toThrow(`${name} must be`)
    expect(made).not.toThrow('secret')
    const { withOptions } = createFrontdesk({ baseUrl: 'https://frontdesk.test', observe })
    expect(() => withOptions(wrong({ [name]: values[kind] }))).toThrow(`${name} must be`)
  })

  test.each(taken({ ...numbers, ...objects, ...hooks, signal: ['null'], idempotencyKey: ['text'], ifMatch: ['text'] }))(
    '%s of a call: %s',
    async (name, kind, isRight) => {
      await using server = await startServer([ok])
      const call = impatient(server.url, { observe }).cases.create(
        { description: 'x' },
        wrong({ timeout: 30_000, attemptTimeout: 30_000, [name]: isRight && name in numbers ? 30_000 : values[kind] }),
      )
      if (isRight) {
        await call
        return
      }
      const error = (await failure(call)) as FrontdeskError
      expect(error).toBeInstanceOf(FrontdeskError)
      expect(error).toMatchObject({
        operation: 'createCase',
        message: expect.stringContaining(`${name} must be`) as string,
      })
      expect(error.message).not.toContain('secret')
      expect(structuredClone(error)).toMatchObject({ message: error.message })
      expect(server.received).toHaveLength(0)
    },
  )

  test('a log is an option of clients', async () => {
    const call = impatient('http://frontdesk.test', { observe }).cases.get('c', wrong({ log: 'info' }))
    expect(await failure(call)).toMatchObject({ message: expect.stringContaining('log is no option') as string })
  })

  const forms: [string, string, (frontdesk: Frontdesk, options: never) => PromiseLike<unknown>][] = [
    ['signal', 'upload', ({ cases }, options) => cases.upload('c', new Blob(['x']), options)],
    ['signal', 'submitAndWait', ({ workflow }, options) => workflow.submitAndWait({ id: 'c' }, options)],
    ['signal', 'updateWith', ({ cases }, options) => cases.updateWith('c', () => undefined, options)],
    ['signal', 'toArray', ({ cases }, options) => cases.list({}, options).toArray()],
    ['signal', 'stream', ({ chat }, options) => chat.stream({ message: 'x' }, options).text()],
    ['headers', 'stream', ({ chat }, options) => chat.stream({ message: 'x' }, options).text()],
    ['timeout', 'upload', ({ cases }, options) => cases.upload('c', new Blob(['x']), options)],
    ['timeout', 'submitAndWait', ({ workflow }, options) => workflow.submitAndWait({ id: 'c' }, options)],
    ['maxConflicts', 'updateWith', ({ cases }, options) => cases.updateWith('c', () => undefined, options)],
    ['max', 'toArray', ({ cases }, options) => cases.list().toArray(options)],
    ['fileName', 'upload', ({ cases }, options) => cases.upload('c', new Blob(['x']), options)],
    ['contentType', 'upload', ({ cases }, options) => cases.upload('c', new Blob(['x']), options)],
    ['contentLength', 'upload', ({ cases }, options) => cases.upload('c', new Blob(['x']), options)],
    ['onProgress', 'upload', ({ cases }, options) => cases.upload('c', new Blob(['x']), options)],
    ['onState', 'submitAndWait', ({ workflow }, options) => workflow.submitAndWait({ id: 'c' }, options)],
    ['firstEventTimeout', 'stream', ({ chat }, options) => chat.stream({ message: 'x' }, options).text()],
    ['eventTimeout', 'stream', ({ chat }, options) => chat.stream({ message: 'x' }, options).text()],
  ]
  test.each(forms)('%s of %s', async (name, _, form) => {
    await using server = await startServer([ok])
    for (const value of [true, Symbol('x'), [], name === 'headers' ? 'x' : Object.create(null), new Map()]) {
      const error = (await failure(form(impatient(server.url), wrong({ [name]: value })))) as Error
      expect(error).toBeInstanceOf(FrontdeskError)
      expect(error.message).toContain(`${name} must be`)
    }
    expect(server.received).toHaveLength(0)
  })

  test.each(['timeout', 'attemptTimeout'])('a stream has no %s', async (name) => {
    await using server = await startServer([ok])
    const stream = impatient(server.url).chat.stream({ message: 'x' }, wrong({ [name]: 5000 }))
    expect(await failure(stream.text())).toMatchObject({
      message: expect.stringContaining(`${name} is no option. Is it `) as string,
    })
    expect(server.received).toHaveLength(0)
  })

  test.each(['x y', ...ofConnection])('a wrong header %s of a call, before a token is asked for', async (name) => {
    await using server = await startServer([ok])
    let asked = 0
    const { cases, chat, workflow } = impatient(server.url, { token: () => `a-token-${asked++}` })
    const options = { headers: { [name]: '99' } }
    for (const call of [
      cases.create({ description: 'x' }, options),
      cases.list({}, options),
      cases.upload('c', new Blob(['x']), options),
      chat.stream({ message: 'x' }, options).text(),
      workflow.submitAndWait({ id: 'c' }, options),
    ]) {
      const error = await failure(call)
      expect(error).toBeInstanceOf(FrontdeskError)
      expect(error).toMatchObject({ message: `${name} is an invalid header`, attempts: 0 })
    }
    expect([asked, server.received.length]).toEqual([0, 0])
  })

  test('the function of updateWith', async () => {
    const { cases } = impatient('http://frontdesk.test')
    const error = await failure(cases.updateWith('c', wrong({ status: 'closed' })))
    expect(error).toBeInstanceOf(FrontdeskError)
    expect((error as Error).message).toContain('change must be a function')
  })
})

describe('what is no options is refused in their place', () => {
  const forms: Record<string, (frontdesk: Frontdesk, options: never) => PromiseLike<unknown>> = {
    get: ({ cases }, options) => cases.get('c', options),
    create: ({ cases }, options) => cases.create({ description: 'x' }, options),
    list: ({ cases }, options) => cases.list({}, options),
    toArray: ({ cases }, options) => cases.list().toArray(options),
    updateWith: ({ cases }, options) => cases.updateWith('c', () => undefined, options),
    upload: ({ cases }, options) => cases.upload('c', new Blob(['x']), options),
    submitAndWait: ({ workflow }, options) => workflow.submitAndWait({ id: 'c' }, options),
    stream: ({ chat }, options) => chat.stream({ message: 'x' }, options).text(),
    request: ({ request }, options) => request('GET', '/cases', options),
  }
  const none = [
    new AbortController().signal,
    new AbortController(),
    new Headers(),
    new Map(),
    [],
    7,
    () => undefined,
    'x',
  ]

  test.each(Object.entries(forms))('%s', async (_, form) => {
    await using server = await startServer([ok])
    for (const options of none) {
      const error = (await failure(form(impatient(server.url), options as never))) as Error
      expect(error).toBeInstanceOf(FrontdeskError)
      expect(error.message).toContain('options must be a plain Object, not ')
    }
    expect(server.received).toHaveLength(0)
  })

  test('createFrontdesk and withOptions', () => {
    for (const options of [...none, 'https://user:secret@frontdesk.test'] as never[]) {
      expect(() => createFrontdesk(options)).toThrow('options must be a plain Object, not ')
      expect(() => createFrontdesk(options)).not.toThrow('secret')
      expect(() => impatient('https://frontdesk.test').withOptions(options)).toThrow('options must be')
    }
  })
})

describe('a call with a wrong token function is a FrontdeskError, and not repeated', () => {
  const signedOut = new Error('signed out')
  test.each<[string, Partial<ClientOptions>, unknown?]>([
    ['throws', { token: throwing(signedOut) }, signedOut],
    ['rejects', { token: () => Promise.reject(signedOut) }, signedOut],
    ['throws what is no Error', { token: throwing('signed out') }, 'signed out'],
    ['fails with what may pass', { token: throwing(new ConnectionError('x')) }, new ConnectionError('x')],
    ['gives what is no token', { token: () => 'Bearer secret' }],
  ])('where the token function %s', async (_, settings, cause) => {
    await using server = await startServer([ok])
    let asked = 0
    const token = async (context: { rejected: string | undefined; signal: AbortSignal }) => {
      asked++
      return typeof settings.token === 'function' ? settings.token(context) : undefined
    }
    const error = (await failure(impatient(server.url, { token }).cases.get('c'))) as FrontdeskError
    expect(error.name).toBe('FrontdeskError')
    expect(error.cause).toEqual(cause)
    expect(error.message).toContain(cause === undefined ? 'token must be' : 'getCase got no token')
    expect(error.message).not.toContain('secret')
    expect([asked, server.received.length]).toEqual([1, 0])
  })
})

describe('a call that cannot be made is a FrontdeskError, and not repeated', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['header', 'x-one is an invalid header', { headers: { 'x-one': 'a\nb' } }],
    ['set of headers', 'headers must be a plain Object', { headers: new Headers({ 'x-one': 'a' }) }],
    ['time', 'attemptTimeout must be', { attemptTimeout: NaN }],
    ['number of retries', 'maxRetries must be', { maxRetries: NaN }],
    ['signal', 'signal must be an AbortSignal or Null, not AbortController', { signal: new AbortController() }],
  ])('where a %s is wrong', async (_, said, options) => {
    await using server = await startServer([ok])
    const error = await failure(impatient(server.url).cases.get('c', wrong(options)))
    expect(error).toBeInstanceOf(FrontdeskError)
    expect((error as Error).message).toContain(said)
    expect(server.received).toHaveLength(0)
  })

  test.each(['', '.', '..', undefined])('where an id is %j, which leads to another path', async (id) => {
    await using server = await startServer([ok])
    const error = await failure(impatient(server.url).cases.get(id as never))
    expect(error).toBeInstanceOf(FrontdeskError)
    expect((error as Error).message).toContain('caseId must be an id, not')
    expect(server.received).toHaveLength(0)
  })

  test('where an id is no Unicode, or a body no JSON', async () => {
    await using server = await startServer([ok])
    const frontdesk = impatient(server.url)
    expect(await failure(frontdesk.cases.get('\ud800'))).toBeInstanceOf(FrontdeskError)
    const body = { description: '', metadata: wrong(circular) }
    expect(await failure(frontdesk.cases.create(body))).toMatchObject({ cause: expect.any(TypeError) as Error })
    const named = await failure(frontdesk.request('POST', '/cases', { body }))
    expect((named as Error).message).toContain('POST /cases failed')
    expect(server.received).toHaveLength(0)
  })

  test('where an upload has no file', async () => {
    await using server = await startServer([ok])
    const { cases } = impatient(server.url)
    for (const file of ['photo.png', undefined, new Blob(['x']).stream()] as unknown as UploadSource[]) {
      const error = await failure(cases.upload('c', file))
      expect(error).toBeInstanceOf(FrontdeskError)
      expect((error as Error).message).toContain('file must be')
    }
    expect(server.received).toHaveLength(0)
  })

  test('where a wait has a wrong time', async () => {
    await using server = await startServer([ok])
    const error = await failure(impatient(server.url).workflow.submitAndWait({ id: 'c-1' }, { timeout: NaN }))
    expect(error).toBeInstanceOf(FrontdeskError)
    expect(server.received).toHaveLength(0)
  })
})

test('null in place of options is none, in every kind of call', async () => {
  const anything = { ...aCase, cases: [], executionId: 'e', status: 'succeeded' }
  await using server = await startServer(({ url }) => {
    if (url === '/file') return { status: 200 }
    return url.includes('/upload')
      ? { status: 200, body: { key: 'k', uploadUrl: `${server.url}/file`, headers: {}, expiresAt: '2999-01-01' } }
      : { status: 200, headers: { etag: '"1"' }, body: anything }
  })
  const { cases, chat, request, workflow } = impatient(server.url)
  const none = null as never
  const calls: Record<string, () => PromiseLike<unknown>> = {
    get: () => cases.get('c', none),
    create: () => cases.create({ description: 'x' }, none),
    list: () => cases.list(none, none),
    toArray: () => cases.list(none, none).toArray(none),
    updateWith: () => cases.updateWith('c', () => ({ status: 'closed' }), none),
    upload: () => cases.upload('c', new Blob(['x']), none),
    submitAndWait: () => workflow.submitAndWait({ id: 'c' }, none),
    request: () => request('GET', '/cases', none),
  }
  for (const [name, call] of Object.entries(calls)) expect(await call(), name).toBeInstanceOf(Object)
  // The server gives no events.
  expect(await failure(chat.stream({ message: 'x' }, none).text())).toBeInstanceOf(ConnectionError)
})

test.each(['if-match', 'If-Match', 'x-api-key', 'X-API-Key'])(
  'the caller’s own header %s is sent, where no option has its value',
  async (name) => {
    await using server = await startServer([ok])
    await impatient(server.url, { apiKey: undefined }).request('GET', '/status', { headers: { [name]: 'own' } })
    expect(server.received[0]?.headers[name.toLowerCase()]).toBe('own')
  },
)

test('null as the signal is none, as in fetch, in every kind of call', async () => {
  await using server = await startServer([{ status: 200, body: { ...aCase, cases: [] } }])
  const { cases } = impatient(server.url)
  await cases.get('c', { signal: null })
  await cases.list({}, { signal: null }).toArray()
  await cases.updateWith('c', () => undefined, { signal: null })
  const upload = await failure(cases.upload('c', new Blob(['x']), { signal: null }))
  expect(upload).toMatchObject({ name: 'ConnectionError', operation: 'upload' })
  expect(server.received.length).toBeGreaterThan(3)
})

test('null in place of a credential is none', async () => {
  await using server = await startServer([ok])
  const { request } = impatient(server.url, wrong({ token: null, apiKey: null }))
  await request('GET', '/cases')
  expect(Object.keys(server.received[0]?.headers ?? {})).not.toContain('x-api-key')
  expect(Object.keys(server.received[0]?.headers ?? {})).not.toContain('authorization')
})

test('null in place of a credential is none in a failure too, and so is that of a refresh', async () => {
  await using server = await startServer([problem(401)])
  const withoutAny = impatient(server.url, wrong({ token: null, apiKey: null }))
  expect(await failure(withoutAny.request('GET', '/cases'))).toBeInstanceOf(UnauthenticatedError)
  const token = ({ rejected }: { rejected: string | undefined }) => (rejected === undefined ? 'stale' : null)
  expect(await failure(impatient(server.url, wrong({ token })).cases.get('c'))).toBeInstanceOf(UnauthenticatedError)
})

test('the caller’s fetch may throw at once: that is a ConnectionError, like a rejection', async () => {
  let attempts = 0
  const fetch = () => {
    attempts++
    throw new Error('no network')
  }
  expect(await failure(impatient('http://frontdesk.test', { fetch }).cases.get('c'))).toBeInstanceOf(ConnectionError)
  expect(attempts).toBe(3)
})

test('a response without headers, as a test may give it, has none, and a failure of it has its class', async () => {
  const giving = (status: number) => {
    const response = { ok: status < 400, status, text: () => Promise.resolve(JSON.stringify(aCase)) }
    return impatient('http://frontdesk.test', wrong({ fetch: () => response })).cases.get('c')
  }
  expect(await giving(200).withResponse()).toMatchObject({ data: aCase, etag: undefined, requestId: undefined })
  expect(await failure(giving(401))).toBeInstanceOf(UnauthenticatedError)
  expect(
    await failure(impatient('http://frontdesk.test', wrong({ fetch: () => undefined })).cases.get('c')),
  ).toBeInstanceOf(FrontdeskError)
})

test.each([undefined, '', null])(
  'a token function that gives %j sends none, and the service answers that',
  async (none) => {
    await using server = await startServer([problem(401)])
    const token = () => Promise.resolve(none as never)
    expect(await failure(impatient(server.url, { token }).cases.get('c'))).toBeInstanceOf(UnauthenticatedError)
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([undefined])
  },
)

test('an abort while the token is asked for rejects with the signal’s reason', async () => {
  const controller = new AbortController()
  const token = () => {
    controller.abort('enough')
    return Promise.reject(new Error('signed out'))
  }
  const call = impatient('http://frontdesk.test', { token }).cases.get('c', { signal: controller.signal })
  expect(await failure(call)).toBe('enough')
})
