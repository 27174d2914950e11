// The mock, started as `npm run mock` starts it, over HTTP.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestOf } from '../testing/curl.ts'
import { answering, ownAddresses } from '../testing/own-addresses.ts'
import { modelOf, type Contract, type Operation } from '../codegen/model.ts'
import { curlSample } from '../codegen/docs/curl-sample.ts'

const model = modelOf(JSON.parse(await readFile('generated/openapi.json', 'utf8')) as Contract)

// An empty LOCAL_HOST replaces the one of the developer's shell.
const start = (MOCK_PORT: string, LOCAL_HOST = '') =>
  spawn(process.execPath, ['local-cloud/mock.ts'], {
    env: { ...process.env, MOCK_PORT, LOCAL_HOST },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** The URL that it prints. */
const ready = async ({ stdout }: ReturnType<typeof start>) => {
  const [line] = (await once(createInterface(stdout), 'line')) as [string]
  expect(line).toMatch(/^The mock is ready at http:\/\/localhost:\d+$/)
  return line.replace(/^.* /, '')
}

let mock: ChildProcess
let url: string

beforeAll(async () => {
  const started = start('0')
  mock = started
  url = await ready(started)
}, 30_000)

afterAll(async () => {
  if (mock.exitCode === null) {
    mock.kill()
    await once(mock, 'exit')
  }
})

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

test.each(model.operations)('$operationId answers with its example', async (operation) => {
  const response = await send(operation)
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  expect({ status: response.status, body }).toEqual(documented(operation))
})

test('the created case can be read by a page of another origin', async () => {
  const response = await fetch(`${url}/cases`, {
    method: 'POST',
    headers: { ...json, ...user, origin: 'https://app.example' },
    body: JSON.stringify({ description: 'Broken kiosk' }),
  })
  expect(response.status).toBe(201)
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example')
  expect(response.headers.get('location')).toMatch(/^\/cases\//)
})

test.each([
  ['no token', 401, 'unauthenticated', { headers: json, body: '{"description":"Broken kiosk"}' }],
  ['a missing field', 400, 'invalid-request', { headers: { ...json, ...user }, body: '{}' }],
  ['another type', 415, 'unsupported-media-type', { headers: { 'content-type': 'text/plain', ...user }, body: 'x' }],
])('%s is a %i', async (_, status, slug, init) => {
  const response = await fetch(`${url}/cases`, { method: 'POST', ...init })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ status, type: `/docs/problems/${slug}` })
})

test('nobody else on the network reaches it, unless LOCAL_HOST opens it', { timeout: 30_000 }, async () => {
  const own = ownAddresses('IPv4')
  expect(await answering([...own, ...ownAddresses('IPv6')], new URL(url).port)).toEqual(['127.0.0.1'])

  const open = start('0', '0.0.0.0')
  try {
    expect(await answering(own, new URL(await ready(open)).port)).toEqual(own)
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
    const refused = start(port())
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
