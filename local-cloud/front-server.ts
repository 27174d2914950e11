// The server in front of the local cloud: it takes the port at once, and early requests wait for the rest.
import type { RequestListener } from 'node:http'
import { answerMalformed } from './emulators/api-gateway/malformed.ts'
import { timeLimits } from './emulator-guard.ts'
import { listen, stop, type Endpoint } from './listen.ts'
import { createServer } from './node-http.ts'

type FrontOptions = Pick<Endpoint, 'host'> & {
  port: number
  /** The time for a request to arrive. */
  milliseconds?: number
}

/** Requests are answered from `serve` on. */
export async function startFrontServer({ host, port, milliseconds }: FrontOptions) {
  // The gateway answers requests without a Host header.
  const server = createServer({ ...timeLimits(milliseconds), keepAliveTimeout: 5000, requireHostHeader: false })
  answerMalformed(server)
  const serve = Promise.withResolvers<RequestListener>()
  server.on('request', (request, response) => void serve.promise.then((listener) => listener(request, response)))
  const url = await listen(server, { host, port, self: 'localhost' })
  return {
    url,
    serve: serve.resolve,
    close: () => stop(server),
    /** Closes the connections of requests that will never be answered. */
    dropRequests: () => server.closeAllConnections(),
  }
}
