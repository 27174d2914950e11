// Streams of the local cloud as its user runs it: their order, many slow readers, and a reader who leaves.
// `npm run test:long` runs this file.
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'

const minute = 60_000
const message = 'How do I create a case?'

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let url: URL
beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({ env: { DATA_DIR: data.path, BEDROCK_MODEL_ID: 'local.slow-writer', LOG_FORMAT: 'json' } })
  url = new URL(await cloud.ready())
})
afterAll(async () => {
  await cloud.kill()
  await data.remove()
})

const ask = (signal?: AbortSignal) =>
  fetch(new URL('/chat/stream', url), {
    method: 'POST',
    headers: { ...data.user, 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
    ...(signal && { signal }),
  })

type Line = { requestId: string; timestamp: string; left?: boolean; durationMs: number }

/** The line of a request, which is written when its stream has ended. */
async function lineOf(requestId: string | null): Promise<Line> {
  for (;;) {
    const found = cloud
      .stdout()
      .split('\n')
      .find((line) => line.includes('"message":"request"') && line.includes(String(requestId)))
    // Safe cast: the log is JSON.
    if (found !== undefined) return JSON.parse(found) as Line
    await sleep(5)
  }
}

test('the first piece is there before the last one is made', { timeout: minute }, async () => {
  const started = Date.now()
  const response = await ask()
  const reader = response.body?.getReader()
  await reader?.read()
  const first = Date.now()
  while ((await reader?.read())?.done === false);
  const { timestamp } = await lineOf(response.headers.get('x-request-id'))
  const whole = Date.parse(timestamp) - started
  console.log({ first: first - started, whole })
  expect(first).toBeLessThan(Date.parse(timestamp))
  expect((first - started) / whole).toBeLessThanOrEqual(0.2)
})

test('a reader who leaves ends the work of the model', { timeout: minute }, async () => {
  const leaving = new AbortController()
  const response = await ask(leaving.signal)
  await response.body?.getReader().read()
  leaving.abort()
  const at = Date.now()
  const line = await lineOf(response.headers.get('x-request-id'))
  console.log({ milliseconds: Date.parse(line.timestamp) - at })
  expect(line).toMatchObject({ left: true })
})

const readers = 200
const mostMegabytes = 60

const memory = async () => {
  const status = await readFile(`/proc/${String(cloud.pid)}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024
}

/** A reader with the smallest pace: a few bytes now and then. */
function open(): Socket {
  const body = JSON.stringify({ message })
  const head = [
    'POST /chat/stream HTTP/1.1',
    `Host: ${url.host}`,
    `Authorization: ${data.user.authorization}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  const socket = connect(Number(url.port), url.hostname)
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  // Nothing is read before somebody asks for it.
  socket.on('readable', () => undefined)
  return socket
}

test(`${readers} slow readers need at most ${mostMegabytes} MB more`, { timeout: 3 * minute }, async () => {
  // The first answers load what all of them need.
  for (let count = 0; count < 5; count += 1) await (await ask()).text()
  const before = await memory()
  const sockets = Array.from({ length: readers }, open)
  let most = 0
  let begun = 0
  const until = Date.now() + 20_000
  const seen = new Set<Socket>()
  while (Date.now() < until) {
    for (const socket of sockets) if (socket.read(64) !== null) seen.add(socket)
    begun = seen.size
    most = Math.max(most, await memory())
    await sleep(100)
  }
  for (const socket of sockets) socket.destroy()
  console.log({ before, most, more: most - before })
  expect(begun).toBe(readers)
  expect(most - before).toBeLessThanOrEqual(mostMegabytes)
  // The service answers as before.
  expect((await ask()).status).toBe(200)
})
