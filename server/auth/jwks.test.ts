import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../app.ts'
import { createDependencies } from '../dependencies.ts'
import { jwks } from '../../local-cloud/emulators/cognito/index.ts'
import { createFakeTokens } from '../../testing/fake-tokens.ts'
import { openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

let door: FrontDoor
let forge: ReturnType<typeof createFakeTokens>
beforeAll(async () => {
  door = await openFrontDoor()
  forge = createFakeTokens(door.key)
})
afterAll(() => door.close())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A Cognito that answers as it is told, and an app that gets its keys there. */
async function openPool(answer: RequestListener) {
  const pool = { answer, asked: 0, status: (_token: string) => Promise.resolve(0), close: () => Promise.resolve() }
  const server = createServer((request, response) => {
    pool.asked += 1
    pool.answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  const app = createApp(createDependencies({ ...process.env, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint }))
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
const strange = (n: number) => forge.byStranger({ kid: `key-${n}` })

test('a flood of tokens that name unknown keys fetches the keys once a minute', async () => {
  const pool = await openPool(good)
  for (let n = 0; n < 30; n += 1) expect(await pool.status(strange(n))).toBe(401)
  await Promise.all(Array.from({ length: 30 }, (_, n) => pool.status(strange(n + 100))))
  expect(pool.asked).toBe(1)
  expect(await pool.status(door.idToken())).toBe(200)

  for (let seconds = 0; seconds < 59; seconds += 1) {
    vi.advanceTimersByTime(1000)
    expect(await pool.status(strange(seconds))).toBe(401)
  }
  expect(pool.asked).toBe(1)
  vi.advanceTimersByTime(11_000)
  for (let n = 0; n < 10; n += 1) expect(await pool.status(strange(n))).toBe(401)
  expect(pool.asked).toBe(2)
  await pool.close()
})

test('a key that the pool adds is accepted a minute later', async () => {
  const pool = await openPool(good)
  expect(await pool.status(door.idToken())).toBe(200)
  const byNewKey = forge.idToken({}, { kid: 'new' })
  expect(await pool.status(byNewKey)).toBe(401)
  pool.answer = (_, response) => {
    const { keys } = jwks(door.key)
    response.end(JSON.stringify({ keys: [...keys, ...keys.map((key) => ({ ...key, kid: 'new' }))] }))
  }
  vi.advanceTimersByTime(61_000)
  expect(await pool.status(byNewKey)).toBe(200)
  await pool.close()
})

const useless: Record<string, RequestListener> = {
  'an error': (_, response) => response.writeHead(503).end(),
  'a page': (_, response) => response.end('<html>Sign in to the hotel network</html>'),
  'JSON that holds no keys': (_, response) => response.end('{"message":"Not Found"}'),
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
    expect(await pool.status(door.idToken())).toBe(500)
    expect(await pool.status(strange(1))).toBe(500)
    expect(await pool.status(door.idToken())).toBe(500)
    pool.answer = good
    vi.advanceTimersByTime(1000)
    expect(await pool.status(door.idToken())).toBe(200)
    await pool.close()
  },
)

test('while the keys cannot be had, they are asked for once a second', async () => {
  const pool = await openPool((_, response) => response.writeHead(503).end())
  for (let n = 0; n < 30; n += 1) expect(await pool.status(strange(n))).toBe(500)
  expect(pool.asked).toBe(1)
  vi.advanceTimersByTime(1000)
  expect(await pool.status(strange(0))).toBe(500)
  expect(pool.asked).toBe(2)
  await pool.close()
})
