// The cache of the user pool's keys: when it asks Cognito, and what happens when Cognito fails.
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../app.ts'
import { createDependencies } from '../dependencies.ts'
import { jwks } from '../../local-cloud/emulators/cognito/index.ts'
import { createFakeTokens } from '../../testing/fake-tokens.ts'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

let door: FrontDoor
let fake: ReturnType<typeof createFakeTokens>
beforeAll(async () => {
  door = await openFrontDoor()
  fake = createFakeTokens(door.key)
})
afterAll(() => door.close())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A fake Cognito with the given answers, and an app that fetches its keys there. */
async function openPool(answer: RequestListener, deadline?: number) {
  const pool = { answer, asked: 0, status: (_token: string) => Promise.resolve(0), close: () => Promise.resolve() }
  const server = createServer((request, response) => {
    pool.asked += 1
    pool.answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  const environment = { ...process.env, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint }
  const app = createApp(createDependencies(environment, deadline === undefined ? {} : { Cognito: deadline }))
  pool.status = async (token) => {
    const headers = { authorization: `Bearer ${token}` }
    return (await app({ method: 'GET', path: '/status', query: {}, headers, requestId: 'test' })).status
  }
  pool.close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return pool
}

const good: RequestListener = (_, response) => response.end(JSON.stringify(jwks(door.key)))
const strange = (n: number) => fake.byStranger({ kid: `key-${n}` })

test('a flood of tokens that name unknown keys fetches the keys once in 5 s', async () => {
  const pool = await openPool(good)
  for (let n = 0; n < 30; n += 1) expect(await pool.status(strange(n))).toBe(401)
  await Promise.all(Array.from({ length: 30 }, (_, n) => pool.status(strange(n + 100))))
  expect(pool.asked).toBe(1)
  expect(await pool.status(door.idToken())).toBe(200)

  for (let seconds = 0; seconds < 4; seconds += 1) {
    vi.advanceTimersByTime(1000)
    expect(await pool.status(strange(seconds))).toBe(401)
  }
  expect(pool.asked).toBe(1)
  vi.advanceTimersByTime(1000)
  await Promise.all(Array.from({ length: 30 }, (_, n) => pool.status(strange(n))))
  for (let n = 0; n < 10; n += 1) expect(await pool.status(strange(n))).toBe(401)
  expect(pool.asked).toBe(2)
  await pool.close()
})

/** Answers with the pool's key under these ids. */
const withKeys =
  (...ids: string[]): RequestListener =>
  (_, response) => {
    const { keys } = jwks(door.key)
    response.end(JSON.stringify({ keys: ids.flatMap((kid) => keys.map((key) => ({ ...key, kid }))) }))
  }
const signedBy = (kid: string) => fake.idToken({}, { kid })

test('a key that the pool adds is accepted at once, also by tokens that come together', async () => {
  const pool = await openPool(withKeys('old'))
  expect(await pool.status(signedBy('old'))).toBe(200)
  pool.answer = withKeys('old', 'new')
  const statuses = await Promise.all(Array.from({ length: 10 }, () => pool.status(signedBy('new'))))
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(await pool.status(signedBy('old'))).toBe(200)
  expect(pool.asked).toBe(2)
  await pool.close()
})

test('a key that the pool adds while its keys are being fetched is accepted too', async () => {
  const pool = await openPool(withKeys('old'))
  expect(await pool.status(signedBy('old'))).toBe(200)
  vi.advanceTimersByTime(5 * 60_000)
  let answerOld: (() => void) | undefined
  pool.answer = (request, response) => void (answerOld = () => withKeys('old')(request, response))
  expect(await pool.status(signedBy('old'))).toBe(200)
  await vi.waitUntil(() => answerOld)
  const pending = pool.status(signedBy('new'))
  pool.answer = withKeys('old', 'new')
  answerOld?.()
  expect(await pending).toBe(200)
  await pool.close()
})

test('after a flood, a new key is accepted within 5 s', async () => {
  const pool = await openPool(withKeys('old'))
  expect(await pool.status(signedBy('old'))).toBe(200)
  expect(await pool.status(strange(1))).toBe(401)
  pool.answer = withKeys('new')
  vi.advanceTimersByTime(4999)
  expect(await pool.status(signedBy('new'))).toBe(401)
  vi.advanceTimersByTime(1)
  expect(await pool.status(signedBy('new'))).toBe(200)
  await pool.close()
})

test.each<[string, RequestListener]>([
  ['the set without the key', withKeys('new')],
  [
    'another key under the same id',
    (_, response) => {
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
      response.end(
        JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'old', use: 'sig', alg: 'RS256' }] }),
      )
    },
  ],
])('a key that left the pool is trusted for at most 10 minutes more: %s', async (_, rotated) => {
  const pool = await openPool(withKeys('old'))
  const token = signedBy('old')
  expect(await pool.status(token)).toBe(200)
  pool.answer = rotated
  vi.advanceTimersByTime(299_000)
  expect(await pool.status(token)).toBe(200)
  expect(pool.asked).toBe(1)
  vi.advanceTimersByTime(301_000)
  expect(await pool.status(token)).toBe(401)
  expect(await pool.status(fake.idToken({ email: 'other@example.com' }, { kid: 'old' }))).toBe(401)
  await pool.close()
})

test('from the fifth minute the keys are refreshed without a wait, and a remembered token is verified again', async () => {
  const pool = await openPool(withKeys('old'))
  const token = signedBy('old')
  expect(await pool.status(token)).toBe(200)
  pool.answer = withKeys('new')
  vi.advanceTimersByTime(300_000)
  // This request starts the refresh.
  expect(await pool.status(token)).toBe(200)
  await vi.waitUntil(async () => (await pool.status(token)) === 401)
  // The second fetch looked for the unknown key, or was the refresh itself.
  expect(pool.asked).toBeLessThanOrEqual(3)
  await pool.close()
})

test('a refresh that fails costs no request anything until the keys are 10 minutes old', async () => {
  const pool = await openPool(withKeys('old'))
  const token = signedBy('old')
  expect(await pool.status(token)).toBe(200)
  pool.answer = (_, response) => response.writeHead(500).end()
  for (let seconds = 300; seconds < 600; seconds += 20) {
    vi.advanceTimersByTime(seconds === 300 ? 300_000 : 20_000)
    expect(await pool.status(token), String(seconds)).toBe(200)
    if (seconds === 300) await vi.waitUntil(() => pool.asked > 1)
  }
  vi.advanceTimersByTime(20_000)
  expect(await pool.status(token)).toBe(503)
  pool.answer = withKeys('old')
  vi.advanceTimersByTime(5000)
  expect(await pool.status(token)).toBe(200)
  await pool.close()
})

test('an empty set does not replace a good one, and leaves open whether a key is unknown', async () => {
  const pool = await openPool(withKeys('old'))
  expect(await pool.status(signedBy('old'))).toBe(200)
  pool.answer = withKeys()
  expect(await pool.status(signedBy('new'))).toBe(503)
  expect(await pool.status(signedBy('new'))).toBe(503)
  expect(await pool.status(fake.idToken({ email: 'other@example.com' }, { kid: 'old' }))).toBe(200)
  expect(pool.asked).toBe(2)
  await pool.close()
})

test.each<[string, RequestListener]>([
  ['that does not answer', () => undefined],
  ['that sends a byte at a time', (_, response) => void drip(response)],
])('a pool %s is given up at the deadline, with a 504', async (_, answer) => {
  vi.useRealTimers()
  const pool = await openPool(answer, 300)
  const started = performance.now()
  const statuses = await Promise.all([1, 2, 3].map(() => pool.status(door.idToken())))
  expect(statuses).toEqual([504, 504, 504])
  expect(performance.now() - started).toBeLessThan(4000)
  await pool.close()
})

function drip(response: ServerResponse) {
  response.writeHead(200, { 'content-length': '1000000' })
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}

const useless: Record<string, RequestListener> = {
  'an error': (_, response) => response.writeHead(503).end(),
  'a page': (_, response) => response.end('<html>Sign in to the hotel network</html>'),
  'JSON that holds no keys': (_, response) => response.end('{"message":"Not Found"}'),
  'an empty set': (_, response) => response.end('{"keys":[]}'),
  'keys that are none': (_, response) => response.end('{"keys":[7]}'),
  'half an answer': (_, response) => {
    response.writeHead(200, { 'content-length': 1000 }).write('{"keys":[')
    setImmediate(() => response.destroy())
  },
  'a connection that ends': (request) => request.socket.destroy(),
}

test.each(Object.entries(useless))(
  '%s instead of the keys is no fault of the caller, and is over when it is over',
  async (_, answer) => {
    const pool = await openPool(answer)
    expect(await pool.status(door.idToken())).toBe(503)
    expect(await pool.status(strange(1))).toBe(503)
    expect(await pool.status(door.idToken())).toBe(503)
    pool.answer = good
    vi.advanceTimersByTime(1000)
    expect(await pool.status(door.idToken())).toBe(200)
    await pool.close()
  },
)

test('while the keys cannot be had, they are asked for once a second', async () => {
  const pool = await openPool((_, response) => response.writeHead(503).end())
  for (let n = 0; n < 30; n += 1) expect(await pool.status(strange(n))).toBe(503)
  expect(pool.asked).toBe(1)
  vi.advanceTimersByTime(1000)
  expect(await pool.status(strange(0))).toBe(503)
  expect(pool.asked).toBe(2)
  await pool.close()
})
