// Requests that do not end: neither a body nor a head keeps a connection of the Bedrock emulator for ever.
import { once } from 'node:events'
import { connect, type ClientHttp2Session } from 'node:http2'
import { connect as connectSocket } from 'node:net'
import { text } from 'node:stream/consumers'
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBedrock } from './index.ts'

const milliseconds = 200

let bedrock: Awaited<ReturnType<typeof startBedrock>>
beforeAll(async () => {
  bedrock = await startBedrock({ milliseconds })
})
afterAll(() => bedrock.close())

const request = (session: ClientHttp2Session) =>
  session.request({ ':method': 'POST', ':path': '/model/m/converse', 'content-type': 'application/json' })

test('a body that does not end is a 408 of AWS', async () => {
  const session = connect(bedrock.url)
  const stream = request(session)
  stream.write('{"messages"')
  const [headers] = (await once(stream, 'response')) as [Record<string, unknown>]
  expect(headers).toMatchObject({ ':status': 408, 'x-amzn-errortype': 'RequestTimeoutException' })
  expect(await text(stream)).toContain('did not end in time')
  session.destroy()
})

/** The preface of HTTP/2, an empty SETTINGS frame, and the first byte of a HEADERS frame of 100 bytes (RFC 9113, 3.4 and 4.1). */
const slowHead = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]),
  Buffer.from([0, 0, 100, 1, 4, 0, 0, 0, 1, 0x83]),
])

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a head that does not end', slowHead],
])('a connection that sends %s is ended', async (_, bytes) => {
  const socket = connectSocket(Number(new URL(bedrock.url).port))
  if (bytes.length > 0) socket.write(bytes)
  socket.resume()
  await once(socket, 'close')
})

test('the AWS client goes on after a connection that stood still', async () => {
  const client = new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: bedrock.url,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })
  const messages = [{ role: 'user' as const, content: [{ text: 'Hello' }] }]
  for (const pause of [2 * milliseconds, 0]) {
    const answer = await client.send(new ConverseCommand({ modelId: 'm', messages }))
    expect(answer.stopReason).toBe('end_turn')
    await sleep(pause)
  }
  client.destroy()
})
