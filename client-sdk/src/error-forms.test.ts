// What an error keeps in JSON, in a clone, and for another copy of the package; what it must not show; and its stack.
import { inspect } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import { frame } from '../testing/event-server.ts'
import { aCase, failure, impatient, impatientClient } from '../testing/impatient.ts'
import { problem, startServer, type Reaction } from '../testing/server.ts'
import { eventStream } from './event-stream.ts'
import * as sdk from './index.ts'

/** Only a silent server is not waited for: under load any other may take its time. */
const patience = (reaction: Reaction) => (reaction === 'silence' ? { attemptTimeout: 60 } : {})

const caught = async (
  reaction: Reaction,
  call = (frontdesk: sdk.Frontdesk) => frontdesk.cases.get('c') as PromiseLike<unknown>,
) => {
  await using server = await startServer([reaction])
  return (await failure(call(impatient(server.url, patience(reaction))))) as sdk.FrontdeskError
}

const kinds: [string, Reaction][] = [
  ['NotFoundError', problem(404)],
  ['ServiceUnavailableError', problem(503)],
  ['ServerError', problem(599)],
  ['ProblemError', problem(418)],
  ['ConnectionError', 'disconnect'],
  ['TimeoutError', 'silence'],
  ['FrontdeskError', { status: 302, headers: { location: '/x' } }],
]

describe.each(kinds)('a %s', (name, reaction) => {
  test.each([
    ['JSON', (error: unknown) => JSON.parse(JSON.stringify(error)) as unknown],
    ['structuredClone', (error: unknown) => structuredClone(error)],
  ])('keeps class, status and message in %s', async (_, copy) => {
    const error = await caught(reaction)
    const { message, operation } = error
    const { status } = error as sdk.ProblemError
    const kept = copy(error)
    expect(kept).toMatchObject({ name, message, operation, ...(status && { status }) })
    expect(kept).toBeInstanceOf(sdk[name as 'NotFoundError'])
    expect(kept).toBeInstanceOf(sdk.FrontdeskError)
    expect(kept instanceof sdk.ProblemError).toBe(error instanceof sdk.ProblemError)
    expect(kept instanceof sdk.ConflictError).toBe(false)
  })

  test('is an Error that logs show with its class and its message', async () => {
    const error = await caught(reaction)
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error)).toContain(`${name}: ${error.message}`)
    expect(error.stack).toMatch(new RegExp(`^${name}: `))
    expect(String(error)).toBe(`${name}: ${error.message}`)
  })
})

test('two copies of the package know the errors of each other', async () => {
  vi.resetModules()
  const other = await import('./index.ts')
  expect(other.NotFoundError).not.toBe(sdk.NotFoundError)
  await using server = await startServer([problem(404)])
  const error = await failure(other.createFrontdesk({ baseUrl: server.url }).cases.get('c'))
  expect(error).toBeInstanceOf(sdk.NotFoundError)
  expect(error).toBeInstanceOf(sdk.ProblemError)
  expect(error).not.toBeInstanceOf(sdk.ConflictError)
  expect(sdk.isProblemOf('getCase', error)).toBe(true)
  expect(new other.ConnectionError('x')).toBeInstanceOf(sdk.ConnectionError)
  expect(new other.ConnectionError('x')).not.toBeInstanceOf(sdk.TimeoutError)
})

test.each([undefined, null, 'NotFoundError', 404, {}, new Error('x'), { name: 'NotFoundError', status: 404 }])(
  '%j is none of the package’s errors',
  (value) => {
    expect(value instanceof sdk.FrontdeskError).toBe(false)
    expect(value instanceof sdk.NotFoundError).toBe(false)
  },
)

test('a class of the caller’s own takes no other errors', async () => {
  class Missing extends sdk.NotFoundError {}
  expect(await caught(problem(404))).not.toBeInstanceOf(Missing)
  const { status, headers, body, operation } = (await caught(problem(404))) as sdk.NotFoundError
  const missing = new Missing({ status, headers, body, operation })
  expect(missing).toBeInstanceOf(Missing)
  expect(missing).toBeInstanceOf(sdk.NotFoundError)
})

describe('secrets', () => {
  const token = 'eyJhbGciOi.token-secret.x'
  const apiKey = 'api-key-secret'
  const echo = ({ headers }: { headers: object }): Reaction => ({
    status: 401,
    headers: { 'x-request-id': JSON.stringify(headers).replace(/[^ -~]/g, '') },
    body: {
      title: 'No',
      detail: `not accepted: ${JSON.stringify(headers)}`,
      errors: [{ detail: JSON.stringify(headers) }],
    },
  })

  test.each([
    ['a problem', echo],
    [
      'a page',
      (asked: { headers: object }): Reaction => ({ status: 502, body: `<p>${JSON.stringify(asked.headers)}` }),
    ],
  ])('that %s quotes are in no form of the error', async (_, react) => {
    await using server = await startServer(react)
    for (const credential of [{ token }, { token: () => token }, { apiKey }]) {
      const frontdesk = sdk.createFrontdesk({ baseUrl: server.url, maxRetries: 0, ...credential })
      const error = await failure('apiKey' in credential ? frontdesk.customers.get('c') : frontdesk.cases.get('c'))
      const forms = [String(error), JSON.stringify(error), inspect(error), JSON.stringify(structuredClone(error))]
      for (const form of [...forms, (error as Error).stack, JSON.stringify((error as sdk.ProblemError).body)]) {
        expect(form).not.toMatch(/secret/)
      }
    }
  })

  test('that a failing fetch or token function quotes are not in its message', async () => {
    const fetch = (_: string, init: RequestInit) => Promise.reject(new Error(`cannot send ${JSON.stringify(init)}`))
    const error = await failure(impatient('http://frontdesk.test', { token, fetch, maxRetries: 0 }).cases.get('c'))
    expect(String(error) + String((error as Error).stack)).not.toMatch(/secret/)
    await using server = await startServer([problem(401)])
    const refusing = ({ rejected }: { rejected: string | undefined }) => {
      if (rejected) throw new Error(`${rejected} has expired at https://sign-in.test/?code=code-secret`)
      return token
    }
    const refused = await failure(impatient(server.url, { token: refusing }).cases.get('c'))
    expect(String(refused) + String((refused as Error).stack)).not.toMatch(/secret/)
  })

  test('are not met by a loop over the members, as loggers have it, and a cause is shown by a log', async () => {
    const error = await caught({ ...problem(404), headers: { 'set-cookie': 'session' } })
    const names: string[] = []
    for (const name in error) names.push(name)
    expect(names).toEqual(Object.keys(error))
    expect(names).not.toEqual(expect.arrayContaining(['headers']))
    expect(names).not.toEqual(expect.arrayContaining(['body']))
    const broken = await caught('disconnect')
    const own: string[] = []
    for (const name in broken) own.push(name)
    expect(own).not.toContain('cause')
    expect(inspect(broken)).toMatch(/\[cause\]: \[?TypeError: fetch failed/)
  })

  test('are not in toJSON: it has neither headers nor body nor cause', async () => {
    const error = await caught({ ...problem(404), headers: { 'set-cookie': 'session' } })
    expect(error.toJSON()).toEqual({
      kind: 'FrontdeskError ProblemError NotFoundError ',
      name: 'NotFoundError',
      message: 'getCase failed: 404 A problem it is.',
      status: 404,
      type: '/docs/problems/a-problem',
      title: 'A problem',
      detail: 'A problem it is.',
      errors: [],
      requestId: 'r-1',
      operation: 'getCase',
      attempts: 1,
    })
  })
})

describe('a lost create', () => {
  test.each<[string, Reaction]>([
    ['ConnectionError', 'disconnect'],
    ['TimeoutError', 'silence'],
    ['ServiceUnavailableError', problem(503)],
  ])('that is a %s can be repeated by hand', async (name, reaction) => {
    await using server = await startServer((_, index) => (index < 3 ? reaction : { status: 201, body: aCase }))
    const frontdesk = impatient(server.url, patience(reaction))
    const error = (await failure(frontdesk.cases.create({ description: 'x' }))) as sdk.ConnectionError
    expect(error).toMatchObject({ name, operation: 'createCase', attempts: 3 })
    // The repeat may take its time.
    const { idempotencyKey } = error
    await frontdesk.cases.create({ description: 'x' }, { idempotencyKey, attemptTimeout: 30_000 })
    const keys = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(1)
  })

  test('by submitAndWait too, when its time is over', async () => {
    await using server = await startServer(['silence'])
    const error = await failure(impatient(server.url).workflow.submitAndWait({ id: 'c' }, { timeout: 400 }))
    expect(error).toMatchObject({ name: 'TimeoutError', operation: 'submitAndWait' })
    expect((error as sdk.TimeoutError).idempotencyKey).toBe(server.received[0]?.headers['idempotency-key'])
  })
})

test('the failure behind an answer that was lost shows no token that it quotes', async () => {
  const token = 'token-secret-of-the-test'
  await using server = await startServer(['disconnect', { ...problem(412), headers: { 'x-request-id': token } }])
  const error = await failure(impatient(server.url, { token }).cases.update('c', {}, { ifMatch: '"1"' }))
  expect(error).toMatchObject({ name: 'ConnectionError', cause: { status: 412, requestId: '…' } })
})

describe('every error of a call has its operation, and says how often the request was sent', () => {
  const forms: [string, string, (frontdesk: sdk.Frontdesk, options: object) => PromiseLike<unknown>][] = [
    ['get', 'getCase', ({ cases }, options) => cases.get('c', options)],
    ['withResponse', 'getCase', ({ cases }, options) => cases.get('c', options).withResponse()],
    ['list', 'listCases', ({ cases }, options) => cases.list({}, options)],
    ['toArray', 'listCases', ({ cases }, options) => cases.list({}, options).toArray()],
    ['toArray with a wrong max', 'listCases', ({ cases }) => cases.list().toArray({ max: NaN })],
    ['updateWith', 'getCase', ({ cases }, options) => cases.updateWith('c', () => undefined, options)],
    [
      'updateWith with a wrong option',
      'updateWith',
      ({ cases }) => cases.updateWith('c', () => undefined, { maxConflicts: NaN }),
    ],
    ['upload', 'upload', ({ cases }, options) => cases.upload('c', new Blob(['x']), options)],
    ['submitAndWait', 'submitAndWait', ({ workflow }, options) => workflow.submitAndWait({ id: 'c' }, options)],
    ['stream', 'chatStream', ({ chat }, options) => chat.stream({ message: 'x' }, options).text()],
  ]
  test.each(forms)('%s: 0, where an option is refused before', async (_, operation, form) => {
    const theCaller = () => form(impatient('http://frontdesk.test'), { maxRetries: NaN })
    const error = (await failure(theCaller())) as sdk.FrontdeskError
    expect(error).toMatchObject({ name: 'FrontdeskError', operation, attempts: 0 })
    expect(error.stack).toContain('theCaller')
  })

  const busy = problem(503)
  const page: Reaction = { status: 200, body: { cases: [], nextCursor: 'x' } }

  test('a list whose cursor comes again, after repeats', async () => {
    await using server = await startServer([page, busy, busy, page])
    const error = await failure(impatient(server.url).cases.list().toArray())
    expect(error).toMatchObject({ name: 'ConnectionError', operation: 'listCases', attempts: 3 })
  })

  test('updateWith that gets no ETag', async () => {
    await using server = await startServer([busy, { status: 200, body: aCase }])
    const error = await failure(impatient(server.url).cases.updateWith('c', () => ({ status: 'closed' })))
    expect(error).toMatchObject({ name: 'FrontdeskError', operation: 'updateWith', attempts: 2 })
  })

  test.each<[string, Reaction[], object]>([
    [
      'has too little time',
      [{ status: 202, body: { executionId: 'e', status: 'RUNNING' } }, 'silence'],
      { timeout: 1500 },
    ],
    ['gets no id', [{ status: 202, body: {} }], {}],
  ])('submitAndWait that %s', async (_, reactions, options) => {
    await using server = await startServer(reactions)
    const error = await failure(impatient(server.url).workflow.submitAndWait({ id: 'c' }, options))
    expect(error).toMatchObject({ operation: 'submitAndWait', attempts: reactions.length })
    expect((error as sdk.FrontdeskError).message).not.toContain('undefined')
  })

  const text = frame({ type: 'text' })
  const broken: Record<string, string> = {
    'is cut off': text,
    'has an unknown event': text + frame({ type: 'song' }),
    'has a problem': text + frame({ type: 'error', problem: problem(503).body } as never),
    'has broken JSON': `${text}event: text\ndata: {\n\n`,
  }
  test.each(Object.entries(broken))('a stream that %s after its first event', async (_, body) => {
    const headers = { 'content-type': 'text/event-stream' }
    await using server = await startServer([busy, { status: 200, headers, body }])
    const types = { all: ['text', 'error', 'done'], end: 'done', failure: 'error' }
    const operation = { id: 'watch', method: 'GET', path: '/watch' }
    const stream = eventStream(impatientClient(server.url), operation, types, {})
    expect(await failure(stream.text())).toMatchObject({ operation: 'watch', attempts: 2 })
    expect(await failure(stream.text())).toMatchObject({ operation: 'watch', attempts: 0 })
  })

  test('and so does an answer', async () => {
    await using server = await startServer([busy, { status: 200, body: aCase }])
    expect(await impatient(server.url).cases.get('c').withResponse()).toMatchObject({ attempts: 2 })
  })
})

test('the message of a failed request() has its method and the path of the contract', async () => {
  for (const reaction of [problem(404), 'disconnect', { status: 200, body: 'null' }, 'silence'] as const) {
    await using server = await startServer([reaction])
    const { request } = impatient(server.url, { maxRetries: 0, ...patience(reaction) })
    const error = await failure(request('GET', '/cases/{caseId}', { path: { caseId: 'c' } }))
    expect((error as Error).message).toMatch(/^GET \/cases\/\{caseId\} (failed|got|was)/)
    expect(error).toMatchObject({ operation: undefined, attempts: 1 })
  }
})

describe('the stack names the caller', () => {
  const forms: Record<string, (frontdesk: sdk.Frontdesk) => PromiseLike<unknown>> = {
    await: (frontdesk) => frontdesk.cases.get('c'),
    withResponse: (frontdesk) => frontdesk.cases.get('c').withResponse(),
    request: (frontdesk) => frontdesk.request('GET', '/cases/{caseId}', { path: { caseId: 'c' } }),
    'a resource that is called itself': (frontdesk) => frontdesk.chat({ message: 'x' }),
    'an awaited list': (frontdesk) => frontdesk.cases.list(),
    'a list withResponse': (frontdesk) => frontdesk.cases.list().withResponse(),
    toArray: (frontdesk) => frontdesk.cases.list().toArray(),
    upload: (frontdesk) => frontdesk.cases.upload('c', new Blob(['x'])),
    updateWith: (frontdesk) => frontdesk.cases.updateWith('c', () => ({})),
    submitAndWait: (frontdesk) => frontdesk.workflow.submitAndWait({ id: 'c' }),
  }
  const answers: Reaction[] = [problem(404), 'disconnect', { status: 200, body: 'null' }, 'silence']

  test.each(Object.entries(forms))('%s', async (_, form) => {
    for (const reaction of answers) {
      await using server = await startServer([reaction])
      const theCaller = () => form(impatient(server.url, { maxRetries: 0, ...patience(reaction) }))
      const error = (await failure(theCaller())) as Error
      expect(error.stack).toMatch(/^\w+Error: .*\n {4}at /)
      expect(error.stack).toContain('theCaller')
    }
  })

  test('an iteration over items and over pages, on any page', async () => {
    for (const over of [
      (list: sdk.List<sdk.CaseList, sdk.Case>) => list,
      (list: sdk.List<sdk.CaseList, sdk.Case>) => list.pages(),
    ]) {
      for (const reactions of [
        [problem(404)],
        [{ status: 200, body: { cases: [aCase], nextCursor: 'x' } }, problem(404)],
      ]) {
        await using server = await startServer(reactions)
        const theCaller = async () => {
          for await (const item of over(impatient(server.url).cases.list())) void item
        }
        expect(((await failure(theCaller())) as Error).stack).toContain('theCaller')
      }
    }
  })

  test('createFrontdesk, and createClient with a resource', async () => {
    const theCaller = () => sdk.createFrontdesk({ baseUrl: 'nowhere' })
    expect((await failure((async () => Promise.resolve(theCaller()))())) as Error).toMatchObject({
      stack: expect.stringMatching(/^FrontdeskError: .*\n[^]*theCaller/) as string,
    })
    await using server = await startServer([problem(404)])
    const alone = () => sdk.cases(impatientClient(server.url)).get('c')
    expect(((await failure(alone())) as Error).stack).toContain('alone')
  })
})
