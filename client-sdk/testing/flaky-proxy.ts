// A proxy in front of the API that fails first. It passes /<manner>/<run>/… on to /… when the manner allows. It is a
// storage too, which refuses files: the manner is its answer.
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
    const storage = storages[manner]
    if (storage) answerOf(storage, request, response)
    // Preflights of browsers never fail.
    else if (request.method === 'OPTIONS') pass(true)
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

type Answering = (url: string) => { status: number; headers?: Record<string, string>; body?: string }

/** What a storage, or something in front of it, answers to a file. */
const storages: Record<string, Answering> = {
  'storage-quotes': (url) => ({ status: 403, body: `<Error><Code>AccessDenied</Code><Url>${url}</Url></Error>` }),
  'storage-moves': (url) => ({ status: 303, headers: { location: url.replace('storage-moves', 'storage-takes') } }),
  'storage-is-a-page': () => ({ status: 200, body: '<html>Sign in</html>' }),
  'storage-takes': () => ({ status: 200 }),
}

/** The first request of an upload asks for the URL. */
function answerOf(storage: Answering, request: IncomingMessage, response: ServerResponse) {
  const { method, headers, url = '' } = request
  const given = String(headers['access-control-request-headers'] ?? '*')
  const allowed = { ...cors, 'access-control-allow-headers': given, 'access-control-allow-methods': 'GET, PUT' }
  if (method === 'OPTIONS') response.writeHead(204, allowed).end()
  else if (url.includes('/upload?')) {
    const uploadUrl = `http://${headers.host}${url.replace(/\/upload\?.*/, '/file?X-Amz-Signature=5e4f3a2b1c0d9e8f7a6b')}`
    const target = { key: 'k', uploadUrl, method: 'PUT', headers: {}, expiresAt: '2999-01-01T00:00:00Z' }
    response.writeHead(200, { ...cors, 'content-type': 'application/json' }).end(JSON.stringify(target))
  } else {
    const { status, headers: own, body } = storage(url)
    request.resume().on('end', () => response.writeHead(status, { ...cors, ...own }).end(body))
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
