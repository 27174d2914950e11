// The API Gateway emulator: it routes, checks keys and access tokens, calls the handler that Lambda runs, and gives its own errors.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { atMost } from '../../../server/at-most.ts'
import { loggedPath } from '../../../server/http/logged-path.ts'
import { readPath } from '../../../server/http/path.ts'
import { violations } from '../../response-check.ts'
import type { Authorize } from './authorizer.ts'
import { proxyEvent, splitUrl, withoutStage } from './event.ts'
import { hasOneHost, headBytes, maxHeadBytes, originForm } from './head.ts'
import { invoke, streamed, type Answer, type Handler } from './invoke.ts'
import { gatewayResponse, type GatewayResponseType } from './responses.ts'
import { routeOf } from './routes.ts'
import { pass, type Streamed, type StreamHandler } from './streaming.ts'

export type { Handler }

/** A request in the log, with the same members as in the app's own lines. */
type Refusal = {
  method: string
  path: string
  caller: { kind: 'anyone'; id: 'anyone' }
  status: number
  durationMs: number
  requestId: string
}

/** An answer on its way to the caller. The path is the logged one. */
export type GatewayAnswer = {
  method: string
  path: string
  status: number
  durationMs: number
  requestId: string
  headers: Record<string, string>
  body: string
}

export type GatewayOptions = {
  handler: Handler
  /** The function of the operations that answer with a stream. */
  streamHandler?: StreamHandler | undefined
  /** The id of an API key; undefined when the key is not accepted. */
  keyIdOf: (key: string | undefined) => string | undefined
  authorize: Authorize
  /** Requests have this in front of their paths, as `/dev` at the default endpoint of a deployed API. */
  stagePath?: string
  /** Statuses of answers that only the local cloud gives. They are not validated against the contract. */
  undocumented?: readonly number[]
  /** Called for each part of an answer that breaks the contract. */
  onViolation: (violation: string) => void
  /** Called for each request that the gateway answers itself. The Lambda logs the others. */
  onRefusal?: (refusal: Refusal) => void
  /** Called for each answer, after the other two. */
  onAnswer?: (answer: GatewayAnswer) => void
}

const anyone = { kind: 'anyone', id: 'anyone' } as const
const maxBodyBytes = 10 * 1024 * 1024
/**
 * AWS gives each concurrent request a process of its own. Here one process answers all, and its deadlines would count the wait
 * for each other. So the others wait here, where no clock runs yet.
 */
const concurrentInvocations = 50

/** Milliseconds, to a tenth. */
const since = (started: number) => Math.round((performance.now() - started) * 10) / 10

type Carried = { started: number; requestId: string; path: string }

/** Passes a stream on, and tells of it at its end. */
async function carry(options: GatewayOptions, outcome: Streamed, response: ServerResponse, request: Carried) {
  const { onViolation, onAnswer } = options
  const { statusCode: status, headers } = outcome
  const { started, requestId, path } = request
  const { method = 'GET' } = response.req
  const parts = { status, headers, body: '' }
  for (const violation of violations(method, path, parts)) onViolation(violation)
  await pass(outcome, response)
  const { instance } = readPath(path)
  onAnswer?.({ method, path: loggedPath(instance), durationMs: since(started), requestId, ...parts })
}

export function createGateway(options: GatewayOptions) {
  const { handler, streamHandler, keyIdOf, authorize, onViolation, onRefusal, onAnswer } = options
  const { stagePath = '', undocumented = [] } = options
  const inTurn = atMost(concurrentInvocations)
  const answer = async (
    message: IncomingMessage,
    requestId: string,
  ): Promise<Answer | Streamed | GatewayResponseType> => {
    if (headBytes(message) > maxHeadBytes) return 'HEAD_TOO_LARGE'
    if (!hasOneHost(message)) return 'DEFAULT_4XX'
    // Everything behind the gateway reads the target in origin form.
    const target = withoutStage(originForm(message.url), stagePath)
    if (target === undefined) return 'MISSING_AUTHENTICATION_TOKEN'
    message.url = target
    const { path } = splitUrl(target)
    const route = routeOf(message.method ?? 'GET', path)
    if (!route) return 'MISSING_AUTHENTICATION_TOKEN'
    const given = message.headers['x-api-key']
    const apiKeyId = route.needsKey ? keyIdOf(typeof given === 'string' ? given : undefined) : undefined
    if (route.needsKey && apiKeyId === undefined) return 'INVALID_API_KEY'
    const refused = route.scopes && authorize(message.headers.authorization, route.scopes)
    if (refused) return refused
    const body = await readBody(message)
    if (!body) return 'REQUEST_TOO_LARGE'
    const event = proxyEvent({ message, body, requestId, apiKeyId, route, stagePath })
    if (route.streams && streamHandler) return inTurn(() => streamed(streamHandler, event))
    return inTurn(() => invoke(handler, event))
  }

  return async (message: IncomingMessage, response: ServerResponse) => {
    const started = performance.now()
    const requestId = randomUUID()
    const { method = 'GET' } = message
    const whole = originForm(message.url)
    const { path } = splitUrl(withoutStage(whole, stagePath) ?? whole)
    const outcome = await answer(message, requestId).catch((error: unknown) => {
      // The caller has closed the connection, and receives no answer.
      if (message.readableAborted) return 'DEFAULT_4XX' as const
      throw error
    })
    if (typeof outcome !== 'string' && 'payload' in outcome)
      return carry(options, outcome, response, { started, requestId, path })
    const isRefused = typeof outcome === 'string'
    const { instance } = readPath(path)
    const values = { requestId, path: instance, host: message.headers.host }
    const given: Answer = isRefused ? gatewayResponse(outcome, values) : outcome
    const { statusCode, headers, body, bytes } = given
    if (!undocumented.includes(statusCode)) {
      for (const violation of violations(method, path, { status: statusCode, headers, body })) onViolation(violation)
    }
    const request = { method, path: loggedPath(instance), status: statusCode, durationMs: since(started), requestId }
    if (isRefused) onRefusal?.({ ...request, caller: anyone })
    onAnswer?.({ ...request, headers, body })
    const bodyless = statusCode === 204 || statusCode === 304
    const length = bytes?.length ?? Buffer.byteLength(body)
    response.writeHead(statusCode, { ...headers, ...(!bodyless && { 'Content-Length': length }) })
    // Node sends a text together with the head, and bytes after it.
    response.end(bodyless || method === 'HEAD' ? undefined : (bytes ?? body))
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
