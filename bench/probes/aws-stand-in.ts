// DynamoDB, that takes every put, and Cognito, that has one key; in a process of its own. Its port is its first line.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const dynamodb = request.method === 'POST'
    response.setHeader('content-type', dynamodb ? 'application/x-amz-json-1.0' : 'application/json')
    response.end(dynamodb ? '{}' : process.env.BENCH_JWKS)
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
