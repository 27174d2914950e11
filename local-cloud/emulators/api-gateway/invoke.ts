// Calls the function behind the gateway, as a whole or as a stream, and reads its answer.
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { text } from 'node:stream/consumers'
import type { GatewayResponseType } from './responses.ts'
import { openStream, type Streamed, type StreamHandler } from './streaming.ts'

export type Handler = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>

const timeoutMilliseconds = 29_000

/** `bytes`: the body that the function has given in base64. */
export type Answer = { statusCode: number; headers: Record<string, string>; body: string; bytes?: Buffer }

/** The function's answer, or what the gateway says when it fails or takes too long. */
export async function invoke(handler: Handler, event: APIGatewayProxyEvent): Promise<Answer | GatewayResponseType> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<'INTEGRATION_TIMEOUT'>((resolve) => {
    timer = setTimeout(() => resolve('INTEGRATION_TIMEOUT'), timeoutMilliseconds)
  })
  const answered = handler(event).then(
    ({ statusCode, headers = {}, body, isBase64Encoded }) => ({
      ...{ statusCode, headers: mapValues(headers), body },
      ...(isBase64Encoded && { bytes: Buffer.from(body, 'base64') }),
    }),
    () => 'INTEGRATION_FAILURE' as const,
  )
  return Promise.race([answered, timeout]).finally(() => clearTimeout(timer))
}

const eventStream = 'text/event-stream'

/** An answer that is no stream of events, such as a problem, is read to its end. */
export async function streamed(
  handler: StreamHandler,
  event: unknown,
): Promise<Answer | Streamed | GatewayResponseType> {
  const opened = await openStream(handler, event)
  if (!opened) return 'INTEGRATION_FAILURE'
  const { statusCode, headers, payload } = opened
  if (headers['Content-Type'] === eventStream) return opened
  return { statusCode, headers, body: await text(payload) }
}

const mapValues = (headers: Record<string, string | number | boolean>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
