// A server that answers an empty object with a status, as a test says.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** @param answer May answer later, or never. */
export async function answering(answer: (request: IncomingMessage, respond: (status: number) => void) => void) {
  const server = createServer((request, response) => {
    request.resume()
    answer(request, (status) => void response.writeHead(status, { 'content-type': 'application/json' }).end('{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Safe cast: a server of TCP has an address and a port.
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
