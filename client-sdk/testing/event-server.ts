// A real HTTP server that streams what a test writes, piece by piece, and knows when its caller has left.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Asked = { body: string; headers: IncomingHttpHeaders; response: ServerResponse; left: Promise<unknown> }

export const frame = (event: { type: string }) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

export const done = {
  type: 'done' as const,
  stopReason: 'end_turn',
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
}

/** @param answer Writes the answer to a request; the head is there. */
export async function startEvents(answer: (asked: Asked, index: number) => unknown, head: Record<string, string> = {}) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const left = once(response, 'close')
      const one = { body, headers: request.headers, response, left }
      response.writeHead(200, { 'content-type': 'text/event-stream', ...head })
      void answer(one, asked.push(one) - 1)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
