// API Gateway's REST proxy event ↔ the app; nothing else.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { createApp, type App } from './app.ts'
import { createDependencies } from './dependencies.ts'
import type { HttpRequest } from './http.ts'

/** As API Gateway sends it: without a header, the headers are null. */
type ProxyEvent = Omit<APIGatewayProxyEvent, 'multiValueHeaders'> & {
  multiValueHeaders: APIGatewayProxyEvent['multiValueHeaders'] | null
}

export function createHandler(app: App) {
  return async (event: ProxyEvent): Promise<APIGatewayProxyResult> => {
    const { status, headers, body = '' } = await app(requestOf(event))
    return { statusCode: status, headers, body, isBase64Encoded: false }
  }
}

export const handler = createHandler(createApp(createDependencies()))

function requestOf(event: ProxyEvent): HttpRequest {
  const { requestId, identity } = event.requestContext
  const headers = Object.entries(event.multiValueHeaders ?? {}).map(([name, values = []]) => [
    name.toLowerCase(),
    values.join(', '),
  ])
  const query = Object.entries(event.multiValueQueryStringParameters ?? {}).map(([name, values = []]) => [name, values])
  return {
    method: event.httpMethod,
    path: event.path,
    query: Object.fromEntries(query) as HttpRequest['query'],
    headers: Object.fromEntries(headers) as HttpRequest['headers'],
    ...(event.body !== null && { body: Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8') }),
    requestId,
    ...(identity.apiKeyId !== null && { apiKeyId: identity.apiKeyId }),
  }
}
