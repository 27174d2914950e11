// API Gateway's REST proxy event ↔ the app, and nothing else.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { createApp, type App } from './app.ts'
import { createDependencies } from './dependencies.ts'
import type { HttpRequest } from './http/message.ts'

/** API Gateway sends null when a request has no headers. */
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

/** A cache of header names in lower case. Callers send few names, and making each name again would be costly. */
const lowerCased = new Map<string, string>()
const capacity = 200

function lowerCase(name: string): string {
  const known = lowerCased.get(name)
  if (known !== undefined) return known
  const made = name.toLowerCase()
  if (lowerCased.size < capacity) lowerCased.set(name, made)
  return made
}

function requestOf(event: ProxyEvent): HttpRequest {
  const { requestId, identity } = event.requestContext
  const sent = event.multiValueHeaders ?? {}
  const headers: Record<string, string> = {}
  for (const name in sent) {
    const values = sent[name] ?? []
    headers[lowerCase(name)] = values.length === 1 ? String(values[0]) : values.join(', ')
  }
  return {
    method: event.httpMethod,
    path: event.path,
    // Safe cast: every parameter in it has values.
    query: (event.multiValueQueryStringParameters ?? {}) as HttpRequest['query'],
    headers,
    ...(event.body !== null && { body: Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8') }),
    requestId,
    ...(identity.apiKeyId !== null && { apiKeyId: identity.apiKeyId }),
  }
}
