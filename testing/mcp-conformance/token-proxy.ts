// A proxy that adds a token to each request, since the conformance suite sends none.
import { once } from 'node:events'
import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Host and Origin go through unchanged: the suite tests what the service does with them. */
export async function startTokenProxy(target: string, token: string) {
  const { hostname, port } = new URL(target)
  const server = createServer((request, response) => {
    const { method, url: path } = request
    const headers = { authorization: `Bearer ${token}`, ...request.headers }
    const passed = send({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
