// One address for the commands of an operator, as `--endpoint`: secrets, API keys and dead letters, and the way to the other emulators.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { guarded, jsonRefusal, timeLimits } from '../../emulator-guard.ts'
import { listen, stop, type Endpoint } from '../../listen.ts'
import { createApiKeys } from './api-keys.ts'
import { createDeadLetterQueue } from './dead-letters.ts'
import { createSecretsManager } from './secrets-manager.ts'
import { ServiceError, type Input } from './service-error.ts'
import { openState } from './state.ts'
import { createServer } from '../../node-http.ts'

type Options = Endpoint & {
  /** Where secrets, keys and letters are kept. */
  file?: string
  /** The names of the usage plans. */
  plans: readonly string[]
  /** Other emulators by the beginning of X-Amz-Target: an address, or the listener of a server in this process. */
  others?: Record<string, string | RequestListener>
}

export async function startAccount({ file, plans, others = {}, ...endpoint }: Options) {
  const { state, save } = openState(file)
  const apiKeys = createApiKeys(state, plans)
  const services = { secretsmanager: createSecretsManager(state), AmazonSQS: createDeadLetterQueue(state) }

  /** The answer of a service of this account; undefined when another emulator has it. */
  const answer = (request: IncomingMessage, body: string): object | undefined => {
    const [service = '', operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.')
    const url = new URL(request.url ?? '/', 'http://account')
    if (service === '') {
      const parts = url.pathname.split('/').filter(Boolean)
      return apiKeys.answer({ method: request.method ?? '', parts, query: url.searchParams, body: parsed(body) })
    }
    const operations = new Map(Object.entries(services)).get(service)
    if (!operations) return undefined
    const run = operations.get(operation)
    if (!run) throw new ServiceError('UnknownOperationException', `No such operation: ${service}.${operation}`)
    return run(parsed(body))
  }

  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const other = otherFor(request, others)
    if (typeof other === 'function') {
      // Its body is still to be read. A second request to the other server would double the cost of each item.
      other(request, response)
      return
    }
    const body = await text(request)
    try {
      const answered = answer(request, body)
      if (!answered) {
        await pass(request, body, response, other)
        return
      }
      save()
      const status = request.method === 'DELETE' ? 202 : 200
      response.writeHead(status, { 'content-type': type(request) }).end(JSON.stringify(answered))
    } catch (error) {
      const {
        type: name,
        status,
        message,
      } = error instanceof ServiceError ? error : new ServiceError('InternalServiceError', String(error), 500)
      response
        .writeHead(status, { 'content-type': type(request), 'x-amzn-errortype': name })
        .end(JSON.stringify({ __type: name, message }))
    }
  }

  const server = createServer(
    timeLimits(),
    guarded((request, response) => void respond(request, response), jsonRefusal('', '1.1')),
  )
  return { url: await listen(server, endpoint), keyIdOf: apiKeys.idOf, close: () => stop(server) }
}

/** Each protocol has a media type of its own. */
const type = ({ headers }: IncomingMessage) => headers['content-type'] ?? 'application/json'

function parsed(body: string): Input {
  if (body === '') return {}
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Text that is no JSON is refused below, like JSON that is no object.
  }
  throw new ServiceError('SerializationException', 'The request body is not a JSON object')
}

function otherFor<T>({ headers }: IncomingMessage, others: Record<string, T>): T | undefined {
  const target = String(headers['x-amz-target'])
  return Object.entries(others).find(([service]) => target.startsWith(service))?.[1]
}

/** Sends the request to the emulator that has the service. The signature is of no account, and nobody reads it. */
async function pass(request: IncomingMessage, body: string, response: ServerResponse, address: string | undefined) {
  const target = String(request.headers['x-amz-target'])
  if (address === undefined) throw new ServiceError('UnknownOperationException', `No such service: ${target}`)
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers
  const answered = await fetch(address, { method: 'POST', headers: headers as Record<string, string>, body })
  const given = Buffer.from(await answered.arrayBuffer())
  response.writeHead(answered.status, {
    'content-type': answered.headers.get('content-type') ?? 'application/x-amz-json-1.0',
    ...(answered.headers.has('x-amz-crc32') && { 'x-amz-crc32': answered.headers.get('x-amz-crc32') ?? '' }),
    ...(answered.headers.has('x-amzn-errortype') && {
      'x-amzn-errortype': answered.headers.get('x-amzn-errortype') ?? '',
    }),
  })
  response.end(given)
}
