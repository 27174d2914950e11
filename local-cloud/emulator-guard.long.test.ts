// Heads and bodies that do not end, at each port of the local cloud, with the real time limit of 30 s.
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulators } from '../testing/emulators.ts'
import { bodyMilliseconds } from './emulator-guard.ts'
import { startDynamoDB } from './emulators/dynamodb/index.ts'
import { startFrontServer } from './front-server.ts'

let emulators: Awaited<ReturnType<typeof startEmulators>>
let dynalite: Awaited<ReturnType<typeof startDynamoDB>>
let front: Awaited<ReturnType<typeof startFrontServer>>
let directory: string
beforeAll(async () => {
  emulators = await startEmulators()
  directory = await mkdtemp(join(tmpdir(), 'guard-'))
  dynalite = await startDynamoDB({ directory })
  front = await startFrontServer({ host: '127.0.0.1', port: 0 })
  front.serve((request) => void request.resume())
})
afterAll(async () => {
  await Promise.all([emulators.close(), dynalite.close(), front.close()])
  await rm(directory, { recursive: true })
})

const preface = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]),
])
const head = (method: string, path: string) => `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n`
const slowBody = (path: string, method = 'POST') =>
  `${head(method, path)}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nabc`
const slowHead = `${head('POST', '/')}X-Slow: `

/** What the server sends until it ends the connection. */
async function answerOf(url: string, bytes: string | Uint8Array): Promise<{ milliseconds: number; answer: string }> {
  const started = Date.now()
  // A client that is still sending: its side stays open.
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port), allowHalfOpen: true })
  socket.write(bytes)
  const answer = await text(socket)
  socket.destroy()
  return { milliseconds: Date.now() - started, answer }
}

test('every port ends them', { timeout: 3 * bodyMilliseconds }, async () => {
  const { DynamoDB, 'Step Functions': states, S3, Cognito, Bedrock } = emulators.addresses
  const plain: [string, string, string][] = [
    ['DynamoDB', DynamoDB, slowBody('/')],
    ['dynalite', dynalite.url, slowBody('/')],
    ['Step Functions', states, slowBody('/')],
    ['Cognito', Cognito, slowBody('/oauth2/token')],
    ['the front', front.url, slowBody('/cases')],
  ]
  const ends = await Promise.all([
    ...plain.flatMap(([name, url, body]) =>
      [body, slowHead].map(async (bytes) => ({ name, ...(await answerOf(url, bytes)), said: /^HTTP\/1.1 408 / })),
    ),
    ...[slowHead].map(async (bytes) => ({ name: 'S3', ...(await answerOf(S3, bytes)), said: /RequestTimeout/ })),
    ...[preface].map(async (bytes) => ({ name: 'Bedrock', ...(await answerOf(Bedrock, bytes)), said: /^/ })),
  ])
  for (const { name, milliseconds, answer, said } of ends) {
    expect(answer, name).toMatch(said)
    expect(milliseconds, name).toBeGreaterThan(bodyMilliseconds - 1000)
  }
  expect(ends).toHaveLength(12)
})
