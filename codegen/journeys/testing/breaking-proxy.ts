// A proxy before a server that breaks some operations, each in one way, and forwards all other requests.
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Operation } from '../../model.ts'

const json =
  (status: number, value: unknown, type = 'application/json') =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value))

/** How an operation can be broken. */
export const breaks = {
  'fails with a 500': json(
    500,
    { type: '/docs/problems/internal-error', title: 'Internal error', status: 500, detail: 'The disk is full.' },
    'application/problem+json',
  ),
  'answers an undocumented status': json(418, {}),
  'answers HTML': (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome'),
  'answers an empty object': json(200, {}),
  'closes the connection': (response: ServerResponse) => void response.socket?.destroy(),
} as const

export type Break = keyof typeof breaks

type Broken = { operation: Pick<Operation, 'method' | 'path'>; how: Break }

const isOf = ({ method, url = '' }: IncomingMessage, operation: Broken['operation']) =>
  method === operation.method.toUpperCase() &&
  new RegExp(`^${operation.path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(url.split('?')[0] ?? '')

export async function breakingProxy(target: string, broken: Broken[]) {
  const { hostname, port } = new URL(target)
  const server = createServer((incoming, response) => {
    const found = broken.find(({ operation }) => isOf(incoming, operation))
    if (found) {
      incoming.resume()
      return breaks[found.how](response)
    }
    const { method, url, headers } = incoming
    const forwarded = request({ hostname, port, method, path: url, headers }, (answer) => {
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
