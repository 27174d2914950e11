// The live events: changes, signs of life, the limit of readers, and a clean end.
import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { listen, stop, stopNow } from '../../listen.ts'
import { createLive } from './live.ts'

let server: Server
let live: ReturnType<typeof createLive>
afterEach(() => stopNow(server))

async function serve(options: Parameters<typeof createLive>[0]) {
  live = createLive(options)
  server = createServer((_, response) => {
    if (!live.open(response, {})) response.writeHead(503).end()
  })
  return listen(server)
}

/** Opens a stream; `until` reads it until the text has come, `end` to its end. */
async function open(url: string) {
  const abort = new AbortController()
  const { status, headers, body } = await fetch(url, { signal: abort.signal })
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (wanted: string) => {
    while (!text.includes(wanted)) {
      const read = await reader?.read()
      if (!read || read.done) throw new Error(`The stream ended after ${text}`)
      text += read.value
    }
    return text
  }
  const end = async () => {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) text += read.value
    return text
  }
  return { status, headers, until, end, leave: () => abort.abort() }
}

test('each reader learns of each kind of change once, however often it changed', async () => {
  const url = await serve({ pauseMilliseconds: 20 })
  const readers = await Promise.all([open(url), open(url)])
  for (const change of ['tables', 'tables', 'requests', 'tables'] as const) live.tell(change)
  for (const { headers, until } of readers) {
    expect(headers.get('content-type')).toBe('text/event-stream')
    const text = await until('event: requests\ndata: \n\n')
    expect(text.match(/event: tables\ndata: \n\n/g)).toHaveLength(1)
  }
})

test('a silent stream has signs of life', async () => {
  const { until } = await open(await serve({ heartbeatMilliseconds: 10 }))
  await until(': alive\n\n: alive\n\n')
})

test('there are no more readers than the limit, and a place is free again when a reader leaves', async () => {
  const url = await serve({ maxStreams: 2 })
  const [first] = await Promise.all([open(url), open(url)])
  expect((await open(url)).status).toBe(503)
  expect(live.readers()).toBe(2)
  first.leave()
  await expect.poll(() => live.readers()).toBe(1)
  expect((await open(url)).status).toBe(200)
})

test('at the end the streams end whole, the server stops, and nobody comes in any more', async () => {
  const url = await serve({})
  const readers = await Promise.all([open(url), open(url)])
  live.close()
  const ended = await Promise.all(readers.map(({ end }) => end()))
  expect(ended).toEqual(['retry: 2000\n\n', 'retry: 2000\n\n'])
  expect((await open(url)).status).toBe(503)
  await stop(server)
  expect(server.listening).toBe(false)
})
