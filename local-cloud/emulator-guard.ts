// Guards the port of an emulator: no website may call it, and a request that does not end is ended.
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http'
import { isThisMachine } from './this-machine.ts'

export const bodyMilliseconds = 30_000

/** For `createServer`: the time for the head and the body of a request together. After it the answer is 408. */
export const timeLimits = (milliseconds: number = bodyMilliseconds) => ({
  headersTimeout: milliseconds,
  requestTimeout: milliseconds,
  connectionsCheckingInterval: Math.min(1000, milliseconds),
})

type Refusal = { type: string; headers?: Record<string, string>; body: (message: string) => string }

/** Why the request is refused; undefined for a program on this machine. */
export function foreignness({ origin, host }: Pick<IncomingHttpHeaders, 'origin' | 'host'>): string | undefined {
  if (origin !== undefined) return 'The emulator takes no request of a website: this one has an Origin header.'
  if (!isThisMachine(host))
    return 'The emulator takes requests for this machine only: the Host header names another one.'
  return undefined
}

/** Answers such a request with 403, in the form of the service. */
export const guarded =
  (listener: RequestListener, { type, headers = {}, body }: Refusal): RequestListener =>
  (request, response) => {
    const why = foreignness(request.headers)
    if (why === undefined) {
      listener(request, response)
      return
    }
    response.writeHead(403, { 'content-type': type, connection: 'close', ...headers }).end(body(why))
  }

/** The same for a server that somebody else has created. */
export function guardServer(server: Server, refusal: Refusal) {
  // Safe cast: these are the listeners of requests.
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  for (const listener of listeners) server.on('request', guarded(listener, refusal))
  Object.assign(server, timeLimits())
}

/** The refusal of the services that speak AWS JSON. */
export const jsonRefusal = (namespace = '', version = '1.0'): Refusal => ({
  type: `application/x-amz-json-${version}`,
  body: (message) => JSON.stringify({ __type: `${namespace}AccessDeniedException`, message }),
})
