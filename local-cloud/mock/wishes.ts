// Fulfils the wishes in the header Prefer: a wait, and in the stateful mock a failure of the contract instead of the answer.
import { setTimeout as wait } from 'node:timers/promises'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { answerExample } from '../../codegen/client-sdk/mock-answer.ts'
import { sharedHeaders } from '../../server/http/shared-headers.ts'
import { renderProblem, invalid } from '../../server/http/problem.ts'
import type { Handler } from '../emulators/api-gateway/index.ts'
import { awslambda, type StreamHandler } from '../emulators/api-gateway/streaming.ts'
import { model } from '../model.ts'
import { preferencesOf } from './preferences.ts'

/** Waits where the caller wishes to, and lets pages send their wishes. */
export const answeringWishes =
  (handler: Handler): Handler =>
  async (event) => {
    await wait(wishesOf(event).delay)
    const answer = await handler(event)
    const { 'Access-Control-Allow-Headers': allowed, ...headers } = answer.headers ?? {}
    if (allowed === undefined) return answer
    return { ...answer, headers: { ...headers, 'Access-Control-Allow-Headers': `${String(allowed)}, Prefer` } }
  }

/** Answers with the example of the status that the caller wishes for. The operation does not run then. */
export const answeringCodes =
  (handler: Handler): Handler =>
  (event) => {
    const { code } = wishesOf(event)
    if (code === undefined) return handler(event)
    const { headers, ...answer } = wished(event, code)
    const shared = sharedHeaders(['*'], headerOf(event, 'origin'))
    return Promise.resolve({ ...answer, headers: { ...shared, ...headers } })
  }

/** The same for a function that answers with a stream. A wished failure is no stream: `failing` gives it. */
export const streamingWishes =
  (stream: StreamHandler, failing?: Handler): StreamHandler =>
  async (sent, output) => {
    // Safe cast: the gateway's emulator sends this event.
    const event = sent as APIGatewayProxyEvent
    const { code = 0, delay } = wishesOf(event)
    await wait(delay)
    if (!failing || code < 300) return stream(event, output)
    const { statusCode, headers = {}, body } = await failing(event)
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
    awslambda.HttpResponseStream.from(output, { statusCode, headers: Object.fromEntries(texts) }).end(body)
  }

const wishesOf = (event: APIGatewayProxyEvent) => preferencesOf(headerOf(event, 'prefer'))

const headerOf = ({ headers }: APIGatewayProxyEvent, wanted: string) =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1]

function wished(
  { resource, httpMethod, path, requestContext }: APIGatewayProxyEvent,
  code: number,
): APIGatewayProxyResult {
  const { requestId } = requestContext
  const operation = model.operations.find((one) => one.path === resource && one.method === httpMethod.toLowerCase())
  const answer = operation?.answers.find(({ status }) => status === code)
  if (!answer) {
    const detail = `code=${code} is no answer of this operation`
    const { status, headers, body = '' } = renderProblem(invalid({ parameter: 'Prefer', detail }), { path, requestId })
    return { statusCode: status, headers: { ...headers, 'X-Request-Id': requestId }, body }
  }
  const { headers = {}, body } = answerExample(answer)
  const type = code >= 400 ? 'application/problem+json' : 'application/json'
  const isProblem = code >= 400 && typeof body === 'object'
  const told = isProblem ? { ...body, instance: path, requestId } : body
  return {
    statusCode: code,
    headers: { ...(body !== undefined && { 'Content-Type': type }), ...headers, 'X-Request-Id': requestId },
    body: body === undefined ? '' : JSON.stringify(told),
  }
}
