// A provider that refuses each request for tokens, and quotes the request in its reason.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export async function startQuotingProvider() {
  const provider = {
    url: '',
    answer: { error: 'invalid_grant' },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const isToken = request.url === '/token'
      const found = {
        issuer: provider.url,
        authorization_endpoint: `${provider.url}/authorize`,
        token_endpoint: `${provider.url}/token`,
        response_types_supported: ['code'],
      }
      response.writeHead(isToken ? 400 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(isToken ? { ...provider.answer, error_description: `I got ${body}` } : found))
    })
  }).listen(0, 'localhost')
  await once(server, 'listening')
  // Safe cast: a server on a port has an address with a port.
  provider.url = `http://localhost:${(server.address() as AddressInfo).port}`
  return provider
}
