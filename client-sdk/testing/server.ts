// A real HTTP server that gives the answers of a test, request by request, and keeps the requests.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { method: string; url: string; headers: IncomingHttpHeaders; body: Buffer; at: number }

/** The reaction to a request: an answer, a broken connection, or no answer. */
export type Reaction = Answering | 'disconnect' | 'silence'
type Answering = { status: number; headers?: Record<string, string>; body?: unknown }
type Reactions = Reaction[] | ((request: Received, index: number) => Reaction)

/** @param reactions In the order of the requests. The last reaction stays. */
export async function startServer(reactions: Reactions) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => undefined)
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const asked = { method, url, headers, body: Buffer.concat(chunks), at: performance.now() }
      const index = received.push(asked) - 1
      const reaction =
        typeof reactions === 'function' ? reactions(asked, index) : (reactions[index] ?? reactions.at(-1))
      if (reaction === undefined || reaction === 'silence') return
      if (reaction === 'disconnect') return void response.socket?.destroy()
      const { status, headers: sent = {}, body } = reaction
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
      const type =
        typeof body === 'string' ? 'text/html' : status >= 400 ? 'application/problem+json' : 'application/json'
      response.writeHead(status, { 'content-type': type, ...sent }).end(text)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A problem of the service. */
export const problem = (status: number, title = 'A problem', more: object = {}): Answering => ({
  status,
  headers: { 'x-request-id': 'r-1' },
  body: { type: '/docs/problems/a-problem', title, status, detail: `${title} it is.`, requestId: 'r-1', ...more },
})
