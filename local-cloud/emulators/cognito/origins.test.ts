// The pool answers this machine's hosts and origins. Any other website gets no sign-in and no token.
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machineClientId, machineClientSecret, userPoolId } from './pool.ts'
import { isOwnHost } from './origins.ts'
import { asked, startTestPool, type Form } from './test-pool.ts'

let pool: Awaited<ReturnType<typeof startTestPool>>
beforeAll(async () => {
  pool = await startTestPool(['https://app.example.com/callback'])
})
afterAll(() => pool.close())

/** Unlike fetch, it sends any Host and Origin. */
const send = (method: string, path: string, headers: Form, body = '') =>
  new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const sent = request(`${pool.url}${path}`, { method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
      })
      sent.on('error', reject).end(method === 'POST' ? body : '')
    },
  )

const query = new URLSearchParams(asked).toString()
const formType = { 'content-type': 'application/x-www-form-urlencoded' }
const credentials = new URLSearchParams({
  grant_type: 'client_credentials',
  client_id: machineClientId,
  client_secret: machineClientSecret,
}).toString()
const everyRoute = [
  ['GET', `/oauth2/authorize?${query}`],
  ['GET', `/login?${query}`],
  ['POST', `/login?${query}`],
  ['GET', `/logout?${query}`],
  ['POST', '/oauth2/token'],
  ['POST', '/oauth2/revoke'],
  ['GET', '/oauth2/userInfo'],
  ['GET', `/${userPoolId}/.well-known/jwks.json`],
  ['GET', `/${userPoolId}/.well-known/openid-configuration`],
  ['POST', '/'],
  ['OPTIONS', '/oauth2/token'],
] as const

describe('a Host', () => {
  test.each(everyRoute)('that is foreign is refused at %s %s', async (method, path) => {
    const { status, text } = await send(method, path, { host: 'rebound.example.com', ...formType }, 'username=alice')
    expect(status).toBe(403)
    expect(text).toBe('{"message":"This host is not this machine."}')
  })

  test.each([
    'localhost',
    'localhost:4020',
    'LOCALHOST:1',
    'app.localhost:4020',
    '127.0.0.1:4020',
    '127.1.2.3',
    '[::1]:4020',
    '192.168.1.5:4020',
  ])('%s is this machine', (host) => expect(isOwnHost(host, '::ffff:192.168.1.5')).toBe(true))

  test.each([
    undefined,
    '',
    'example.com',
    'localhost.example.com',
    'localhost@example.com',
    '127.0.0.1.example.com',
    '192.168.1.6',
    '10.0.0.1:4020',
    'xlocalhost',
    '[::2]',
    'localhost:x',
    '0.0.0.0',
  ])('%s is not', (host) => expect(isOwnHost(host, '::ffff:192.168.1.5')).toBe(false))
})

describe('an Origin', () => {
  test.each([
    'http://localhost:5173',
    'http://127.0.0.1:8080',
    'https://localhost:5173',
    'http://[::1]:5173',
    'https://app.example.com',
  ])('%s gets tokens, with a preflight and with errors that it may read', async (origin) => {
    const asks = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,x-y',
    }
    const preflight = await send('OPTIONS', '/oauth2/token', asks)
    expect(preflight).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-headers': 'authorization,x-y',
        vary: 'Origin',
      },
    })
    const given = await send('POST', '/oauth2/token', { origin, ...formType }, credentials)
    expect(given).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': origin, vary: 'Origin' } })
    const refused = await send('POST', '/oauth2/token', { origin, ...formType }, 'x=y')
    expect(refused).toMatchObject({ status: 400, headers: { 'access-control-allow-origin': origin } })
  })

  test.each([
    'https://evil.example.com',
    'null',
    'http://localhost.evil.example.com',
    'https://app.example.com:444',
    'http://app.example.com',
    'file://',
    'http://192.168.1.5',
  ])('%s gets no token, no form and no user', async (origin) => {
    for (const [method, path] of everyRoute.filter(([method]) => method !== 'GET')) {
      const { status, headers } = await send(method, path, { origin, ...formType }, credentials)
      expect(status, `${method} ${path}`).toBe(403)
      expect(headers).not.toHaveProperty('access-control-allow-origin')
      expect(headers).not.toHaveProperty('set-cookie')
    }
  })

  test('of this machine but not of the page itself sends no form of the page', async () => {
    const headers = { origin: 'http://localhost:5173', ...formType }
    expect((await send('POST', `/login?${query}`, headers, 'username=alice')).status).toBe(403)
    expect((await send('POST', `/login?${query}`, { ...headers, origin: pool.url }, 'username=alice')).status).toBe(302)
    expect((await send('POST', '/', { origin: pool.url }, '{}')).status).toBe(403)
    expect((await send('OPTIONS', '/login', { origin: pool.url })).status).toBe(403)
  })
})

test('a body that is too large is refused', async () => {
  expect((await send('POST', '/oauth2/token', formType, `x=${'y'.repeat(70_000)}`)).status).toBe(413)
})
