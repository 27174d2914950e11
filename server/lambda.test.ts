// The handler, with events in the form of API Gateway.
import type { APIGatewayProxyResult } from 'aws-lambda'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { document } from './contract.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { seed } from '../testing/tally.ts'

let door: FrontDoor
let handler: (event: unknown) => Promise<APIGatewayProxyResult>
const handle = (event: Record<string, unknown>) => handler(event)
beforeAll(async () => {
  door = await openFrontDoor()
  // The handler reads its dependencies from the environment, which the front door has set.
  ;({ handler } = await import('./lambda.ts'))
})
afterAll(() => door.close())

/** The event of API Gateway's REST proxy for a request with a method and a path only. */
const bare = (httpMethod: string, path: string) => ({
  resource: path,
  path,
  httpMethod,
  headers: null,
  multiValueHeaders: null,
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  requestContext: {
    accountId: '123456789012',
    apiId: 'abc123',
    httpMethod,
    path: `/prod${path}`,
    protocol: 'HTTP/1.1',
    requestId: 'request-1',
    resourcePath: path,
    stage: 'prod',
    identity: { sourceIp: '192.0.2.1', userAgent: 'curl/8.5.0', accessKey: null, cognitoIdentityId: null },
  },
  body: null,
  isBase64Encoded: false,
})

const withKey = (event: ReturnType<typeof bare>, apiKeyId: string | null) => {
  const { requestContext } = event
  return { ...event, requestContext: { ...requestContext, identity: { ...requestContext.identity, apiKeyId } } }
}
const parsed = ({ body }: APIGatewayProxyResult) => bodyOf({ status: 0, headers: {}, body })

test('an event with null for everything that is absent is answered', async () => {
  const answer = await handle(bare('GET', '/openapi.json'))
  expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false, headers: { 'X-Request-Id': 'request-1' } })
  expect(parsed(answer)).toEqual(document)
})

test('header names come in the spelling of the caller, and each with all its values', async () => {
  const authorization = `Bearer ${door.idToken()}`
  const ask = (multiValueHeaders: Record<string, string[]>) => handle({ ...bare('GET', '/status'), multiValueHeaders })
  expect(await ask({ Authorization: [authorization] })).toMatchObject({ statusCode: 200 })
  expect(await ask({ AUTHORIZATION: [authorization] })).toMatchObject({ statusCode: 200 })
  expect(await ask({ Authorization: [authorization, authorization] })).toMatchObject({ statusCode: 401 })
})

test('a query parameter comes with all its values', async () => {
  const authorization = [`Bearer ${door.idToken()}`]
  const ask = (limit: string[]) =>
    handle({
      ...bare('GET', '/cases'),
      multiValueHeaders: { authorization },
      multiValueQueryStringParameters: { limit },
      queryStringParameters: { limit: limit.at(-1) },
    })
  expect(await ask(['2'])).toMatchObject({ statusCode: 200 })
  expect(await ask(['2', '2'])).toMatchObject({ statusCode: 400 })
})

test('a query parameter __proto__ is unknown like any other', async () => {
  const multiValueQueryStringParameters = JSON.parse('{"__proto__": ["1"]}') as object
  const answer = await handle({ ...bare('GET', '/events'), multiValueQueryStringParameters })
  expect(parsed(answer).errors).toEqual([{ parameter: '__proto__', detail: 'is unknown here' }])
})

test('a body comes as text, or in base64', async () => {
  const multiValueHeaders = { 'content-type': ['application/json'], authorization: [`Bearer ${door.idToken()}`] }
  const body = JSON.stringify({ description: 'Größe' })
  const plain = await handle({ ...bare('POST', '/cases'), multiValueHeaders, body })
  const encoded = Buffer.from(body).toString('base64')
  const base64 = await handle({ ...bare('POST', '/cases'), multiValueHeaders, body: encoded, isBase64Encoded: true })
  for (const answer of [plain, base64]) {
    expect(answer).toMatchObject({ statusCode: 201 })
    expect(parsed(answer)).toMatchObject({ description: 'Größe' })
  }
})

test('an answer without a body has the empty string', async () => {
  expect(await handle(withKey(bare('DELETE', '/customers/c-1'), 'key-1'))).toMatchObject({ statusCode: 204, body: '' })
})

test('only the key that the gateway accepted counts', async () => {
  const event = bare('PUT', '/customers/c-1')
  expect(await handle({ ...event, multiValueHeaders: { 'x-api-key': ['x'] } })).toMatchObject({ statusCode: 403 })
  expect(await handle(withKey(event, null))).toMatchObject({ statusCode: 403 })
  expect(await handle(withKey(event, 'key-1'))).toMatchObject({ statusCode: 201 })
})

test('an empty key id is no key', async () => {
  expect(await handle(withKey(bare('PUT', '/customers/c-1'), ''))).toMatchObject({ statusCode: 403 })
})

test('an idempotency key that is given twice is refused, in one spelling or two', async () => {
  const authorization = [`Bearer ${door.idToken()}`]
  const ask = (more: Record<string, string[]>) => {
    const multiValueHeaders = { 'content-type': ['application/json'], authorization, ...more }
    return handle({ ...bare('POST', '/cases'), multiValueHeaders, body: '{"description":"x"}' })
  }
  expect(await ask({ 'Idempotency-Key': ['a, b'] })).toMatchObject({ statusCode: 201 })
  for (const twice of [
    { 'Idempotency-Key': ['a', 'b'] },
    { 'Idempotency-Key': ['a', 'a'] },
    { 'Idempotency-Key': ['a'], 'idempotency-key': ['a'] },
  ]) {
    const answer = await ask(twice)
    expect(answer).toMatchObject({ statusCode: 400 })
    expect(parsed(answer).errors).toEqual([{ parameter: 'idempotency-key', detail: 'is given more than once' }])
  }
  expect(await ask({ 'Content-Type': ['application/json'] })).toMatchObject({ statusCode: 415 })
  expect(await ask({ Authorization: authorization })).toMatchObject({ statusCode: 401 })
})

test('an If-Match may come in several lines, because it is a list', async () => {
  const authorization = [`Bearer ${door.idToken()}`]
  const json = { 'content-type': ['application/json'], authorization }
  const made = await handle({ ...bare('POST', '/cases'), multiValueHeaders: json, body: '{"description":"x"}' })
  const path = String(made.headers?.Location).replace('/prod', '')
  const ifMatch = ['"other-1"', String(made.headers?.ETag)]
  const event = {
    ...bare('PUT', path),
    multiValueHeaders: { ...json, 'If-Match': ifMatch },
    body: '{"status":"closed"}',
  }
  expect(await handle(event)).toMatchObject({ statusCode: 200 })
})

test('the Location of a new item has the stage of the default endpoint, and none on a domain', async () => {
  const headers = { 'content-type': ['application/json'], authorization: [`Bearer ${door.idToken()}`] }
  const made = async (whole: unknown, key: string | null = null) => {
    const post = { ...bare('POST', '/cases'), multiValueHeaders: headers, body: '{"description":"x"}' }
    const put = withKey(bare('PUT', `/customers/${crypto.randomUUID()}`), key)
    const event = key === null ? post : put
    const path = typeof whole === 'string' ? whole + event.path : whole
    const answer = await handle({ ...event, requestContext: { ...event.requestContext, path } })
    expect(answer.statusCode).toBe(201)
    return String(answer.headers?.Location)
  }
  expect(await made('/prod')).toMatch(/^\/prod\/cases\/[0-9a-f-]{36}$/)
  expect(await made('/dev', 'a-key')).toMatch(/^\/dev\/customers\/[0-9a-f-]{36}$/)
  for (const none of ['', undefined, null, 7]) expect(await made(none)).toMatch(/^\/cases\/[0-9a-f-]{36}$/)
  // A client resolves it against the address that it called.
  const called = 'https://abc123.execute-api.eu-central-1.amazonaws.com/prod/cases'
  expect(new URL(await made('/prod'), called).href).toContain('.amazonaws.com/prod/cases/')
})

test('parts that an event lacks count as not sent, and its single-valued parts as all values', async () => {
  const authorization = `Bearer ${door.idToken()}`
  expect(await handle({ httpMethod: 'GET', path: '/events' })).toMatchObject({ statusCode: 200 })
  const single = { httpMethod: 'GET', path: '/cases', headers: { Authorization: authorization } }
  expect(await handle(single)).toMatchObject({ statusCode: 200 })
  expect(await handle({ ...single, queryStringParameters: { limit: 'x' } })).toMatchObject({ statusCode: 400 })
  const answer = await handle({ httpMethod: 'PUT', path: '/customers/c-1', requestContext: {} })
  expect(answer).toMatchObject({ statusCode: 403 })
  expect(answer.headers?.['X-Request-Id']).toMatch(/^[0-9a-f-]{36}$/)
})

test.each([
  ['the method', { path: '/events' }],
  ['the path', { httpMethod: 'GET', path: 7 }],
  ['headers', { ...bare('GET', '/events'), multiValueHeaders: 'Accept: */*' }],
  ['a header', { ...bare('GET', '/events'), multiValueHeaders: { accept: [7] } }],
  ['the query', { ...bare('GET', '/events'), multiValueQueryStringParameters: { limit: { 1: 1 } } }],
  ['the body', { ...bare('POST', '/cases'), body: { description: 'x' } }],
])('%s of another type is a 400 that says where', async (_, event) => {
  const answer = await handle(event)
  expect(answer).toMatchObject({ statusCode: 400, headers: { 'Content-Type': 'application/problem+json' } })
  expect(parsed(answer).errors).toHaveLength(1)
})

test('a mutilated event has an answer, which is no 5xx', async () => {
  const token = `Bearer ${door.idToken()}`
  const whole = {
    ...withKey(bare('POST', '/cases'), 'key-1'),
    headers: { authorization: token, 'content-type': 'application/json', 'idempotency-key': 'k' },
    multiValueHeaders: { authorization: [token], 'content-type': ['application/json'], 'Idempotency-Key': ['k'] },
    queryStringParameters: { limit: '2' },
    multiValueQueryStringParameters: { limit: ['2'] },
    body: '{"description":"x"}',
  }
  const places = placesOf(whole)
  expect(places.length).toBeGreaterThan(30)
  const junk = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, '', '__proto__', 0, true, [], {}, [null], [[]]),
    fc.jsonValue(),
  )
  const routes = fc.constantFrom(['POST', '/cases'], ['GET', '/events'], ['PUT', '/customers/c-1'], ['GET', '/x'])
  const change = fc.tuple(fc.constantFrom(...places), junk)
  await fc.assert(
    fc.asyncProperty(routes, fc.array(change, { minLength: 1, maxLength: 4 }), async ([httpMethod, path], changes) => {
      const event: unknown = changes.reduce<unknown>((changed, [place, value]) => replaced(changed, place, value), {
        ...whole,
        httpMethod,
        path,
      })
      const answer = await handler(event)
      expect(answer.statusCode).toSatisfy((status: number) => status >= 200 && status < 500)
      expect(typeof answer.body).toBe('string')
      expect(answer.isBase64Encoded).toBe(false)
      for (const value of Object.values(answer.headers ?? {})) expect(value).toMatch(/^[^\r\n]+$/)
    }),
    { seed, numRuns: 500 },
  )
  for (const event of [undefined, null, '', 7, [], {}]) expect(await handler(event)).toMatchObject({ statusCode: 400 })
})

/** The path to every member of the value, and to the value itself. */
function placesOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([name, member]) => placesOf(member).map((rest) => [name, ...rest]))]
}

/** A copy with another value at this place; undefined removes the member. */
function replaced(value: unknown, [name, ...rest]: string[], other: unknown): unknown {
  if (name === undefined) return other
  if (typeof value !== 'object' || value === null) return value
  const members = { ...value } as Record<string, unknown>
  const changed = replaced(members[name], rest, other)
  const { [name]: _removed, ...kept } = members
  const copy = changed === undefined ? kept : { ...kept, [name]: changed }
  return Array.isArray(value) ? Object.values(copy) : copy
}

test('bytes leave in base64, as API Gateway takes them', async () => {
  const { createHandler } = await import('./lambda.ts')
  const bytes = Buffer.from([0, 255, 10])
  const answer = { status: 200, headers: { 'Content-Type': 'image/png' }, bytes }
  const { body, isBase64Encoded } = await createHandler(() => Promise.resolve(answer))(bare('GET', '/'))
  expect([isBase64Encoded, Buffer.from(body, 'base64')]).toEqual([true, bytes])
})

test.each([
  ['api.frontdesk.example', '/mcp', 'https://api.frontdesk.example'],
  [
    'abc123.execute-api.us-east-1.amazonaws.com',
    '/prod/mcp',
    'https://abc123.execute-api.us-east-1.amazonaws.com/prod',
  ],
  ['localhost:3000', '/mcp', 'http://localhost:3000'],
  ['[::1]:3000', '/mcp', 'http://[::1]:3000'],
  // What is no domain counts as not sent.
  ['evil"\r\n', '/mcp', 'http://localhost'],
  ['a/b', '/mcp', 'http://localhost'],
  [undefined, '/mcp', 'http://localhost'],
  [7, 7, 'http://localhost'],
])('the address is that of the gateway, never of a header: %s', async (domainName, path, address) => {
  const event = bare('POST', '/mcp')
  const { statusCode, headers = {} } = await handle({
    ...event,
    multiValueHeaders: { host: ['evil.example'], 'x-forwarded-host': ['evil.example'], 'x-forwarded-proto': ['ftp'] },
    requestContext: { ...event.requestContext, domainName, path },
  })
  expect(statusCode).toBe(401)
  expect(headers['WWW-Authenticate']).toContain(
    `resource_metadata="${address}/.well-known/oauth-protected-resource/mcp"`,
  )
  const document = '/.well-known/oauth-protected-resource'
  const known = await handle({
    ...bare('GET', document),
    requestContext: { ...event.requestContext, domainName, path: String(path).replace('/mcp', document) },
  })
  expect(JSON.parse(known.body)).toMatchObject({ resource: `${address}/mcp`, authorization_servers: [address] })
  const server = '/.well-known/oauth-authorization-server'
  const issuer = await handle({
    ...bare('GET', server),
    requestContext: { ...event.requestContext, domainName, path: String(path).replace('/mcp', server) },
  })
  expect(JSON.parse(issuer.body)).toMatchObject({ issuer: address, code_challenge_methods_supported: ['S256'] })
  expect(issuer.headers).toMatchObject({ 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' })
})
