// A node:http request as the REST proxy event that API Gateway gives to a Lambda.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Route } from './routes.ts'

type GatewayRequest = {
  message: IncomingMessage
  body: Buffer
  requestId: string
  apiKeyId: string | undefined
  route: Route
  /** The beginning of the paths at the default endpoint of a deployed API, as `/dev`; nothing on a domain. */
  stagePath: string
}

export function proxyEvent({
  message,
  body,
  requestId,
  apiKeyId,
  route,
  stagePath,
}: GatewayRequest): APIGatewayProxyEvent {
  const { method = 'GET', headersDistinct } = message
  const { path, query } = splitUrl(message.url)
  const multiValueHeaders = Object.fromEntries(
    Object.entries(headersDistinct).map(([name, values = []]) => [name, values]),
  )
  const isText = isUtf8(body)
  return {
    resource: route.resource,
    path,
    httpMethod: method,
    headers: lastOf(multiValueHeaders),
    multiValueHeaders,
    queryStringParameters: query && lastOf(query),
    multiValueQueryStringParameters: query,
    pathParameters: Object.keys(route.pathParameters).length > 0 ? route.pathParameters : null,
    stageVariables: null,
    requestContext: requestContext({ message, requestId, apiKeyId, route, stagePath, path, method }),
    body: body.length === 0 ? null : body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  }
}

type ContextInput = Omit<GatewayRequest, 'body'> & { path: string; method: string }

function requestContext({ message, requestId, apiKeyId, route, stagePath, path, method }: ContextInput) {
  const now = new Date()
  return {
    accountId: '000000000000',
    apiId: 'local',
    domainName: message.headers.host ?? 'localhost',
    authorizer: null,
    protocol: `HTTP/${message.httpVersion}`,
    httpMethod: method,
    path: `${stagePath}${path}`,
    stage: stagePath.slice(1) || 'local',
    requestId,
    requestTime: now.toUTCString(),
    requestTimeEpoch: now.getTime(),
    resourceId: route.resource,
    resourcePath: route.resource,
    identity: {
      accessKey: null,
      accountId: null,
      apiKey: apiKeyId === undefined ? null : (message.headers['x-api-key'] as string),
      apiKeyId: apiKeyId ?? null,
      caller: null,
      clientCert: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
      user: null,
      userAgent: message.headers['user-agent'] ?? null,
      userArn: null,
    },
  }
}

/** The target without the stage; undefined when it is of no stage. */
export function withoutStage(url: string, stagePath: string): string | undefined {
  const rest = url.startsWith(stagePath) ? url.slice(stagePath.length) : undefined
  return rest?.startsWith('/') ? rest : undefined
}

/** API Gateway gives the path as it was sent, and the query decoded. */
export function splitUrl(url = '/'): { path: string; query: Record<string, string[]> | null } {
  const mark = url.indexOf('?')
  if (mark === -1 || mark === url.length - 1) return { path: mark === -1 ? url : url.slice(0, mark), query: null }
  const query: [string, string[]][] = []
  for (const pair of url.slice(mark + 1).split('&')) {
    if (pair === '') continue
    const [name = '', value = ''] = [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1 || pair.length)].map(
      decode,
    )
    const present = query.find(([known]) => known === name)
    if (present) present[1].push(value)
    else query.push([name, [value]])
  }
  return { path: url.slice(0, mark), query: Object.fromEntries(query) }
}

/** A broken escape becomes U+FFFD. The app refuses it later, after the route and the caller. */
function decode(text = ''): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return '\u{fffd}'
  }
}

function lastOf(multiple: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(multiple).map(([name, values]) => [name, values.at(-1) ?? '']))
}
