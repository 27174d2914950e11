// Streams through the API Gateway emulator: what a function writes, in pieces, at the pace of its caller.
import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { createGateway } from './index.ts'
import { awslambda, type StreamHandler } from './streaming.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

const headers = { 'Content-Type': 'text/event-stream' }
const prelude = { statusCode: 200, headers }

/** A gateway in front of this function, and the answer to POST /chat/stream. */
async function ask(handler: StreamHandler) {
  const gateway = createGateway({
    handler: () => Promise.reject(new Error('Only the stream is called.')),
    streamHandler: awslambda.streamifyResponse(handler),
    keyIdOf: () => undefined,
    authorize: () => undefined,
    onViolation: () => undefined,
  })
  const server = createServer((message, response) => void gateway(message, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const { port } = server.address() as AddressInfo
  const sent = request({ port, method: 'POST', path: '/chat/stream', headers: { 'content-type': 'application/json' } })
  sent.on('error', () => undefined)
  sent.end('{"message":"x"}')
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { response, leave: () => sent.destroy() }
}

const from = (output: Writable) => awslambda.HttpResponseStream.from(output, prelude)

test('pieces arrive while the function is still working', async () => {
  let finish: () => void = () => undefined
  const { response } = await ask(async (_event, output) => {
    const answer = from(output)
    answer.write('event: text\n')
    await new Promise<void>((resolve) => (finish = resolve))
    answer.end('data: {}\n\n')
  })
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/event-stream'])
  const [first] = (await once(response, 'data')) as [Buffer]
  expect(first.toString()).toBe('event: text\n')
  finish()
  expect(await text(response)).toBe('data: {}\n\n')
})

test('the prelude may come in pieces, together with the payload', async () => {
  const { response } = await ask(async (_event, output) => {
    const bytes = Buffer.concat([Buffer.from(JSON.stringify(prelude)), Buffer.alloc(8), Buffer.from('data: 1\n\n')])
    for (const byte of bytes) output.write(Buffer.from([byte]))
    await Promise.resolve()
    output.end()
  })
  expect(response.statusCode).toBe(200)
  expect(await text(response)).toBe('data: 1\n\n')
})

test('a problem is an ordinary answer, with its length', async () => {
  const { response } = await ask(async (_event, output) => {
    const type = { 'Content-Type': 'application/problem+json' }
    awslambda.HttpResponseStream.from(output, { statusCode: 401, headers: type }).end('{"status":401}')
    await Promise.resolve()
  })
  expect([response.statusCode, response.headers['content-length']]).toEqual([401, '14'])
})

test.each<[string, StreamHandler]>([
  ['fails before its prelude', () => Promise.reject(new Error('No.'))],
  [
    'writes no delimiter within 16 KB',
    async (_event, output) => {
      output.end('x'.repeat(20_000))
      await Promise.resolve()
    },
  ],
  [
    'writes a prelude that is no JSON',
    async (_event, output) => {
      output.end(Buffer.concat([Buffer.from('x'), Buffer.alloc(8)]))
      await Promise.resolve()
    },
  ],
])('a function that %s is a 502 of the gateway', async (_what, handler) => {
  expect((await ask(handler)).response.statusCode).toBe(502)
})

test('a caller who leaves closes the stream of the function', async () => {
  let closed: Promise<unknown> = Promise.resolve()
  const { response, leave } = await ask(async (_event, output) => {
    closed = once(output, 'close')
    from(output).write('event: text\n')
    await closed
  })
  await once(response, 'data')
  leave()
  await closed
})

test('a slow reader holds the function up', async () => {
  let written = 0
  const { response } = await ask(async (_event, output) => {
    const answer = from(output)
    const piece = 'x'.repeat(1024)
    while (written < 64 * 1024 && !output.destroyed) {
      written += 1
      if (!answer.write(piece)) await Promise.race([once(answer, 'drain'), once(answer, 'close')])
    }
    answer.end()
  })
  response.pause()
  // The sockets of both sides hold a few MB. The function stands still long before its 64 MB.
  let before = -1
  while (before !== written) {
    before = written
    await sleep(100)
  }
  expect(written).toBeLessThan(16 * 1024)
})
