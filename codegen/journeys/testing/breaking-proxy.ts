// A proxy before a server that breaks some operations, each in one way, and forwards all other requests.
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Operation } from '../../model.ts'

const json =
  (status: number, value: unknown, type = 'application/json') =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value))

const failed = json(
  500,
  { type: '/docs/problems/internal-error', title: 'Internal error', status: 500, detail: 'The disk is full.' },
  'application/problem+json',
)

const closed = (response: ServerResponse) => void response.socket?.destroy()

/** How an operation can be broken. */
export const breaks = {
  'fails with a 500': failed,
  'answers an undocumented status': json(418, {}),
  'answers HTML': (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome'),
  'answers an empty object': json(200, {}),
  'closes the connection': closed,
  'stores, then closes the connection': closed,
  'stores, then fails with a 500': failed,
} as const

/** The server gets the request, and its answer is lost. */
export const isStored = (how: Break) => how.startsWith('stores, ')

export type Break = keyof typeof breaks

/** @property times The number of requests that are broken: all, unless it is given. */
type Broken = { operation: Pick<Operation, 'method' | 'path'>; how: Break; times?: number }

const isOf = ({ method, url = '' }: IncomingMessage, operation: Broken['operation']) =>
  method === operation.method.toUpperCase() &&
  new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(url.split('?')[0] ?? '')

/** @param given Headers that each request to the server has, unless it has its own. */
export async function breakingProxy(target: string, broken: Broken[], given: Record<string, string> = {}) {
  const { hostname, port } = new URL(target)
  const left = new Map(broken.map((candidate) => [candidate, candidate.times ?? Infinity]))
  const server = createServer((incoming, response) => {
    const found = broken.find((candidate) => isOf(incoming, candidate.operation) && (left.get(candidate) ?? 0) > 0)
    if (found) left.set(found, (left.get(found) ?? 0) - 1)
    if (found && !isStored(found.how)) {
      incoming.resume()
      return breaks[found.how](response)
    }
    const { method, url, headers } = incoming
    const options = { hostname, port, method, path: url, headers: { ...given, ...headers } }
    const forwarded = request(options, (answer) => {
      if (found) {
        answer.resume()
        return breaks[found.how](response)
      }
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(response)
    })
    incoming.pipe(forwarded)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
