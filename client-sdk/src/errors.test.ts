// The classes of failures by status, and their members.
import { expect, test } from 'vitest'
import { failure, impatient } from '../testing/impatient.ts'
import { problem, startServer } from '../testing/server.ts'
import * as sdk from './index.ts'
import { problemStatuses } from '../../generated/client-sdk/problem-statuses.ts'

const classes: [number, string][] = [
  [400, 'BadRequestError'],
  [401, 'UnauthenticatedError'],
  [403, 'ForbiddenError'],
  [404, 'NotFoundError'],
  [409, 'ConflictError'],
  [412, 'PreconditionFailedError'],
  [413, 'PayloadTooLargeError'],
  [431, 'HeadersTooLargeError'],
  [415, 'UnsupportedMediaTypeError'],
  [422, 'UnprocessableContentError'],
  [429, 'RateLimitError'],
  [500, 'ServerError'],
  [502, 'ServerError'],
  [503, 'ServiceUnavailableError'],
  [504, 'GatewayTimeoutError'],
  [418, 'ProblemError'],
]

test.each(classes)('%i is a %s', async (status, name) => {
  await using server = await startServer([problem(status)])
  const error = (await failure(impatient(server.url, { maxRetries: 0 }).cases.get('c'))) as sdk.ProblemError
  expect(error).toBeInstanceOf(sdk[name as keyof typeof sdk])
  expect(error).toBeInstanceOf(sdk.ProblemError)
  expect(error).toBeInstanceOf(sdk.FrontdeskError)
  expect([error.name, error.status]).toEqual([name, status])
})

test('503 and 504 are server errors too', async () => {
  for (const status of [503, 504]) {
    await using server = await startServer([problem(status)])
    expect(await failure(impatient(server.url, { maxRetries: 0 }).cases.get('c'))).toBeInstanceOf(sdk.ServerError)
  }
})

test('every status of the contract but those of the server has a class of its own', () => {
  const known = new Set(classes.map(([status]) => status))
  const statuses = new Set(Object.values(problemStatuses).flat())
  expect([...statuses].filter((status) => !known.has(status))).toEqual([])
})

test('a problem is given with all its members', async () => {
  const errors = [{ pointer: '/description', detail: 'is required' }]
  await using server = await startServer([problem(400, 'Invalid request', { errors })])
  const error = (await failure(impatient(server.url).cases.create({ description: '' }))) as sdk.BadRequestError
  expect(error.headers.get('content-type')).toBe('application/problem+json')
  expect(error).toMatchObject({
    type: '/docs/problems/a-problem',
    title: 'Invalid request',
    detail: 'Invalid request it is.',
    errors,
    requestId: 'r-1',
    operation: 'createCase',
  })
  expect(error.message).toBe('createCase failed: 400 Invalid request it is.')
})

test.each([
  ['a proxy’s page', '<html>Bad Gateway</html>', '<html>Bad Gateway</html>'],
  ['nothing', undefined, undefined],
  ['null', null, null],
  ['a list', [1], [1]],
  ['members of other types', { title: 7, detail: {}, errors: 'many' }, { title: 7, detail: {}, errors: 'many' }],
  ['places that are none', { errors: [null, 'x', 7] }, { errors: [null, 'x', 7] }],
])('an answer of %s is a problem with what is known', async (_, body, known) => {
  await using server = await startServer([{ status: 502, headers: { 'x-request-id': 'r-9' }, body }])
  const error = (await failure(impatient(server.url, { maxRetries: 0 }).cases.get('c'))) as sdk.ServerError
  expect(error).toBeInstanceOf(sdk.ServerError)
  expect([error.type, error.title, error.detail, error.errors, error.requestId]).toEqual([
    'about:blank',
    'HTTP 502',
    undefined,
    [],
    'r-9',
  ])
  expect(error.body).toEqual(known)
})

test('no server at all is a ConnectionError with its cause', async () => {
  const { url } = await startServer([]).then(async (server) => {
    await server[Symbol.asyncDispose]()
    return server
  })
  const error = (await failure(impatient(url).cases.get('c'))) as Error
  expect(error).toBeInstanceOf(sdk.ConnectionError)
  expect(error.cause).toBeInstanceOf(TypeError)
  expect(error.message).toBe(`getCase got no usable answer: fetch failed: connect ECONNREFUSED ${new URL(url).host}`)
})

test.each([
  [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), ': ECONNREFUSED'],
  ['unplugged', ': unplugged'],
  [undefined, ''],
])('a ConnectionError says in its message what it comes from: %s', async (cause, said) => {
  // The causes are those of Node's fetch. The first is the cause for a host with several addresses.
  const fetch = () => Promise.reject(new TypeError('fetch failed', cause === undefined ? {} : { cause }))
  const error = await failure(impatient('http://frontdesk.test', { fetch }).cases.get('c'))
  expect((error as Error).message).toBe(`getCase got no usable answer: fetch failed${said}`)
})

test('isProblemOf tells the failures of an operation from others', async () => {
  await using server = await startServer([problem(412)])
  const error = await failure(impatient(server.url).cases.update('c', { status: 'closed' }))
  expect(sdk.isProblemOf('updateCase', error)).toBe(true)
  expect(sdk.isProblemOf('createCase', error)).toBe(false)
  await using strict = await startServer([problem(400)])
  const invalid = await failure(impatient(strict.url).cases.create({ description: '' }))
  expect(sdk.isProblemOf('createCase', invalid)).toBe(true)
  expect(sdk.isProblemOf('updateCase', invalid)).toBe(false)
  // By the contract getCase never answers 412, so the answer came from something else.
  const stray = await failure(impatient(server.url).cases.get('c'))
  expect(sdk.isProblemOf('getCase', stray)).toBe(false)
  expect(sdk.isProblemOf('getCase', new Error('x'))).toBe(false)
})

test('a tool can change every member of an error, as those of a native error', async () => {
  await using server = await startServer([problem(500), 'disconnect'])
  const frontdesk = impatient(server.url, { maxRetries: 0 })
  for (const hidden of [
    ['stack', 'headers', 'body'],
    ['stack', 'cause'],
  ]) {
    const error = (await failure(frontdesk.cases.get('c'))) as Error
    const members = Object.entries(Object.getOwnPropertyDescriptors(error))
    expect(members.filter(([, { enumerable }]) => !enumerable).map(([name]) => name)).toEqual(
      expect.arrayContaining(hidden),
    )
    for (const [name] of members) {
      Object.defineProperty(error, name, { get: () => 'changed' })
      expect(error).toHaveProperty(name, 'changed')
    }
  }
})
