// Slow uploads: a slow network is no reason to end one, and a body that stands still is.
import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucket, signedFetch, signedHeaders, startTestServer, type TestServer } from './test-server.ts'

const milliseconds = 300

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ bodyTime: milliseconds })
})
afterAll(() => server.close())

type Slow = { method?: string; length: number; part: number; pause: number }

/** Sends a body in parts, with a pause after each, until the connection ends. */
async function sendSlowly(key: string, { method = 'PUT', length, part, pause }: Slow) {
  const path = `/${bucket}/${key}`
  const headers = await signedHeaders(server.url(), { method, path, headers: { 'content-length': String(length) } })
  const allSent = Promise.withResolvers<boolean>()
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(server.url() + path, { method, headers }, (response) => {
      void text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
    sent.on('error', reject)
    let isOpen = true
    // The request knows that it is closed before it counts as destroyed.
    const closed = once(sent, 'close')
      .catch(() => undefined)
      .then(() => (isOpen = false))
    void (async () => {
      for (let n = 0; n < length / part && isOpen; n += 1) {
        sent.write(Buffer.alloc(part))
        await Promise.race([sleep(pause, undefined, { ref: false }), closed])
      }
      allSent.resolve(isOpen)
      sent.end()
    })()
  })
  return {
    ...(await answer.catch((error: Error) => ({ status: 0, body: error.message }))),
    allSent: await allSent.promise,
  }
}

test('an upload that takes longer than a request may is stored', async () => {
  // 15 parts, so 900 ms at least.
  const answer = await sendSlowly('slow', { length: 30_000, part: 2000, pause: 60 })
  expect(answer.status).toBe(200)
  const stored = await signedFetch(server.url(), { path: `/${bucket}/slow` })
  expect((await stored.arrayBuffer()).byteLength).toBe(30_000)
})

test.each([
  ['stands still', { length: 30_000, part: 20_000, pause: 60_000 }],
  ['drips', { length: 100, part: 1, pause: 20 }],
])('a body that %s ends, and nothing is stored', async (_, slow) => {
  const answer = await sendSlowly('late', slow)
  expect(answer.status).toBe(400)
  expect(answer.body).toContain('<Code>RequestTimeout</Code>')
  expect((await signedFetch(server.url(), { path: `/${bucket}/late` })).status).toBe(404)
})

test('the rest of a body that nobody reads ends', async () => {
  const answer = await sendSlowly('unread', { method: 'DELETE', length: 100, part: 1, pause: 20 })
  expect(answer).toMatchObject({ status: 204, allSent: false })
})
