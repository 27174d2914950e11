// Priming: the first request finds the keys and the connection, and nothing that fails while they are fetched is noticed.
import { createServer, type RequestListener } from 'node:http'
import { connect, createServer as createTcpServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { listen, stopNow } from '../local-cloud/listen.ts'
import { jwks } from '../local-cloud/emulators/cognito/index.ts'
import { awsCallsOf } from '../testing/aws-calls.ts'
import { openFrontDoor, type FrontDoor } from '../testing/front-door.ts'
import { createApp } from './app.ts'
import { createDependencies } from './dependencies.ts'
import { prime } from './priming.ts'

let door: FrontDoor
beforeAll(async () => {
  door = await openFrontDoor()
})
afterAll(() => door.close())
afterEach(() => vi.useRealTimers())

/** A pool that counts how often its keys are asked for, and an app that has not started yet. */
async function openPool(first?: RequestListener, environment: Record<string, string> = {}) {
  const pool = { asked: 0 }
  const server = createServer((request, response) => {
    pool.asked += 1
    if (pool.asked === 1 && first) first(request, response)
    else response.end(JSON.stringify(jwks(door.key)))
  })
  const endpoint = await listen(server)
  const env = { ...process.env, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint, ...environment }
  const dependencies = createDependencies(env)
  const app = createApp(dependencies)
  const send = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${door.idToken()}`, 'content-type': 'application/json' }
    const text = body && { body: Buffer.from(JSON.stringify(body)) }
    return (await app({ method, path, query: {}, headers, requestId: 'test', ...text })).status
  }
  const getCase = () => send('GET', '/cases/0b7c4a3e-5d1f-4c27-9a75-1f0e2d3c4b5a')
  return { pool, dependencies, send, getCase, close: () => stopNow(server) }
}

test('the first request after priming fetches no keys, and no request has a call more', async () => {
  const { pool, dependencies, getCase, close } = await openPool()
  expect((await awsCallsOf(() => prime(dependencies))).calls).toEqual(['GetItem'])
  expect(pool.asked).toBe(1)
  for (let n = 0; n < 3; n += 1) {
    expect(await awsCallsOf(getCase)).toEqual({ calls: ['GetItem'], result: 404 })
  }
  expect(pool.asked).toBe(1)
  await close()
})

test('without priming nothing is fetched before the first request', async () => {
  const { pool, getCase, close } = await openPool()
  expect(pool.asked).toBe(0)
  expect(await getCase()).toBe(404)
  expect(pool.asked).toBe(1)
  await close()
})

test.each<[string, RequestListener]>([
  ['refuses', (_, response) => response.writeHead(500).end()],
  ['answers nonsense', (_, response) => response.end('{"keys":[]}')],
  ['breaks the connection', (request) => request.socket.destroy()],
])('a pool that %s while the function starts: the first request asks again at once', async (_, answer) => {
  const { pool, dependencies, getCase, close } = await openPool(answer)
  await prime(dependencies)
  expect(await getCase()).toBe(404)
  expect(pool.asked).toBe(2)
  await close()
})

test('a table that cannot be reached does not fail the start', async () => {
  const { dependencies, getCase, close } = await openPool()
  await prime({ ...dependencies, primeTables: () => Promise.reject(new Error('unreachable')) })
  expect(await getCase()).toBe(404)
  await close()
})

/** DynamoDB behind connections that can be ended. */
async function openTables() {
  const { hostname, port } = new URL(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '')
  const opened: Socket[] = []
  const server = createTcpServer((socket) => {
    opened.push(socket)
    const through = connect(Number(port), hostname)
    for (const end of [socket, through]) end.on('error', () => end.destroy())
    through.on('close', () => socket.destroy())
    socket.on('close', () => through.destroy())
    socket.pipe(through).pipe(socket)
  })
  const close = async () => {
    opened.forEach((socket) => socket.destroy())
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: await listen(server), opened, close }
}

/** Lambda can stop a primed function for minutes before its first request. */
test.each<[string, (socket: Socket) => unknown]>([
  ['ended', (socket) => socket.end()],
  ['reset', (socket) => socket.resetAndDestroy()],
  [
    'given up: it resets at the next byte',
    (socket) =>
      socket
        .unpipe()
        .once('data', () => socket.resetAndDestroy())
        .resume(),
  ],
])('the first requests get their answers on a connection that DynamoDB has %s', async (_, end) => {
  const tables = await openTables()
  const { dependencies, send, getCase, close } = await openPool(undefined, { AWS_ENDPOINT_URL_DYNAMODB: tables.url })
  await prime(dependencies)
  expect(tables.opened).toHaveLength(1)
  tables.opened.forEach(end)
  expect(await send('POST', '/cases', { description: 'The first.' })).toBe(201)
  expect(await getCase()).toBe(404)
  expect(tables.opened.length).toBeGreaterThan(1)
  await close()
  await tables.close()
})

test('a dependency that hangs does not hold the start up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const hangs = () => new Promise<void>(() => undefined)
  const primed = prime({ primeKeys: hangs, primeTables: hangs })
  await vi.advanceTimersByTimeAsync(2000)
  await primed
})

test('it is a setting', () => {
  const isPrimed = (PRIME: string) => createDependencies({ ...process.env, PRIME }).isPrimed
  expect([isPrimed('true'), isPrimed('false'), isPrimed('')]).toEqual([true, false, false])
})
