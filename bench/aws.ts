// Emulates the parts of AWS that the apps call, over TLS: DynamoDB, and the keys of a user pool. Prints its port.
import { createServer } from 'node:https'
import { stored } from './stored.ts'

/** The answers of DynamoDB, by its operation and table. */
function answerOf(target: string, body: string): object {
  const operation = target.slice(target.indexOf('.') + 1)
  if (operation === 'PutItem') return {}
  const { TableName = '', Limit = 1 } = JSON.parse(body) as { TableName?: string; Limit?: number }
  const item = stored[TableName] ?? {}
  if (operation === 'GetItem') return { Item: item }
  const Items = Array.from({ length: Limit }, () => item)
  return { Items, Count: Limit, ScannedCount: Limit }
}

const { BENCH_JWKS: jwks = '', BENCH_CERT: cert = '', BENCH_KEY: key = '' } = process.env

const server = createServer({ cert, key }, (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const target = request.headers['x-amz-target']
    const isDynamodb = typeof target === 'string'
    const body = isDynamodb ? JSON.stringify(answerOf(target, Buffer.concat(chunks).toString())) : jwks
    response.setHeader('content-type', isDynamodb ? 'application/x-amz-json-1.0' : 'application/json')
    response.setHeader('content-length', Buffer.byteLength(body))
    response.end(body)
  })
})
// Lambda's connections stay open for minutes.
server.keepAliveTimeout = 600_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : ''}\n`)
})
