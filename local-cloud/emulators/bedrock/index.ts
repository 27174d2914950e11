// The emulator of Bedrock's Converse and ConverseStream. AWS clients speak HTTP/2 without TLS to an http endpoint.
import { randomUUID } from 'node:crypto'
import { createServer, type Http2ServerRequest, type Http2ServerResponse, type ServerHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'
import { bodyMilliseconds, foreignness } from '../../emulator-guard.ts'
import { listen, type Endpoint } from '../../listen.ts'
import { stream } from './converse-stream.ts'
import { BedrockError } from './error.ts'
import { modelNamed } from './models/index.ts'
import type { Model } from './models/model.ts'
import { parseConversation, textOf, type Conversation } from './request.ts'
import { bodyInTime, endIdle } from './time-limits.ts'

/** Model ids that fail, to try failures. Every other model id answers. */
const failingModels = new Map<string, BedrockError | 'never answers'>([
  ['local.denied', new BedrockError(403, 'AccessDeniedException', "You don't have access to this model.")],
  ['local.fail', new BedrockError(500, 'InternalServerException', 'The service failed.')],
  ['local.model-error', new BedrockError(424, 'ModelErrorException', 'The model failed.')],
  ['local.slow', 'never answers'],
  ['local.throttle', new BedrockError(429, 'ThrottlingException', 'Too many requests, wait before trying again.')],
  ['local.timeout', new BedrockError(408, 'ModelTimeoutException', 'The model took too long.')],
  ['local.unavailable', new BedrockError(503, 'ServiceUnavailableException', 'The service is not available.')],
])

// A word counts as a token. This is close enough for limits and sums, and the same on every machine.
const tokensOf = (words: string) => words.split(/\s+/).filter(Boolean)
/** JSON has few spaces. */
const charactersOfToken = 4

const converse = (model: Model, conversation: Conversation) => {
  const { messages, system, maxTokens, tools } = conversation
  const { content, stopReason } = model(conversation)
  let left = maxTokens
  const cut = content.map((block) => {
    if (!('text' in block)) return block
    const tokens = tokensOf(block.text)
    const text = tokens.length > left ? tokens.slice(0, left).join(' ') : block.text
    left = Math.max(0, left - tokens.length)
    return { text }
  })
  const sizeOf = (value: object) => Math.ceil(JSON.stringify(value).length / charactersOfToken)
  const inputTokens =
    tokensOf([system, ...messages.map(textOf)].join(' ')).length +
    messages.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + ('text' in block ? 0 : sizeOf(block)), 0) +
    (tools ? sizeOf(tools) : 0)
  const written = content.reduce(
    (sum, block) => sum + ('text' in block ? tokensOf(block.text).length : sizeOf(block)),
    0,
  )
  const outputTokens = Math.min(written, maxTokens)
  const usesTools = cut.some((block) => 'toolUse' in block)
  return {
    output: { message: { role: 'assistant', content: cut } },
    stopReason: stopReason ?? (usesTools ? 'tool_use' : written > maxTokens ? 'max_tokens' : 'end_turn'),
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 1 },
  }
}

const modelIn = ({ method, url }: Http2ServerRequest) => {
  const [, encoded] = /^\/model\/([^/?]+)\/converse(?:-stream)?$/.exec(url) ?? []
  if (method !== 'POST' || encoded === undefined) {
    throw new BedrockError(404, 'UnknownOperationException', `The emulator has no ${method} ${url}`)
  }
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw new BedrockError(400, 'ValidationException', 'The provided model identifier is invalid.')
  }
}

/** Holds nothing of the request, which has all tools: a slow reader can take a minute for the answer. */
const answerTo = async <T>(request: Http2ServerRequest, milliseconds: number, answer: (asked: Conversation) => T) =>
  answer(parseConversation(await bodyInTime(request, milliseconds)))

const respond = async (request: Http2ServerRequest, response: Http2ServerResponse, milliseconds: number) => {
  const send = (status: number, body: object, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID(), ...headers })
    response.end(JSON.stringify(body))
    // What is left of a body has no reader.
    request.resume()
  }
  try {
    const { origin, host = request.authority } = request.headers
    const why = foreignness({ origin, host })
    if (why !== undefined) throw new BedrockError(403, 'AccessDeniedException', why)
    const modelId = modelIn(request)
    const failure = failingModels.get(modelId)
    if (failure === 'never answers') return
    const answer = await answerTo(request, milliseconds, (conversation) => {
      if (failure) throw failure
      return converse(modelNamed(modelId), conversation)
    })
    if (!request.url.endsWith('-stream')) {
      send(200, answer)
      return
    }
    response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': randomUUID() })
    await stream(modelId, answer, response)
  } catch (error) {
    const { status, type, message } =
      error instanceof BedrockError ? error : new BedrockError(500, 'InternalServerException', String(error))
    send(status, { message }, { 'x-amzn-errortype': type })
  }
}

type BedrockOptions = Endpoint & { milliseconds?: number }

/** @param milliseconds The time for a body, and for a connection without a request. */
export async function startBedrock({ milliseconds = bodyMilliseconds, ...endpoint }: BedrockOptions = {}) {
  const sessions = new Set<ServerHttp2Session>()
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => void respond(request, response, milliseconds))
  server.on('session', (session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
    endIdle(session, milliseconds)
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const url = await listen(server, endpoint)
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      // A client keeps its session open, and local.slow keeps its stream open. Neither ends by itself.
      for (const session of sessions) session.destroy()
      // A session waits for a client that does not read.
      for (const socket of sockets) socket.destroy()
    })
  return { url, close }
}
