// The API Gateway emulator with a stage in front of its paths, as the default endpoint of a deployed API has it.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen, stopNow } from '../../listen.ts'
import { createGateway } from './index.ts'

const received: APIGatewayProxyEvent[] = []
const gateway = createGateway({
  handler: (event) => {
    received.push(event)
    return Promise.resolve({ statusCode: 204, headers: {}, body: '' })
  },
  keyIdOf: (key) => (key === 'a-key' ? 'local' : undefined),
  authorize: () => undefined,
  stagePath: '/dev',
  undocumented: [204, 404],
  onViolation: (violation) => expect.fail(violation),
})
const server = createServer((message, response) => void gateway(message, response))
let url: string
beforeAll(async () => {
  url = await listen(server)
})
afterAll(() => stopNow(server))
beforeEach(() => (received.length = 0))

test('the event has the path without the stage, and the request context has it with the stage', async () => {
  for (const path of ['/events', '/events/dev/1', '/dev', '/dev/events?limit=1', '/']) {
    received.length = 0
    await fetch(`${url}/dev${path}`)
    const [without] = path.split('?')
    expect(received).toMatchObject([{ path: without, requestContext: { path: `/dev${without ?? ''}`, stage: 'dev' } }])
  }
})

test.each(['/events', '/', '/prod/events', '/device/events', '/dev', '/DEV/events'])(
  'there is no API at %s: the gateway itself refuses it',
  async (path) => {
    const response = await fetch(url + path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ status: 404, instance: path })
    expect(received).toEqual([])
  },
)
