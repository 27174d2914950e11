// Headers and the form of problems, for every operation's successes and refusals: CORS, security, request ids.
import { expect, test } from 'vitest'
import type { HttpResponse } from '../http/message.ts'
import { corsExposeHeaders, securityHeaders } from '../../generated/headers.ts'
import { operations, type ContractOperation } from '../../testing/contract-operations.ts'
import { bodyOf, openFrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, unknownPath, type Changes, type GoodRequests } from '../../testing/good-requests.ts'
import { startTally } from '../../testing/tally.ts'

const tally = startTally('headers')

/** Runs each operation to success and into each refusal that needs no item. Calls back with every answer. */
async function forEveryAnswer(
  environment: Record<string, string>,
  headers: Record<string, string>,
  check: (response: HttpResponse, what: string, path: string) => void,
) {
  const door = await openFrontDoor(environment)
  const good = createGoodRequests(door)
  for (const operation of operations) {
    const path = await good.freshPath(operation)
    const answers: [what: string, changes: Changes][] = [
      ['success', { path }],
      ['400', { path, query: '?nope=1' }],
      ['404', { path: `${path}/nope/nope` }],
      ['unknown', { path: unknownPath(operation) }],
      ['escape', { path: `${path}%` }],
      ['anonymous', { path, anonymous: true }],
      ['413', { path, body: Buffer.alloc(262_145) }],
      ['415', { path, headers: { 'content-type': 'text/plain' } }],
    ]
    for (const [what, changes] of answers) {
      const response = await good.send(operation, { ...changes, headers: { ...headers, ...changes.headers } })
      check(response, `${operation.operationId} ${what} ${response.status}`, changes.path ?? '')
      tally.add(String(response.status))
    }
    for (const method of ['PATCH', 'HEAD', 'OPTIONS']) {
      const response = await door.send(method, path, { headers })
      check(response, `${method} ${path} ${response.status}`, path)
      tally.add(String(response.status))
    }
  }
  await door.close()
}

const at = ({ headers }: HttpResponse, name: string) =>
  Object.entries(headers).find(([header]) => header.toLowerCase() === name.toLowerCase())?.[1]

test('every answer has the security headers, a request id, and is open to every origin', async () => {
  await forEveryAnswer({ CORS_ALLOW_ORIGINS: '*' }, { origin: 'https://app.example' }, (response, what) => {
    expect(response.headers, what).toMatchObject(securityHeaders)
    expect(at(response, 'X-Request-Id'), what).toMatch(/^[\w.-]{1,128}$/)
    expect(at(response, 'Access-Control-Allow-Origin'), what).toBe('*')
    expect(at(response, 'Access-Control-Expose-Headers')?.split(',').sort(), what).toEqual(
      [...corsExposeHeaders].sort(),
    )
    expect(at(response, 'Vary'), what).toBeUndefined()
    expect(
      new Set(Object.keys(response.headers).map((name) => name.toLowerCase())).size,
      `${what}: a header twice`,
    ).toBe(Object.keys(response.headers).length)
  })
})

const list = 'https://app.example, https://admin.example'

test.each([
  ['https://admin.example', 'https://admin.example'],
  ['https://evil.example', undefined],
])('with a list of origins, %s is told %s', async (origin, told) => {
  await forEveryAnswer({ CORS_ALLOW_ORIGINS: list }, { origin }, (response, what, path) => {
    // Documents at well-known addresses are for everyone, and so are the errors there.
    const isOpen = path.startsWith('/.well-known/')
    expect(at(response, 'Access-Control-Allow-Origin'), what).toBe(isOpen ? '*' : told)
    expect(at(response, 'Vary'), what).toBe(isOpen ? undefined : 'Origin')
  })
})

test('an origin is told only when it is one of the list, to the letter', async () => {
  const door = await openFrontDoor({ CORS_ALLOW_ORIGINS: list })
  const told = async (headers: Record<string, string>) => {
    const response = await door.send('GET', '/openapi.json', { headers })
    expect(at(response, 'Vary')).toBe('Origin')
    return at(response, 'Access-Control-Allow-Origin')
  }
  expect(await told({ origin: 'https://app.example' })).toBe('https://app.example')
  expect(await told({})).toBeUndefined()
  const strangers = [
    'https://app.example.evil.example',
    'http://app.example',
    'https://app.example:8443',
    'null',
    '*',
    list,
    '',
  ]
  for (const origin of [...strangers, 'HTTPS://APP.EXAMPLE', 'https://app.example/']) {
    expect(await told({ origin }), origin).toBeUndefined()
  }
  await door.close()
})

test.each([
  ['abc-DEF_1.2', true],
  ['a b', false],
])('the request id %j comes back: %s', async (id, echoed) => {
  await forEveryAnswer({}, { 'x-request-id': id }, (response, what) => {
    const answered = at(response, 'X-Request-Id')
    if (echoed) expect(answered, what).toBe(id)
    else expect(answered, what).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('a request id is plain and has at most 128 characters, or is replaced', async () => {
  const door = await openFrontDoor()
  const answered = async (id: string) =>
    at(await door.send('GET', '/openapi.json', { headers: { 'x-request-id': id } }), 'X-Request-Id')
  expect(await answered('a'.repeat(128))).toBe('a'.repeat(128))
  for (const odd of ['', ' ', 'a'.repeat(129), 'a\r\nSet-Cookie: x', 'a\n', 'é', '<script>', 'a, b', '"a"']) {
    expect(await answered(odd), odd).toMatch(/^[0-9a-f-]{36}$/)
  }
  await door.close()
})

test('every problem has the one shape, and repeats title and detail for older clients', async () => {
  await forEveryAnswer({}, { 'x-request-id': 'the-id' }, (response, what, path) => {
    if (response.status < 400) return
    expect(at(response, 'Content-Type'), what).toBe('application/problem+json')
    const { type, title, detail, errors, ...rest } = bodyOf(response)
    expect(type, what).toMatch(/^\/docs\/problems\/[a-z-]+$/)
    expect(title, what).toBeTruthy()
    expect(detail, what).toMatch(/^[A-Z].+\.$/)
    const instance = path.replace(/%$/, '%25')
    expect(rest, what).toEqual({
      status: response.status,
      instance,
      requestId: 'the-id',
      error: title,
      message: detail,
    })
    expect(response.status === 400, what).toBe(errors !== undefined)
    if (response.status === 401) expect(at(response, 'WWW-Authenticate'), what).toMatch(/^Bearer /)
    if (response.status === 405) expect(at(response, 'Allow'), what).toBeTruthy()
    tally.add('problem')
  })
})

test('a service that fails says so in the same way', async () => {
  const closed = 'http://127.0.0.1:9'
  const environment = {
    AWS_ENDPOINT_URL_DYNAMODB: closed,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: closed,
    AWS_ENDPOINT_URL_SFN: closed,
    MCP_ALLOWED_ORIGINS: 'https://app.example',
  }
  const door = await openFrontDoor(environment)
  const good: GoodRequests = createGoodRequests(door)
  const fails = ({ statuses }: ContractOperation) => statuses.includes(503)
  await Promise.all(
    operations.filter(fails).map(async (operation) => {
      const headers = { 'x-request-id': 'the-id', origin: 'https://app.example' }
      const response = await good.send(operation, { path: unknownPath(operation), headers })
      expect(response).toMatchObject({
        status: 503,
        headers: { ...securityHeaders, 'Retry-After': '2', 'Access-Control-Allow-Origin': '*' },
      })
      expect(bodyOf(response)).toMatchObject({ requestId: 'the-id', error: 'Service unavailable' })
      tally.add('503')
    }),
  )
  await door.close()
})

test('enough was tried', () => {
  const runs = 1 + 2 + 2 + 1
  const counts = tally.counts()
  const sum = Object.entries(counts).reduce((total, [kind, count]) => total + (kind === 'problem' ? 0 : count), 0)
  const documents = operations.filter(({ statuses }) => !statuses.includes(503))
  expect(sum).toBe(runs * operations.length * 11 + operations.length - documents.length)
  for (const status of [200, 201, 204, 400, 401, 403, 404, 405, 413, 415]) {
    expect(tally.of(String(status)), String(status)).toBeGreaterThanOrEqual(runs)
  }
  expect(tally.of('problem')).toBeGreaterThanOrEqual(operations.length * 5)
})
