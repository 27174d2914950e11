// The load test: what it sends, what it counts, and what it says.
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen, stopNow } from '../../local-cloud/listen.ts'
import { model } from '../model.ts'
import { loadRequests } from './load-requests.ts'
import { run } from './load.ts'
import { readLoad } from './options.ts'
import { reportOf } from './report.ts'

const program = fileURLToPath(new URL('main.ts', import.meta.url))
let url: string
let seen: { path: string; authorization: string | undefined }[]
const problem = (slug: string) => JSON.stringify({ type: `/docs/problems/${slug}` })
const server = createServer(({ url: path = '', headers }, response) => {
  seen.push({ path, authorization: headers.authorization })
  if (path.startsWith('/busy')) response.writeHead(429).end(problem('too-many-requests'))
  else if (path.startsWith('/broken')) response.writeHead(502).end('<html>')
  else if (path.startsWith('/cut')) response.destroy()
  else response.writeHead(200).end('{}')
})
beforeAll(async () => {
  url = await listen(server)
})
afterAll(() => stopNow(server))
beforeEach(() => (seen = []))

const get = (path: string) => ({ method: 'GET', path, headers: {} })
const load = { rate: 40, seconds: 1, connections: 5 }

test('answers are counted by status, and errors by their type', async () => {
  const requests = [get('/fine'), get('/busy'), get('/broken'), get('/fine?limit=2')]
  const measured = await run({ url, requests, ...load })
  expect(Object.keys(measured.statuses)).toEqual(['200', '429', '502'])
  expect(Object.keys(measured.errors).sort()).toEqual(['429 too-many-requests', '502'])
  expect(measured.errors['502']).toBe(measured.statuses['502'])
  expect(measured.sent).toBeGreaterThan(20)
  // Not as fast as it can: each second that began allows as many as the rate, and a busy machine ends a load late.
  expect(measured.sent).toBeLessThanOrEqual(load.rate * (Math.ceil(measured.seconds) + 1))
  const { p50, p99, max } = measured.percentiles
  expect(p50).toBeLessThanOrEqual(p99)
  expect(p99).toBeLessThanOrEqual(max)
  const report = reportOf(measured)
  expect(report).toMatch(/^\d+ requests answered in \d\.\d s, [\d.]+ a second\n/)
  expect(report).toMatch(/errors by type\n {2}\S+ ?\S* +\d+\n/)
  for (const label of ['median', '90 %', '97.5 %', '99 %', '99.9 %', 'slowest']) expect(report).toContain(`  ${label} `)
})

test('what the end cut off is no error, and does not count for the rate', () => {
  const percentiles = { p50: 1, p90: 1, p97_5: 1, p99: 1, p99_9: 1, max: 1 }
  const errors = { '404 not-found': 6, 'connection closed': 4 }
  const report = reportOf({ sent: 80, seconds: 3, statuses: { 200: 54, 404: 6 }, errors, percentiles })
  expect(report).toMatch(/^60 requests answered in 3\.0 s, 20\.0 a second\n16 more were under way at the end/)
})

test('a connection that breaks is an error of its own', async () => {
  const { errors } = await run({ url, requests: [get('/cut')], ...load, rate: 5 })
  expect(errors['connection closed']).toBeGreaterThan(0)
})

test('without paths it sends the reads of the contract that this caller may send', () => {
  const paths = (wanted: object) => loadRequests(model.operations, wanted).map(({ path }) => path)
  const reads = model.operations.filter(
    ({ method, path, protocol }) => method === 'get' && !/[{]|\.json$|well-known/.test(path) && !protocol,
  )
  const isFree = reads.some(({ caller }) => caller === 'anyone')
  if (!isFree) expect(() => paths({})).toThrow('The contract has no read that anyone may send')
  const [anyone, user] = [isFree ? paths({}) : [], paths({ token: 't' })]
  for (const path of [...anyone, ...user]) expect(path).not.toMatch(/[{]|\.json$|well-known/)
  for (const { path, caller } of reads) {
    expect(anyone.includes(path), path).toBe(caller === 'anyone')
    expect(user.includes(path), path).toBe(caller !== 'apiKey')
  }
})

test('a token and a key are options too', () => {
  const given = readLoad(['--url', 'http://localhost:1', '--path', '/a', '--token', 't', '--api-key', 'k'])
  expect(given?.load.requests[0]?.headers).toEqual({ authorization: 'Bearer t', 'x-api-key': 'k' })
})

test('a token and a key are sent along', () => {
  expect(loadRequests(model.operations, { paths: ['/a'], token: 't', apiKey: 'k' })).toEqual([
    { method: 'GET', path: '/a', headers: { authorization: 'Bearer t', 'x-api-key': 'k' } },
  ])
})

test('the command sends the load, and prints the report', async () => {
  const args = ['--url', `${url}/`, '--rate', '20', '--seconds', '1', '--path', '/fine', '--json']
  // The list of processes shows arguments, and no environment.
  const env = { ...process.env, TOKEN: 'abc' }
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { env })
  expect(JSON.parse(stdout)).toMatchObject({ errors: {}, statuses: { 200: expect.any(Number) as number } })
  const fine = seen.filter(({ path }) => path === '/fine')
  expect(fine.length).toBeGreaterThan(10)
  expect(fine.every(({ authorization }) => authorization === 'Bearer abc')).toBe(true)
})

test.each([
  [[], 'Say where: --url'],
  [['--url', 'localhost:3000'], '--url must be an address'],
  [['--url', 'ftp://x'], '--url must be an address'],
  [['--url', 'http://x', '--rate', '0'], "--rate must be a whole number from 1 to 10000, not '0'"],
  [['--url', 'http://x', '--rate', '1e3'], '--rate must be a whole number'],
  [['--url', 'http://x', '--seconds', '-1'], 'argument is ambiguous'],
  [['--url', 'http://x', '--seconds', '9999'], '--seconds must be a whole number from 1 to 3600'],
  [['--url', 'http://x', '--path', 'events'], '--path must begin with /'],
  [['--url', 'http://x', '--path', '/a b'], '--path must begin with /'],
  [['--url', 'http://x', '--speed', '1'], "Unknown option '--speed'"],
])('%j is refused', (args, sentence) => {
  expect(() => readLoad(args)).toThrow(sentence)
})

test('nothing is sent to an address where nothing answers', async () => {
  const args = ['--url', 'http://127.0.0.1:1', '--path', '/a']
  const failed = await promisify(execFile)(process.execPath, [program, ...args]).catch((error: unknown) => error)
  expect(failed).toMatchObject({ code: 1, stderr: 'load: Nothing answers at http://127.0.0.1:1.\n' })
})
