// The mock, started as `npm run mock` starts it, over HTTP.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestOf } from '../testing/curl.ts'
import { endMock, readyAt, spawnMock, type MockProcess } from '../testing/mock.ts'
import { answering, ownAddresses } from '../testing/own-addresses.ts'
import { modelOf, type Contract, type Operation } from '../codegen/model.ts'
import { curlSample } from '../codegen/docs/curl-sample.ts'

const model = modelOf(JSON.parse(await readFile('generated/openapi.json', 'utf8')) as Contract)

let mock: MockProcess
let url: string

beforeAll(async () => {
  const started = spawnMock()
  mock = started
  url = await readyAt(started)
}, 30_000)

afterAll(() => endMock(mock))

const json = { 'content-type': 'application/json' }
const user = { authorization: 'Bearer any-token' }

/** Sends the command of the docs to the mock. */
const send = async (operation: Operation) => {
  return fetch(await requestOf(curlSample(model, operation, url), { TOKEN: 'any-token', API_KEY: 'any-key' }))
}

/** The status and the example of the answer that the contract gives for success. */
const documented = ({ answers }: Operation) => {
  const success = answers.find(({ status }) => status >= 200 && status < 300)
  return { status: success?.status, body: success?.json?.examples[0] }
}

/** The URLs of files lead to the mock, and a page whose items are all shown has no next one. */
function asTheMockSays(body: unknown, shown: unknown): unknown {
  const own = () => expect.stringMatching(new RegExp(`^${url}/__mock/files/`)) as unknown
  const { nextCursor: _, ...rest } = (body ?? {}) as Json
  const { uploadUrl, expiresAt, key } = rest
  if (body === undefined || Array.isArray(body)) return body
  const files = (rest.files as Json[] | undefined)?.map((file) => ({ ...file, downloadUrl: own() }))
  if (uploadUrl === undefined) return { ...rest, ...(files && { files }) }
  expect((shown as Json).expiresAt).not.toBe(expiresAt)
  return {
    ...(shown as Json),
    method: rest.method,
    uploadUrl: own(),
    key: expect.stringContaining(String(key).split('/')[1] ?? ''),
  }
}
type Json = Record<string, unknown>

/** The examples of a stream's events, as they stand on the wire. Another end than the usual one is not played. */
const eventsOf = ({ successes: [success] }: Operation) => {
  const media = success?.content.find(({ events }) => events)
  // Safe cast: the linter holds the examples of events against their schema.
  const examples = (media?.examples ?? []) as { type: string }[]
  return examples
    .filter(({ type }) => type !== media?.events?.failure)
    .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    .join('')
}

test('a stream is wished to fail, as any other answer', async () => {
  const ask = (prefer: string) =>
    fetch(`${url}/chat/stream`, {
      ...post,
      headers: { ...post.headers, prefer },
      body: JSON.stringify({ message: 'Hi' }),
    })
  const refused = await ask('code=429')
  expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json'])
  expect(await refused.json()).toMatchObject({ status: 429, instance: '/chat/stream' })
  expect((await ask('code=200')).headers.get('content-type')).toBe('text/event-stream')
})

test.each(model.operations)('$operationId answers with its example', async (operation) => {
  const response = await send(operation)
  const text = await response.text()
  if (response.headers.get('content-type') === 'text/event-stream') {
    expect(text).toBe(eventsOf(operation))
    return
  }
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const { status, body: example } = documented(operation)
  expect({ status: response.status, body }).toEqual({ status, body: asTheMockSays(example, body) })
})

test('the created case can be read by a page of another origin', async () => {
  const response = await fetch(`${url}/cases`, {
    method: 'POST',
    headers: { ...json, ...user, origin: 'https://app.example' },
    body: JSON.stringify({ description: 'Broken kiosk' }),
  })
  expect(response.status).toBe(201)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('location')).toMatch(/^\/cases\//)
})

const post = { method: 'POST', headers: { ...json, ...user } }
const scoped = (scope: string) => {
  const now = Math.floor(Date.now() / 1000)
  const claims = { token_use: 'access', sub: 'p', iat: now, exp: now + 60, scope }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `Bearer ${part({ alg: 'RS256' })}.${part(claims)}.c2ln`
}

test.each<[string, number, string, string, RequestInit]>([
  ['no token', 401, 'This operation needs a token in Authorization: Bearer.', '/cases', {}],
  [
    'two words for a token',
    401,
    'Authorization must hold one bearer token.',
    '/cases',
    { headers: { authorization: 'Bearer a b' } },
  ],
  [
    'a scope that is missing',
    403,
    'This operation needs the scope frontdesk/write.',
    '/cases',
    { ...post, headers: { ...json, authorization: scoped('frontdesk/read') }, body: '{"description":"x"}' },
  ],
  ['no API key', 403, 'This operation needs an API key in x-api-key.', '/customers/c-1', {}],
  ['a missing field', 400, '/description is required', '/cases', { ...post, body: '{"metadata":{"a":"b"}}' }],
  [
    'a wrong member beside it',
    400,
    '/metadata/a must be string',
    '/cases',
    { ...post, body: '{"description":"x","metadata":{"a":1}}' },
  ],
  ['malformed JSON', 400, 'the body must be JSON in UTF-8', '/cases', { ...post, body: '{"description"' }],
  ['an unknown parameter', 400, 'colour is unknown here', '/cases?colour=red', { headers: user }],
  ['a bad parameter', 400, 'limit must be >= 1', '/cases?limit=0', { headers: user }],
  ['a cursor of another list', 400, 'cursor is damaged', '/cases?cursor=eyJ2IjoxfQ.c2FtcGxl', { headers: user }],
  [
    'another type',
    415,
    'The body must be sent as application/json',
    '/cases',
    { ...post, headers: { ...user, 'content-type': 'text/plain' }, body: 'x' },
  ],
  ['an unknown route', 404, 'There is no such route.', '/nothing', { headers: user }],
  [
    'another method',
    405,
    'This route has GET, PUT, OPTIONS.',
    '/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
    { ...post, body: '{}' },
  ],
  [
    'a wished 422',
    422,
    'This Idempotency-Key was used before',
    '/cases',
    { ...post, headers: { ...post.headers, prefer: 'code=422' }, body: '{"description":"x"}' },
  ],
  [
    'a wished 404',
    404,
    'There is no case',
    '/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
    { headers: { ...user, prefer: 'code=404' } },
  ],
  [
    'a wished status that the operation has not',
    400,
    'The contract has no answer 418',
    '/cases',
    { headers: { ...user, prefer: 'code=418' } },
  ],
])('%s is a %i, in the words of the service', async (_, status, detail, path, init) => {
  const response = await fetch(url + path, init)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await response.json()) as Json
  expect({ status: response.status, ...problem }).toMatchObject({
    status,
    detail: expect.stringContaining(detail) as string,
    instance: path.replace(/\?.*/, ''),
    requestId: response.headers.get('x-request-id'),
  })
})

test('a page may send wishes: a wait, and with --dynamic other values', { timeout: 60_000 }, async () => {
  const preflight = await fetch(`${url}/cases`, { method: 'OPTIONS', headers: { origin: 'https://app.example' } })
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/, Prefer$/)
  const started = performance.now()
  await fetch(`${url}/status`, { headers: { prefer: 'delay=300' } })
  expect(performance.now() - started).toBeGreaterThan(299)

  const dynamic = spawnMock(['--dynamic'])
  try {
    const address = await readyAt(dynamic)
    const titles = await Promise.all(
      [1, 2, 3].map(async () => ((await (await fetch(`${address}/events`, { headers: user })).json()) as Json).events),
    )
    expect(new Set(titles.map((one) => JSON.stringify(one))).size).toBeGreaterThan(1)
  } finally {
    dynamic.kill()
    await once(dynamic, 'exit')
  }
})

test('nobody else on the network reaches it, unless LOCAL_HOST opens it', { timeout: 30_000 }, async () => {
  const own = ownAddresses('IPv4')
  expect(await answering([...own, ...ownAddresses('IPv6')], new URL(url).port)).toEqual(['127.0.0.1'])

  const open = spawnMock([], { LOCAL_HOST: '0.0.0.0' })
  try {
    expect(await answering(own, new URL(await readyAt(open)).port)).toEqual(own)
  } finally {
    open.kill()
    await once(open, 'exit')
  }
})

test.each([
  ['a port in use', () => new URL(url).port, /^Port \d+ is in use\. Set MOCK_PORT to another one\.\n$/],
  ['a port that is none', () => 'abc', /^MOCK_PORT must be a number from 0 to 65535\.\n$/],
])(
  '%s is one line',
  async (_, port, said) => {
    const refused = spawnMock([], { MOCK_PORT: port() })
    const output = { stdout: '', stderr: '' }
    refused.stdout.on('data', (chunk) => (output.stdout += String(chunk)))
    refused.stderr.on('data', (chunk) => (output.stderr += String(chunk)))
    const [code] = (await once(refused, 'close')) as [number]
    expect({ code, ...output }).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(said) as string })
  },
  30_000,
)

test('SIGTERM ends it and frees its port', async () => {
  mock.kill('SIGTERM')
  expect(await once(mock, 'exit')).toEqual([0, null])
  await expect(fetch(url)).rejects.toThrow()
})
