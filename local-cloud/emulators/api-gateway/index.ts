// The stand-in for API Gateway: routes, checks keys, calls the very handler that Lambda runs, and answers for itself.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readPath } from '../../../server/http/path.ts'
import { violations } from '../../response-check.ts'
import { proxyEvent, splitUrl } from './event.ts'
import { gatewayResponse, type GatewayResponseType } from './responses.ts'
import { routeOf } from './routes.ts'

export type Handler = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>

/** What the log says of a request, with the members that the app's own lines have. */
type Refusal = {
  method: string
  path: string
  caller: { kind: 'anyone'; id: 'anyone' }
  status: number
  durationMs: number
  requestId: string
}

type GatewayOptions = {
  handler: Handler
  apiKey: string
  /** Called with each thing that an answer does and the contract does not promise. */
  onViolation: (violation: string) => void
  /** Called with each request that the gateway answers by itself: the Lambda, which logs the others, never sees it. */
  onRefusal?: (refusal: Refusal) => void
}

const anyone = { kind: 'anyone', id: 'anyone' } as const
const maxBodyBytes = 10 * 1024 * 1024
const timeoutMilliseconds = 29_000

type Answer = { statusCode: number; headers: Record<string, string>; body: string }

export function createGateway({ handler, apiKey, onViolation, onRefusal }: GatewayOptions) {
  const invoke = async (event: APIGatewayProxyEvent): Promise<Answer | GatewayResponseType> => {
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<'INTEGRATION_TIMEOUT'>((resolve) => {
      timer = setTimeout(() => resolve('INTEGRATION_TIMEOUT'), timeoutMilliseconds)
    })
    const answered = handler(event).then(
      ({ statusCode, headers = {}, body }) => ({ statusCode, headers: mapValues(headers), body }),
      () => 'INTEGRATION_FAILURE' as const,
    )
    return Promise.race([answered, timeout]).finally(() => clearTimeout(timer))
  }

  const answer = async (message: IncomingMessage, requestId: string): Promise<Answer | GatewayResponseType> => {
    // RFC 9112, 3.2.
    if (message.httpVersion === '1.1' && message.headers.host === undefined) return 'DEFAULT_4XX'
    const { path } = splitUrl(message.url)
    const route = routeOf(message.method ?? 'GET', path)
    if (!route) return 'MISSING_AUTHENTICATION_TOKEN'
    const given = message.headers['x-api-key']
    if (route.needsKey && given !== apiKey) return 'INVALID_API_KEY'
    const body = await readBody(message)
    if (!body) return 'REQUEST_TOO_LARGE'
    return invoke(proxyEvent({ message, body, requestId, apiKeyId: route.needsKey ? 'local' : undefined, route }))
  }

  return async (message: IncomingMessage, response: ServerResponse) => {
    const started = performance.now()
    const requestId = randomUUID()
    const { method = 'GET' } = message
    const path = message.url?.split('?', 1)[0] ?? '/'
    const outcome = await answer(message, requestId).catch((error: unknown) => {
      // The caller has hung up, and hears nothing of this.
      if (message.readableAborted) return 'DEFAULT_4XX' as const
      throw error
    })
    const isRefused = typeof outcome === 'string'
    const { instance } = readPath(path)
    const { statusCode, headers, body } = isRefused ? gatewayResponse(outcome, { requestId, path: instance }) : outcome
    for (const violation of violations(method, path, { status: statusCode, headers, body })) onViolation(violation)
    if (isRefused) {
      const durationMs = Math.round((performance.now() - started) * 10) / 10
      onRefusal?.({ method, path: instance, caller: anyone, status: statusCode, durationMs, requestId })
    }
    const bodyless = statusCode === 204 || statusCode === 304
    response.writeHead(statusCode, { ...headers, ...(!bodyless && { 'Content-Length': Buffer.byteLength(body) }) })
    response.end(bodyless || method === 'HEAD' ? undefined : body)
  }
}

async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= maxBodyBytes) chunks.push(chunk)
  }
  return length > maxBodyBytes ? undefined : Buffer.concat(chunks)
}

const mapValues = (headers: Record<string, string | number | boolean>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
