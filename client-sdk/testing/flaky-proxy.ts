// A proxy before the API that fails first: /<manner>/<run>/… is passed on to /… once the manner allows.
import { once } from 'node:events'
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' }

export async function startFlakyProxy(target: string) {
  const attempts = new Map<string, number>()
  const server = createServer((request, response) => {
    const [, manner = '', , rest = ''] = /^\/([^/]+)(\/[^/]+)(\/.*)$/.exec(request.url ?? '') ?? []
    const pass = (answered: boolean) => forward(target + rest, request, response, answered)
    // A preflight is the browser's own affair and fails nowhere.
    if (request.method === 'OPTIONS') return pass(true)
    const attempt = (attempts.get(request.url ?? '') ?? 0) + 1
    attempts.set(request.url ?? '', attempt)
    if (manner === 'silent') return
    if (manner === 'loses-answers') return pass(attempt > 2)
    if (attempt === 1) return void response.writeHead(429, { ...cors, 'retry-after': '1' }).end()
    if (attempt === 2) return void response.writeHead(503, cors).end('<html>Service Unavailable</html>')
    if (attempt === 3) return void response.socket?.destroy()
    pass(true)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function forward(url: string, request: IncomingMessage, response: ServerResponse, answered: boolean) {
  const { host: _, ...headers } = request.headers
  const passed = send(url, { method: request.method, headers }, (answer) => {
    if (!answered) {
      answer.resume()
      answer.on('end', () => response.socket?.destroy())
      return
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  passed.on('error', () => response.socket?.destroy())
  request.pipe(passed)
}
