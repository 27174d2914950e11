// What the log says of a request, and what it never says; from the output of the local cloud at its most talkative.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machineClientId, subOf } from '../local-cloud/emulators/cognito/index.ts'
import { createFakeTokens } from '../testing/fake-tokens.ts'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'

const apiKey = 'a-key-that-nobody-may-read'
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
  const forge = createFakeTokens(data.key)
  const good = forge.idToken({ email: `${secret}@example.com` })
  const machine = data.accessToken('frontdesk/read')
  tokens = [good, machine, forge.idToken({ exp: 1 }), forge.byStranger(), forge.tampered({ sub: secret })]
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

  for (const token of tokens) await send('GET', '/status?x=1', bearer(token))
  await send('POST', '/cases', { ...bearer(good), 'idempotency-key': secret }, { description: secret })
  await send('POST', '/cases', bearer(good), { description: secret, [secret]: secret })
  await send('POST', '/cases', bearer(good), `{"description":"${secret}`)
  await send('POST', '/cases', { ...bearer(good), 'content-type': secret }, secret)
  await send('POST', '/cases', bearer(machine), { description: secret })
  await send('POST', '/chat', bearer(good), { message: secret })
  await send('PUT', '/customers/c-1', { 'x-api-key': apiKey }, {})
  await send('PUT', '/customers/c-1', { 'x-api-key': `${apiKey}-not` }, {})
  await send('GET', `/cases?cursor=${secret}`, bearer(good))
  await send('GET', '/nowhere', { ...bearer(good), 'x-api-key': apiKey })
  // Without its objects the sample data are a 502, whose cause is logged.
  await rm(join(data.path, 's3'), { recursive: true })
  await send('GET', '/users', bearer(good))
  await cloud.kill()
  // Errors go to stderr; the stand-ins' own lines are no JSON.
  const output = `${cloud.stdout()}${cloud.stderr()}`.split('\n').filter((line) => line.startsWith('{'))
  lines = output.map((line) => JSON.parse(line) as Record<string, unknown>)
})
afterAll(() => data.remove())

test('neither a token nor a part of one, no key, and nothing of a body is in the log', () => {
  const output = cloud.stdout() + cloud.stderr()
  const unspeakable = [secret, apiKey, ...tokens.flatMap((token) => [token, ...token.split('.')])]
  expect(unspeakable.length).toBeGreaterThan(20)
  expect(unspeakable.filter((one) => output.includes(one))).toEqual([])
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
    requestId: 'request-1',
  })
  expect(second).toMatchObject({ caller: { id: machineClientId } })
  expect(expired).toMatchObject({ caller: { kind: 'anyone' }, status: 401 })
  const requests = lines.filter(({ message }) => message === 'request')
  expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(requests.length)
  expect(requests).toContainEqual(expect.objectContaining({ operationId: 'createCase', status: 201 }))
})

test('a failure is logged with its cause, under the id of its request', () => {
  const errors = lines.filter(({ level }) => level === 'ERROR')
  expect(errors).toMatchObject([{ message: expect.stringContaining('users.json') as string }])
  const { requestId } = errors[0] ?? {}
  expect(lines).toContainEqual(expect.objectContaining({ message: 'request', operationId: 'listUsers', requestId }))
  expect(errors[0]?.error).toHaveProperty('name')
})
