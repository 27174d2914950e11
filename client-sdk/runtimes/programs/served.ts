// For the programs of examples: a server that keeps the headers of its requests, and the faults of a run as texts.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export async function serve(answer: RequestListener) {
  const headers: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    headers.push(request.headers)
    request.resume().on('end', () => answer(request, response))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, headers, server, close }
}

export const faultsOf = (run: () => Promise<void>): Promise<string[]> =>
  run().then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  )
