// A proxy in front of the API that fails first. It passes /<manner>/<run>/… on to /… when the manner allows.
import { once } from 'node:events'
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' }

export async function startFlakyProxy(target: string) {
  const attempts = new Map<string, number>()
  const server = createServer((request, response) => {
    const [, manner = '', , rest = ''] = /^\/([^/]+)(\/[^/]+)(\/.*)$/.exec(request.url ?? '') ?? []
    const pass = (answered: boolean) => {
      forward(target + rest, request, response, answered)
    }
    const attempt = (attempts.get(request.url ?? '') ?? 0) + 1
    // Preflights of browsers never fail.
    if (request.method === 'OPTIONS') pass(true)
    else {
      attempts.set(request.url ?? '', attempt)
      if (manner === 'loses-answers') pass(attempt > 2)
      if (manner === 'redirects') response.writeHead(307, { ...cors, location: target + rest }).end()
      if (manner === 'fails-first') failFirst(attempt, response, () => pass(true))
    }
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

function failFirst(attempt: number, response: ServerResponse, pass: () => void) {
  if (attempt === 1) response.writeHead(429, { ...cors, 'retry-after': '1' }).end()
  else if (attempt === 2) response.writeHead(503, cors).end('<html>Service Unavailable</html>')
  else if (attempt === 3) response.socket?.destroy()
  else pass()
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
