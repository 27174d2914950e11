// Hooks of the client and of a call: their order, what they are told, headers that they set, and their errors.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCase, failure, impatient } from '../testing/impatient.ts'
import { problem, startServer } from '../testing/server.ts'
import { ConnectionError, createFrontdesk, FrontdeskError, NotFoundError, TimeoutError } from './index.ts'
import type { ClientOptions, Frontdesk, Hooks } from './index.ts'
import { observe } from './observe.ts'

const ok = { status: 200, headers: { 'x-request-id': 'r-0', etag: '"1"' }, body: aCase }
const created = { status: 201, body: { ...aCase, calls: [], proposals: [] } }
const names = ['onRequest', 'onResponse', 'onRetry', 'onError'] as const

type Event = Record<string, unknown>

/** Hooks that keep what they are told. */
function recorder(who = '') {
  const events: [name: string, Event][] = []
  const keep = (name: string) => (event: object) => void events.push([who + name, { ...event }])
  const hooks: Hooks = Object.fromEntries(names.map((name) => [name, keep(name)]))
  const told = () => events.map(([name, { attempt }]) => `${name} ${String(attempt)}`)
  return { events, hooks, told }
}

const { error: consoleError } = console
let reported: string[]
beforeEach(() => {
  reported = []
  console.error = (...words: unknown[]) => void reported.push(words.join(' '))
})
afterEach(() => {
  console.error = consoleError
})

const watching = (baseUrl: string, options: Partial<ClientOptions> = {}) =>
  impatient(baseUrl, { observe, maxRetries: 2, ...options })

describe('a call tells', () => {
  test('of its request and its answer', async () => {
    await using server = await startServer([ok])
    const { events, hooks } = recorder()
    await watching(server.url, hooks).cases.get('c 1')
    const call = expect.any(Object) as object
    const known = { call, operationId: 'getCase', method: 'GET', path: '/cases/{caseId}', attempt: 1 }
    const url = `${server.url}/cases/c%201`
    expect(events).toEqual([
      ['onRequest', { ...known, url, headers: expect.any(Headers) as Headers }],
      [
        'onResponse',
        {
          ...known,
          url,
          status: 200,
          requestId: 'r-0',
          headers: expect.any(Headers) as Headers,
          duration: expect.any(Number) as number,
        },
      ],
    ])
    expect(events[0]?.[1].call).toBe(events[1]?.[1].call)
    expect((events[1]?.[1].headers as Headers).get('etag')).toBe('"1"')
  })

  test('of each attempt, each wait and the failure at the end', async () => {
    await using server = await startServer([problem(503), 'disconnect', problem(429)])
    const { events, hooks, told } = recorder()
    const error = await failure(watching(server.url, hooks).cases.get('c'))
    expect(told()).toEqual([
      'onRequest 1',
      'onResponse 1',
      'onRetry 1',
      'onRequest 2',
      'onRetry 2',
      'onRequest 3',
      'onResponse 3',
      'onError 3',
    ])
    const [, answered, retried, , broken, , , failed] = events.map(([, event]) => event)
    expect(answered).toMatchObject({ status: 503, requestId: 'r-1' })
    expect(retried).toMatchObject({
      error: { status: 503 },
      status: 503,
      requestId: 'r-1',
      delay: expect.any(Number) as number,
    })
    expect(broken).toMatchObject({ status: undefined, requestId: undefined })
    expect(failed).toMatchObject({ status: 429, requestId: 'r-1' })
    expect(broken?.error).toBeInstanceOf(ConnectionError)
    expect(failed?.error).toBe(error)
    expect(new Set(events.map(([, { call }]) => call)).size).toBe(1)
  })

  test.each<[string, (frontdesk: Frontdesk) => PromiseLike<unknown>, string | undefined]>([
    ['a resource', ({ cases }) => cases.create({ description: 'x' }), 'createCase'],
    ['request', ({ request }) => request('POST', '/cases', { body: { description: 'x' } }), undefined],
    ['a resource that is a function', ({ chat }) => chat({ message: 'x' }), 'chat'],
  ])('of %s by its operationId', async (_, call, operationId) => {
    await using server = await startServer([created])
    const { events, hooks, told } = recorder()
    await call(watching(server.url, hooks))
    expect(told()).toEqual(['onRequest 1', 'onResponse 1'])
    expect(events[0]?.[1].operationId).toBe(operationId)
  })

  test('of every page of a list, and of each call of updateWith', async () => {
    const page = (nextCursor?: string) => ({ status: 200, body: { cases: [], nextCursor } })
    await using server = await startServer([page('2'), page(), ok, ok])
    const { events, hooks } = recorder()
    const { cases } = watching(server.url)
    await cases.list({}, hooks).toArray()
    await cases.updateWith('c', () => ({ status: 'closed' }), hooks)
    const answered = events.filter(([name]) => name === 'onResponse').map(([, { operationId }]) => operationId)
    expect(answered).toEqual(['listCases', 'listCases', 'getCase', 'updateCase'])
  })

  test('of a wrong option and of a wrong id, before any attempt', async () => {
    const { hooks, told, events } = recorder()
    const { cases } = watching('http://frontdesk.test', hooks)
    await failure(cases.get('c', { timeout: NaN }))
    const error = await failure(cases.get('..'))
    expect(told()).toEqual(['onError 0', 'onError 0'])
    expect(events[1]?.[1].error).toBe(error)
  })

  test('of a timeout once, also when the answer comes later', async () => {
    const { hooks, told, events } = recorder()
    const answers: (() => void)[] = []
    const fetch = () => new Promise<Response>((resolve) => answers.push(() => resolve(Response.json(aCase))))
    const settings = { ...hooks, fetch, attemptTimeout: 5, maxRetries: 1 }
    const error = await failure(watching('http://frontdesk.test', settings).cases.get('c'))
    for (const answer of answers) answer()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(told()).toEqual(['onRequest 1', 'onRetry 1', 'onRequest 2', 'onError 2'])
    expect(events[3]?.[1].error).toBe(error)
  })

  test.each<[string, number]>([
    ['while it is sent', 0],
    ['while it waits for a repeat', 1],
  ])('of an abort %s, with the reason of the signal', async (_, answers) => {
    await using server = await startServer([
      ...Array<ReturnType<typeof problem>>(answers).fill(problem(503)),
      'silence',
    ])
    const { hooks, events } = recorder()
    const controller = new AbortController()
    const aborting = {
      ...hooks,
      [answers ? 'onRetry' : 'onRequest']: () => void setTimeout(() => controller.abort('stop'), 5),
    }
    const settings = { ...aborting, baseDelay: 10_000, maxDelay: 10_000 }
    expect(await failure(watching(server.url, settings).cases.get('c', { signal: controller.signal }))).toBe('stop')
    expect(events.filter(([name]) => name === 'onError').map(([, { error }]) => error)).toEqual(['stop'])
  })

  test('of a second token nothing: it is the same attempt', async () => {
    await using server = await startServer([problem(401), ok])
    const { hooks, told } = recorder()
    const token = ({ rejected }: { rejected: string | undefined }) => (rejected ? 'fresh' : 'stale')
    await watching(server.url, { ...hooks, token }).cases.get('c', { headers: { 'x-one': '1' } })
    expect(told()).toEqual(['onRequest 1', 'onResponse 1'])
  })

  test('of an upload: of the call for its address, and of the file', async () => {
    const url = { key: 'k', headers: {}, expiresAt: '2999-01-01T00:00:00Z' }
    await using server = await startServer(({ method, headers }, index) => {
      if (method === 'PUT') return index === 1 ? problem(503) : { status: 200 }
      return { status: 200, body: { ...url, uploadUrl: `http://${headers.host ?? ''}/k?X-Amz-Signature=s3cret` } }
    })
    const { hooks, events } = recorder()
    await watching(server.url).cases.upload('c', new Blob(['x']), hooks)
    const told = events.map(([name, { operationId, attempt }]) => `${name} ${String(operationId)} ${String(attempt)}`)
    expect(told).toEqual([
      'onRequest upload 1',
      'onRequest getCaseUploadUrl 1',
      'onResponse getCaseUploadUrl 1',
      'onResponse upload 1',
      'onRetry upload 1',
      'onRequest upload 2',
      'onResponse upload 2',
    ])
    // The address of the file is known when the service has given it.
    const urls = events.filter(([, { operationId }]) => operationId === 'upload').map(([, { url }]) => url)
    expect([urls[0], new Set(urls.slice(1))]).toEqual(['', new Set([`${server.url}/k`])])
    expect(JSON.stringify(events)).not.toContain('s3cret')
  })
})

describe('the order', () => {
  test('is the client’s hook, and then that of the call, for each event', async () => {
    await using server = await startServer([problem(503), problem(404)])
    const order: string[] = []
    const hooksOf = (who: string): Hooks =>
      Object.fromEntries(names.map((name) => [name, () => void order.push(`${who} ${name}`)]))
    await failure(watching(server.url, hooksOf('client')).cases.get('c', hooksOf('call')))
    const both = (name: string) => [`client ${name}`, `call ${name}`]
    expect(order).toEqual(
      ['onRequest', 'onResponse', 'onRetry', 'onRequest', 'onResponse', 'onError'].flatMap((name) => both(name)),
    )
  })

  test('waits for the promise of onRequest, and for no other one', async () => {
    await using server = await startServer([ok])
    const order: string[] = []
    const never = () => new Promise<void>(() => undefined)
    const onRequest = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      order.push('hook')
    }
    const fetch = (url: string, init: object) => {
      order.push('request')
      return globalThis.fetch(url, init)
    }
    await watching(server.url, { onRequest, onResponse: never, fetch }).cases.get('c')
    expect(order).toEqual(['hook', 'request'])
  })
})

describe('headers', () => {
  test('that a hook sets are sent, those of the call last, with every attempt', async () => {
    await using server = await startServer([problem(503), ok])
    const onRequest: Hooks['onRequest'] = ({ headers, attempt }) => {
      headers.set('x-attempt', String(attempt))
      headers.set('x-who', 'client')
    }
    const own: Hooks['onRequest'] = ({ headers }) => headers.set('X-Who', `${headers.get('x-who') ?? ''} call`)
    await watching(server.url, { onRequest }).cases.get('c', { onRequest: own })
    const sent = server.received.map(({ headers }) => [headers['x-attempt'], headers['x-who']])
    expect(sent).toEqual([
      ['1', 'client call'],
      ['2', 'client call'],
    ])
  })

  test('of the call are shown, without credentials, and credentials cannot be replaced', async () => {
    await using server = await startServer([created])
    let shown: Record<string, string> = {}
    const onRequest: Hooks['onRequest'] = ({ headers }) => {
      shown = Object.fromEntries(headers)
      headers.set('authorization', 'Bearer other')
      headers.delete('content-type')
    }
    const { cases } = watching(server.url, { onRequest })
    await cases.create({ description: 'x' }, { idempotencyKey: 'k', headers: { 'x-one': '1' } })
    expect(shown).toMatchObject({ 'x-one': '1', 'idempotency-key': 'k', 'content-type': 'application/json' })
    expect(JSON.stringify(shown)).not.toMatch(/a-token|a-key/)
    const { authorization, 'content-type': type } = server.received[0]?.headers ?? {}
    expect([authorization, type]).toEqual(['Bearer a-token', 'application/json'])
  })
})

test.each<[string, string | undefined]>([
  ['idempotency-key', 'other'],
  ['idempotency-key', undefined],
  ['if-match', '"other"'],
  ['if-none-match', '"other"'],
  ['content-length', '3'],
  ['transfer-encoding', 'chunked'],
  ['connection', 'upgrade'],
  ['keep-alive', '5'],
  ['upgrade', 'h2c'],
  ['expect', '100-continue'],
  ['host', 'elsewhere.test'],
])('a hook that changes %s to %j is reported, and nothing that it has set is sent', async (name, value) => {
  await using server = await startServer([created])
  const reported: string[] = []
  const log = { info: () => undefined, error: (line: string) => void reported.push(line) }
  const onRequest: Hooks['onRequest'] = ({ headers }) => {
    headers.set('x-one', '1')
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
  }
  const { cases } = watching(server.url, { log, onRequest, attemptTimeout: 2000, maxRetries: 0 })
  await cases.create(
    { description: 'A lamp.' },
    { idempotencyKey: 'k', onRequest: ({ headers }) => headers.set('x-two', '2') },
  )
  expect(server.received[0]?.headers).toMatchObject({
    'idempotency-key': 'k',
    'x-two': '2',
    host: new URL(server.url).host,
  })
  expect(server.received[0]?.headers).not.toHaveProperty('x-one')
  expect(reported).toEqual([`onRequest failed: a hook cannot set ${name}`])
})

function wordless(): never {
  throw new TypeError('This value has no words.')
}

describe('an error in a hook is reported and changes nothing', () => {
  const thrown = new Error('a fault of the hook')
  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw thrown
      },
    ],
    ['rejects', () => Promise.reject(thrown)],
    [
      'throws what is no Error',
      () => {
        throw 'a fault of the hook'
      },
    ],
  ])('where it %s', async (_, wrong) => {
    await using server = await startServer([problem(503), problem(404)])
    const wrongs: Hooks = Object.fromEntries(names.map((name) => [name, wrong]))
    const { hooks, told } = recorder()
    expect(await failure(watching(server.url, wrongs).cases.get('c', hooks))).toBeInstanceOf(NotFoundError)
    expect(told()).toHaveLength(6)
    await expect.poll(() => reported).toHaveLength(6)
    expect(new Set(reported)).toEqual(new Set(names.map((name) => `${name} failed: a fault of the hook`)))
  })

  test.each<[string, () => unknown]>([
    ['an object without a prototype', () => Object.create(null)],
    ['a proxy whose members throw', () => new Proxy({}, { get: wordless })],
    ['an error whose message throws', () => Object.defineProperty(new Error(), 'message', { get: wordless })],
  ])('also when it throws %s', async (_, value) => {
    await using server = await startServer([problem(503), problem(404)])
    // Safe cast: a program can reject with anything.
    const wrong = () => Promise.reject(value() as Error)
    const wrongs: Hooks = Object.fromEntries(names.map((name) => [name, wrong]))
    expect(await failure(watching(server.url, wrongs).cases.get('c'))).toBeInstanceOf(NotFoundError)
    await expect.poll(() => reported).toHaveLength(6)
  })

  test('and the headers that it has set are not sent', async () => {
    await using server = await startServer([ok])
    const onRequest: Hooks['onRequest'] = ({ headers }) => {
      headers.set('x-one', '1')
      headers.set('x-two', 'a\nb')
    }
    await watching(server.url, { onRequest }).cases.get('c', {
      onRequest: ({ headers }) => headers.set('x-three', '3'),
    })
    const { headers } = server.received[0] ?? {}
    expect([headers?.['x-one'], headers?.['x-three']]).toEqual([undefined, '3'])
    expect(reported).toEqual([expect.stringContaining('onRequest failed: ')])
  })

  test('and the caller’s own changes to an event change nothing', async () => {
    await using server = await startServer([problem(503), ok])
    const clear = (event: object) => void Object.keys(event).forEach((key) => Reflect.deleteProperty(event, key))
    const wrongs: Hooks = Object.fromEntries(names.map((name) => [name, clear]))
    const { events, hooks } = recorder()
    expect(await watching(server.url, wrongs).cases.get('c', hooks)).toEqual(aCase)
    expect(events.every(([, { operationId }]) => operationId === 'getCase')).toBe(true)
  })
})

describe('options', () => {
  const made = (options: object) => () => createFrontdesk({ baseUrl: 'https://frontdesk.test', ...options })

  test.each<[string, object]>([
    ['onRequest must be a function', { observe, onRequest: 'x' }],
    ['onError must be a function', { observe, onError: null }],
    ['log must be', { observe, log: 'verbose' }],
    ['log must be', { observe, log: null }],
    ['log must be', { observe, log: { info: () => undefined } }],
    ...names.map((name): [string, object] => [`${name} needs the option observe`, { [name]: () => undefined }]),
    ['log needs the option observe', { log: 'info' }],
    ['onReqest is no option. Is it onRequest?', { observe, onReqest: () => undefined }],
    ['Log is no option. Is it log?', { observe, Log: 'info' }],
  ])('that are wrong are refused: %s', (said, options) => {
    expect(made(options)).toThrow(FrontdeskError)
    expect(made(options)).toThrow(said)
  })

  test('of a call are refused too', async () => {
    const { cases } = watching('http://frontdesk.test')
    expect(await failure(cases.get('c', { onRetry: 7 as never }))).toMatchObject({
      message: expect.stringContaining('onRetry must be a function') as string,
    })
    const plain = impatient('http://frontdesk.test').cases
    expect(await failure(plain.get('c', { onRetry: () => undefined }))).toMatchObject({
      message: 'onRetry needs the option observe',
    })
  })

  test('that are undefined are none', async () => {
    await using server = await startServer([ok])
    const none: Hooks = Object.fromEntries(names.map((name) => [name, undefined]))
    expect(await watching(server.url, { ...none, log: undefined }).cases.get('c', none)).toEqual(aCase)
  })
})
