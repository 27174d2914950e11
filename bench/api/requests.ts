// The requests that every app must answer alike, as API Gateway's REST proxy events.
import type { APIGatewayProxyEvent, Context } from 'aws-lambda'
import { parcel, parcelId } from './answers.ts'
import { resourceName } from './contract.ts'

type Request = { method: string; path: string; query?: Record<string, string>; body?: unknown; status: number }

const collection = `/${resourceName(0)}`
const item = `${collection}/${parcelId}`
const { name: _name, ...nameless } = parcel
const post = { method: 'POST', path: collection }
const put = { method: 'PUT', path: item }

/** By what they are; `status` is what the contract asks for. */
export const requests = {
  'POST, valid': { ...post, body: parcel, status: 201 },
  'POST, invalid': { ...post, body: { ...parcel, name: '', quantity: -1, category: 'balloon' }, status: 400 },
  'POST, a member is missing': { ...post, body: nameless, status: 400 },
  'POST, a member is unknown': { ...post, body: { ...parcel, colour: 'red' }, status: 400 },
  'POST, a nested member is unknown': {
    ...post,
    body: { ...parcel, recipient: { ...parcel.recipient, street: 'Oudegracht' } },
    status: 400,
  },
  'POST, a number as text': { ...post, body: { ...parcel, quantity: '3' }, status: 400 },
  'POST, a day that does not exist': { ...post, body: { ...parcel, dispatchDate: '2027-02-30' }, status: 400 },
  'POST, not JSON': { ...post, body: undefined, status: 400 },
  'GET of a list': { method: 'GET', path: collection, query: { limit: '2', category: 'small' }, status: 200 },
  'GET of a list, invalid limit': { method: 'GET', path: collection, query: { limit: '0' }, status: 400 },
  'GET of an item': { method: 'GET', path: item, status: 200 },
  'GET of an item, invalid id': { method: 'GET', path: `${collection}/42`, status: 400 },
  'PUT, valid': { ...put, body: { quantity: 7 }, status: 200 },
  'PUT, invalid': { ...put, body: { quantity: 7.5 }, status: 400 },
  DELETE: { method: 'DELETE', path: item, status: 204 },
  'unknown route': { method: 'GET', path: '/letters', status: 404 },
  'unknown method': { method: 'PATCH', path: collection, status: 405 },
  'unknown query parameter': { method: 'GET', path: collection, query: { colour: 'red' }, status: 400 },
} satisfies Record<string, Request>

export type RequestName = keyof typeof requests

/** @param token Sent as a bearer token. */
export function eventOf(request: Request, token?: string): APIGatewayProxyEvent {
  const { method, path, query } = request
  const headers = {
    Accept: 'application/json',
    Host: 'abc123.execute-api.eu-central-1.amazonaws.com',
    'User-Agent': 'bench',
    'X-Amzn-Trace-Id': 'Root=1-00000000-000000000000000000000000',
    'X-Forwarded-For': '192.0.2.1',
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...('body' in request && { 'Content-Type': 'application/json' }),
  }
  const values = (record: Record<string, string>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, [value]]))
  const event = {
    resource: '/{proxy+}',
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: values(headers),
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: query ? values(query) : null,
    pathParameters: { proxy: path.slice(1) },
    stageVariables: null,
    body: 'body' in request ? bodyOf(request.body) : null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      authorizer: null,
      httpMethod: method,
      identity: { sourceIp: '192.0.2.1', userAgent: 'bench', apiKeyId: null },
      path,
      protocol: 'HTTP/1.1',
      requestId: '8f2c1c1e-0000-4000-8000-000000000000',
      requestTimeEpoch: 1_700_000_000_000,
      resourceId: 'abc123',
      resourcePath: '/{proxy+}',
      stage: 'prod',
    },
  }
  // Sound: it has every member that an app reads.
  return event as unknown as APIGatewayProxyEvent
}

/** Without a value the body is not JSON. */
const bodyOf = (value: unknown) => (value === undefined ? '{"name":' : JSON.stringify(value))

export const lambdaContext = { awsRequestId: 'bench', functionName: 'bench' } as Context
