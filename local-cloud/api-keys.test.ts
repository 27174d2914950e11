// The list of API keys of the local cloud: whose key it is, and the name in the log.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiKeysIn } from './api-keys.ts'
import { createGateway } from './emulators/api-gateway/index.ts'
import { listen, stopNow } from './listen.ts'

const received: APIGatewayProxyEvent[] = []
const keys = apiKeysIn('single-key', 'acme=first,acme=second, shop=with=sign,')
const gateway = createGateway({
  handler: (event) => {
    received.push(event)
    return Promise.resolve({ statusCode: 204, body: '' })
  },
  keyIdOf: (key) => (key === undefined ? undefined : keys.get(key)),
  authorize: () => undefined,
  onViolation: () => undefined,
})
const server = createServer((request, response) => void gateway(request, response))
let url: string
beforeAll(async () => {
  url = await listen(server)
})
afterAll(() => stopNow(server))

test.each([
  ['single-key', 'local'],
  ['first', 'acme'],
  ['second', 'acme'],
  ['with=sign', 'shop'],
])('%s is a key of %s', async (key, consumer) => {
  const { status } = await fetch(`${url}/customers/c-1`, { method: 'DELETE', headers: { 'x-api-key': key } })
  expect(status).toBe(204)
  expect(received.at(-1)?.requestContext.identity.apiKeyId).toBe(consumer)
})

test.each(['third', 'acme', 'acme=first', ''])('%j is no key', async (key) => {
  const { status } = await fetch(`${url}/customers/c-1`, { method: 'DELETE', headers: { 'x-api-key': key } })
  expect(status).toBe(403)
})

test.each([
  ['secret-without-name', 'has no name'],
  ['=value', 'has no name'],
  ['acme=', 'has no name'],
  ['Acme=x', "has the name 'Acme…'"],
  // The padding of a key in base64 looks like a name with a value.
  ['Secret-without-name==', "has the name 'Secr…'"],
  ['acme=x,shop=x', 'gives shop a key that acme has'],
  ['acme=single-key', 'gives acme a key that local has'],
])('%s is refused by a sentence without the key', (list, sentence) => {
  expect(() => apiKeysIn('single-key', list)).toThrow(sentence)
  expect(() => apiKeysIn('single-key', list)).not.toThrow(/secret-without-name/i)
})
