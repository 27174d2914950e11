// Takes the service's requests for DynamoDB to the emulator without a socket: both are in this process. Everybody else, and
// every request that the emulator does not take here, uses its address.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { requestHandlers } from '../server/deadlines.ts'
import { operatesOn, serverError, type Answer, type Operate } from './emulators/dynamodb/operate.ts'

type Sent = { hostname: string; port?: number; headers: Record<string, string>; body?: unknown }
type Options = { abortSignal?: { aborted: boolean } }

/** The part of the SDK's handlers that its clients use. */
type RequestHandler = {
  metadata: { handlerProtocol: string }
  handle: (request: Sent, options?: Options) => Promise<{ response: object }>
  destroy: () => void
}

/** What answers the requests for an address: the host and the port. */
const operators = new Map<string, Operate>()

/** From now on, until it is closed, requests for this URL are answered by `operate`. */
export function answerInProcess({ url, operate }: { url: string; operate?: Operate | undefined }) {
  const { host } = new URL(url)
  if (operate) operators.set(host, operate)
  return { close: () => Promise.resolve(void operators.delete(host)) }
}

const overNetwork = requestHandlers.DynamoDB

/** Clients that the service makes from now on have this handler. */
export function useInProcessHandler() {
  // Safe cast: the SDK takes a handler where it takes the settings of one.
  Object.assign(requestHandlers, { DynamoDB: inProcessHandler })
}

/** A request handler of the SDK. */
export function inProcessHandler(): RequestHandler {
  let network: RequestHandler | undefined
  const throughNetwork = () => (network ??= networkHandler())
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request, options) => {
      const answer = answerTo(request, options)
      return answer ? { response: responseOf(await answer) } : throughNetwork().handle(request, options)
    },
    destroy: () => network?.destroy(),
  }
}

function answerTo({ hostname, port, headers, body }: Sent, options: Options = {}): Promise<Answer> | undefined {
  const operate = operators.get(`${hostname}:${port ?? ''}`)
  if (!operate || !(body instanceof Uint8Array) || options.abortSignal?.aborted) return undefined
  const [, operation = ''] = (headers['x-amz-target'] ?? '').split('.')
  return operatesOn(operation) ? operate(operation, textOf(body)).catch(serverError) : undefined
}

const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString()

const responseOf = ({ status: statusCode, headers, body }: Answer) => ({ statusCode, headers, body })

/** Node's own handler, as the SDK makes it of its settings. */
function networkHandler(): RequestHandler {
  const { config } = new DynamoDBClient({ requestHandler: overNetwork() })
  // Safe cast: the handler takes the requests of the SDK, whatever their type says.
  return config.requestHandler as unknown as RequestHandler
}
