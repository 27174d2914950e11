// The handler, with events in the form of API Gateway.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { document } from './contract.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../testing/front-door.ts'

let door: FrontDoor
let handle: (event: Record<string, unknown>) => Promise<APIGatewayProxyResult>
beforeAll(async () => {
  door = await openFrontDoor()
  // The handler reads its dependencies from the environment, which the front door has set.
  const { handler } = await import('./lambda.ts')
  handle = (event) => handler(event as unknown as APIGatewayProxyEvent)
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
