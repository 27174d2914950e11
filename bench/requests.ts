// The requests of the benchmark, and the check that every app gives the same answers: only speed may differ.
import type { APIGatewayProxyEvent, Context } from 'aws-lambda'
import { isDeepStrictEqual } from 'node:util'
import { parcel, parcelId, resourceName } from './api.ts'
import type { Bundle, Bundles } from './build.ts'
import type { Answer } from './probes.ts'
import { inFreshProcess } from './processes.ts'
import { caseId } from './stored.ts'

// --- Requests

type Request = {
  method: string
  path: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: unknown
  status: number
}

const collection = `/${resourceName(0)}`
const item = `${collection}/${parcelId}`
const { name: _name, ...nameless } = parcel
const post = { method: 'POST', path: collection }
const put = { method: 'PUT', path: item }

/** `status` is the status that the contract asks for. */
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

const ofCases = { path: '/cases', method: 'GET' }
const ofParcels = { path: collection, method: 'GET' }
const status = { method: 'GET', path: '/status', status: 200 }
const page = { query: { limit: '25' }, status: 200 }

/** The same work for the whole service, on its own contract, and for the bare handler with services. */
export const whole = {
  bare: {
    status,
    get: { ...ofParcels, path: item, status: 200 },
    list: { ...ofParcels, ...page },
    post: { ...ofParcels, method: 'POST', body: parcel, status: 201 },
  },
  deployed: {
    status,
    get: { ...ofCases, path: `/cases/${caseId}`, status: 200 },
    list: { ...ofCases, ...page },
    post: {
      ...ofCases,
      method: 'POST',
      body: { description: 'The kiosk at gate A4 does not print.', metadata: { site: 'A4', floor: '2' } },
      status: 201,
    },
  },
} satisfies Record<string, Record<string, Request>>

export type WholeName = keyof typeof whole.bare

const meta = (name: string) => `io.modelcontextprotocol/${name}`
const version = '2026-07-28'

/** The same read of Frontdesk's own contract, by HTTP and as a tool. */
export const reads = {
  http: { method: 'GET', path: '/status', status: 200 },
  tool: {
    method: 'POST',
    path: '/mcp',
    headers: {
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': version,
      'Mcp-Method': 'tools/call',
      'Mcp-Name': 'getStatus',
    },
    body: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name: 'getStatus',
        arguments: {},
        _meta: {
          [meta('protocolVersion')]: version,
          [meta('clientCapabilities')]: {},
          [meta('clientInfo')]: { name: 'bench', version: '1' },
        },
      },
    },
    status: 200,
  },
} satisfies Record<string, Request>

/**
 * The request as an event of API Gateway's REST proxy.
 *
 * @param token Sent as a bearer token.
 */
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
    ...request.headers,
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
    body: 'body' in request ? textOf(request.body) : null,
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
  // Safe cast: the event has every member that an app reads.
  return event as unknown as APIGatewayProxyEvent
}

/** Without a value the body is not JSON. */
const textOf = (value: unknown) => (value === undefined ? '{"name":' : JSON.stringify(value))

// Safe cast: the apps read only these members.
export const lambdaContext = { awsRequestId: 'bench', functionName: 'bench' } as Context

// --- Agreement

/** The answers that a framework gives instead of the contract's. To correct them its users would have to write code. */
export const differences: Record<string, Partial<Record<RequestName, number>>> = {
  hono: { 'unknown method': 404 },
  powertools: { 'unknown method': 404 },
  fastify: { 'unknown method': 404, 'POST, a number as text': 201, 'unknown query parameter': 200 },
}

// Safe cast: the keys of a constant.
const names = Object.keys(requests) as RequestName[]

/** Throws with every answer that is neither the contract's nor a known difference. */
export function requireAgreement({ bare, ours, ours200, ours1000, frameworks }: Bundles) {
  const apps: Record<string, Bundle> = { bare, ours, ours200, ours1000, ...frameworks }
  const given = JSON.stringify({ events: names.map((name) => eventOf(requests[name])), context: lambdaContext })
  const answers = Object.fromEntries(
    Object.entries(apps).map(([app, { path }]) => [app, inFreshProcess('answers', [path, given])?.answers ?? []]),
  )
  const faults = Object.keys(apps).flatMap((app) =>
    names.flatMap((name, n) => {
      const { status } = requests[name]
      // The bare handler validates nothing.
      if (app === 'bare' && status === 400) return []
      const answer = answers[app]?.[n]
      const expected = differences[app]?.[name] ?? status
      if (answer?.statusCode !== expected) return [`${app}: ${name}: ${answer?.statusCode ?? 'none'}, not ${expected}`]
      const same = status >= 300 || isDeepStrictEqual(bodyOf(answer), bodyOf(answers.bare?.[n]))
      return same ? [] : [`${app}: ${name}: another body`]
    }),
  )
  if (faults.length > 0) throw new Error(`The apps do not agree.\n${faults.join('\n')}`)
}

/** Throws when a call of the tool has another result than the same read by HTTP. The time in it differs. */
export function requireSameReads({ ours, official }: Bundles['mcp']) {
  const given = JSON.stringify({
    events: [reads.http, reads.tool].map((read) => eventOf(read)),
    context: lambdaContext,
  })
  const answered = [ours, official].map(({ path }) => inFreshProcess('answers', [path, given])?.answers ?? [])
  const withoutTime = (value: unknown) => ({ ...(value as object), timestamp: undefined })
  for (const [http, tool] of answered) {
    const { result } = (bodyOf(tool) ?? {}) as { result?: { structuredContent?: unknown } }
    if (
      http?.statusCode === 200 &&
      isDeepStrictEqual(withoutTime(result?.structuredContent), withoutTime(bodyOf(http)))
    )
      continue
    throw new Error(`The tool does not answer as the API does: ${JSON.stringify(tool)}`)
  }
}

const bodyOf = (answer: Answer | null | undefined): unknown => (answer?.body ? JSON.parse(answer.body) : undefined)
