// The contents of the log, and the secrets that it never contains, from the local cloud at its lowest log level.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machineClientId, subOf } from '../local-cloud/emulators/cognito/index.ts'
import { name } from '../generated/names.ts'
import { createFakeTokens } from '../testing/fake-tokens.ts'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'

const apiKey = 'a-key-that-nobody-may-read'
const person = 'alice@example.com'
const secret = 'words-that-nobody-may-read'

let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
let lines: Record<string, unknown>[]
let tokens: string[]

beforeAll(async () => {
  data = await createDataDir()
  cloud = runCloud({
    env: { DATA_DIR: data.path, LOCAL_API_KEY: apiKey, LOG_LEVEL: 'DEBUG', AWS_LAMBDA_LOG_LEVEL: '' },
  })
  const url = await cloud.ready()
  const fake = createFakeTokens(data.key)
  const good = fake.idToken({ email: `${secret}@example.com` })
  const machine = data.accessToken('frontdesk/read')
  tokens = [good, machine, fake.idToken({ exp: 1 }), fake.byStranger(), fake.tampered({ sub: secret })]
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  let asked = 0
  const send = (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const id = { 'x-request-id': `request-${(asked += 1)}` }
    return fetch(url + path, {
      method,
      headers: { ...type, ...id, ...headers },
      ...(body !== undefined && { body: text }),
    })
  }

  const sdk = { [`x-${name}-client`]: 'an-sdk/1.0.0 Node.js/24' }
  for (const token of tokens) await send('GET', '/status?x=1', { ...bearer(token), ...sdk })
  await send('POST', '/cases', { ...bearer(good), 'idempotency-key': secret }, { description: secret })
  await send('POST', '/cases', bearer(good), { description: secret, [secret]: secret })
  await send('POST', '/cases', bearer(good), `{"description":"${secret}`)
  await send('POST', '/cases', { ...bearer(good), 'content-type': secret }, secret)
  await send('POST', '/cases', bearer(machine), { description: secret })
  await send('POST', '/chat', bearer(good), { message: secret })
  await send('PUT', '/customers/c-1', { 'x-api-key': apiKey }, {})
  await send('PUT', '/customers/c-1', { 'x-api-key': `${apiKey}-not` }, {})
  await send('GET', `/cases?cursor=${secret}`, bearer(good))
  for (const method of ['GET', 'DELETE', 'PATCH', 'OPTIONS']) {
    await send(method, `/customers/${person}`, { 'x-api-key': apiKey })
  }
  await send('PUT', `/customers/${person}`, {})
  await send('GET', `/customers/${person}/orders`, {})
  await send('GET', `/customers/${encodeURIComponent(person)}/`, {})
  const wrongSdk = { [`x-${name}-client`]: `an-sdk/1.0.0 ${secret} more` }
  await send('GET', '/nowhere', { ...bearer(good), 'x-api-key': apiKey, ...wrongSdk })
  // Without the objects, sample data answers with 502, and the log has the cause.
  await rm(join(data.path, 's3'), { recursive: true })
  await send('GET', '/users', bearer(good))
  await cloud.kill()
  // Errors go to stderr. The emulators' own lines are no JSON.
  const output = `${cloud.stdout()}${cloud.stderr()}`.split('\n').filter((line) => line.startsWith('{'))
  lines = output.map((line) => JSON.parse(line) as Record<string, unknown>)
})
afterAll(() => data.remove())

test('neither a token nor a part of one, no key, and nothing of a body is in the log', () => {
  const output = cloud.stdout() + cloud.stderr()
  const unspeakable = [secret, apiKey, ...tokens.flatMap((token) => [token, ...token.split('.')])]
  expect(unspeakable.length).toBeGreaterThan(20)
  expect(unspeakable.filter((secret) => output.includes(secret))).toEqual([])
})

test('a request has one line, which says who asked for what and what came of it', () => {
  const [first, second, expired] = lines
  expect(first).toMatchObject({
    level: 'INFO',
    message: 'request',
    method: 'GET',
    path: '/status',
    operationId: 'getStatus',
    caller: { kind: 'user', id: subOf('alice') },
    status: 400,
    durationMs: expect.any(Number) as number,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    callerRequestId: 'request-1',
    sdk: 'an-sdk/1.0.0 Node.js/24',
  })
  expect(second).toMatchObject({ caller: { id: machineClientId } })
  expect(expired).toMatchObject({ caller: { kind: 'anyone' }, status: 401 })
  const requests = lines.filter(({ message }) => message === 'request')
  expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(requests.length)
  expect(requests).toContainEqual(expect.objectContaining({ operationId: 'createCase', status: 201 }))
})

test("a customer's id is in no line, whatever came of the request; other paths are there", () => {
  const output = cloud.stdout() + cloud.stderr()
  expect(output).not.toMatch(/alice(@|%40)example|customers\/c-1/)
  const paths = lines.filter(({ message }) => message === 'request').map(({ path }) => String(path))
  expect(paths.filter((path) => path === '/customers/{id}')).toHaveLength(7)
  expect(paths).toEqual(
    expect.arrayContaining(['/customers/{id}/', '/customers/{id}/orders', '/nowhere', '/cases', '/users']),
  )
})

test("the gateway's id and the caller's own are two members of a line", () => {
  const requests = lines.filter(({ message, service }) => message === 'request' && service !== 'api-gateway')
  for (const { requestId, callerRequestId } of requests) {
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(callerRequestId).toMatch(/^request-\d+$/)
  }
  expect(requests.length).toBeGreaterThan(15)
})

test('a failure is logged with its cause, under the id of its request', () => {
  const errors = lines.filter(({ level }) => level === 'ERROR')
  expect(errors).toMatchObject([{ message: expect.stringContaining('users.json') as string }])
  const { requestId, callerRequestId } = errors[0] ?? {}
  expect(callerRequestId).toMatch(/^request-\d+$/)
  const line = { message: 'request', operationId: 'listUsers', requestId, callerRequestId }
  expect(lines).toContainEqual(expect.objectContaining(line))
  expect(errors[0]?.error).toHaveProperty('name')
})
