// A request for a sign-in: what leads to the page, what leads back with an error, and what leads nowhere.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machineClientId, pluginClientId, userClientId } from './pool.ts'
import { asked, callback, startTestPool, withoutMember, type Form } from './test-pool.ts'

const listed = ['https://app.example.com/callback', 'myapp://signed-in']
let pool: Awaited<ReturnType<typeof startTestPool>>
beforeAll(async () => {
  pool = await startTestPool(listed)
})
afterAll(() => pool.close())

const authorize = (query: Form | string, headers: Form = {}) => pool.visit('/oauth2/authorize', query, { headers })

describe('a request that is in order', () => {
  test('leads to the page, and the page with a name leads back with a code and the state', async () => {
    const response = await authorize(asked)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`/login?${new URLSearchParams(asked).toString()}`)
    const page = await pool.visit('/login', asked)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('value="local-user"')

    const chosen = await pool.choose('alice')
    expect(chosen.status).toBe(302)
    expect(chosen.headers.get('location')).toMatch(`${callback}?code=`)
    expect(pool.returned(chosen).get('state')).toBe('a state & more')
    expect(pool.returned(chosen).get('code')).toMatch(/^[\w-]{36}$/)
  })

  test.each([
    'http://localhost',
    'http://localhost/',
    'http://localhost:1/a/b?c=d',
    'http://127.0.0.1:33418',
    'http://127.0.0.1:33418/?x=1',
    ...listed,
  ])('may return to %s', async (redirect_uri) => {
    expect((await authorize({ ...asked, redirect_uri })).status).toBe(302)
    const location = (await pool.choose('alice', { ...asked, redirect_uri })).headers.get('location')
    expect(location).toMatch(`${redirect_uri}${redirect_uri.includes('?') ? '&' : '?'}code=`)
  })

  test.each<Form>([
    withoutMember(asked, 'state'),
    withoutMember(asked, 'scope'),
    withoutMember(withoutMember(asked, 'code_challenge'), 'code_challenge_method'),
    { ...asked, client_id: pluginClientId, scope: 'openid frontdesk/write' },
    { ...asked, resource: 'https://api.example.com/mcp' },
    { ...asked, resource: 'http://localhost:3000/mcp' },
    { ...asked, prompt: 'login' },
    { ...asked, nonce: 'n' },
  ])('leads to the page: %j', async (query) => {
    expect((await authorize(query)).headers.get('location')).toMatch(/^\/login\?/)
  })
})

describe('a client or address that is not registered never redirects', () => {
  const wrong: [string, Form | string, string][] = [
    ['an unknown client', { ...asked, client_id: 'nobody' }, 'invalid_client'],
    ['no client', withoutMember(asked, 'client_id'), 'invalid_client'],
    ['two clients', `${new URLSearchParams(asked).toString()}&client_id=${userClientId}`, 'invalid_client'],
    ['the client of programs', { ...asked, client_id: machineClientId }, 'unauthorized_client'],
    ['no address', withoutMember(asked, 'redirect_uri'), 'redirect_mismatch'],
    ['two addresses', `${new URLSearchParams(asked).toString()}&redirect_uri=${callback}`, 'redirect_mismatch'],
    ...[
      'https://evil.example.com/callback',
      'https://app.example.com/callback/',
      'https://app.example.com/callback?x=1',
      'http://localhost.evil.example.com/',
      'http://localhost@evil.example.com/',
      'http://localhost:5173@evil.example.com/',
      'http://localhost\\@evil.example.com/',
      'http://localhost:99999/',
      'http://127.0.0.1.evil.example.com/',
      'http://user:secret@localhost/',
      'http://localhost:5173/#fragment',
      'http://localhost/\r\nx: y',
      '//localhost/callback',
      'https://localhost:5173/callback',
      'javascript:alert(1)',
      '<script>alert(1)</script>',
      '',
    ].map((redirect_uri): [string, Form, string] => [
      redirect_uri || 'an empty address',
      { ...asked, redirect_uri },
      'redirect_mismatch',
    ]),
  ]
  test.each(wrong)('%s', async (_, query, reason) => {
    for (const path of ['/oauth2/authorize', '/login']) {
      const response = await pool.visit(path, query)
      expect(response.status).toBe(400)
      expect(response.headers.get('location')).toBeNull()
      const page = await response.text()
      expect(page).toContain(reason)
      expect(page).not.toContain('<script')
    }
    const chosen = await pool.visit('/login', query, { method: 'POST', body: new URLSearchParams({ username: 'x' }) })
    expect(chosen.status).toBe(400)
    expect(chosen.headers.get('location')).toBeNull()
  })
})

describe('another mistake leads back with its error and the state', () => {
  test.each<[Form, string]>([
    [withoutMember(asked, 'response_type'), 'invalid_request'],
    [{ ...asked, response_type: 'token' }, 'unauthorized_client'],
    [{ ...asked, response_type: 'code token' }, 'unsupported_response_type'],
    [{ ...asked, response_type: 'id_token' }, 'unsupported_response_type'],
    [{ ...asked, scope: 'openid frontdesk/admin' }, 'invalid_scope'],
    [{ ...asked, scope: 'phone openid' }, 'invalid_scope'],
    [{ ...asked, scope: 'email' }, 'invalid_scope'],
    [{ ...asked, client_id: pluginClientId }, 'invalid_scope'],
    [{ ...asked, code_challenge_method: 'plain' }, 'invalid_request'],
    [{ ...asked, code_challenge_method: 's256' }, 'invalid_request'],
    [withoutMember(asked, 'code_challenge_method'), 'invalid_request'],
    [withoutMember(asked, 'code_challenge'), 'invalid_request'],
    [{ ...asked, code_challenge: 'short' }, 'invalid_request'],
    [{ ...asked, resource: 'http://api.example.com/' }, 'invalid_request'],
    [{ ...asked, resource: 'http://localhost.evil.example.com/' }, 'invalid_request'],
    [{ ...asked, resource: 'https://api.example.com/#x' }, 'invalid_request'],
    [{ ...asked, resource: 'urn:api' }, 'invalid_request'],
    [{ ...asked, resource: '' }, 'invalid_request'],
    [{ ...asked, prompt: 'sometimes' }, 'invalid_request'],
    [{ ...asked, prompt: 'none' }, 'login_required'],
  ])('%j is %s', async (query, error) => {
    const response = await authorize(query)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toMatch(`${callback}?`)
    expect(Object.fromEntries(pool.returned(response))).toMatchObject({ error, state: asked.state })
    expect(pool.returned(response).has('code')).toBe(false)
  })

  test.each([
    'response_type',
    'scope',
    'state',
    'nonce',
    'code_challenge',
    'code_challenge_method',
    'resource',
    'prompt',
  ])('a second %s is invalid_request', async (name) => {
    const twice = `${new URLSearchParams({ [name]: 'login', ...asked }).toString()}&${name}=x`
    expect(pool.returned(await authorize(twice)).get('error')).toBe('invalid_request')
  })
})

describe('the session of the browser', () => {
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''

  test('asks nobody again for an hour, unless the client wants it', async () => {
    const chosen = await pool.choose('alice')
    expect(chosen.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=3600$/)
    const cookie = cookieOf(chosen)
    for (const query of [asked, { ...asked, prompt: 'none' }]) {
      expect(pool.returned(await authorize(query, { cookie })).has('code')).toBe(true)
    }
    for (const prompt of ['login', 'select_account', 'consent']) {
      expect((await authorize({ ...asked, prompt }, { cookie })).headers.get('location')).toMatch(/^\/login\?/)
    }
    pool.advance(3_600_001)
    expect((await authorize(asked, { cookie })).headers.get('location')).toMatch(/^\/login\?/)
  })

  test('ends with the logout, which leads to logout_uri', async () => {
    const cookie = cookieOf(await pool.choose('alice'))
    const query = { client_id: userClientId, logout_uri: 'http://localhost:5173/bye' }
    const response = await pool.visit('/logout', query, { headers: { cookie } })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(query.logout_uri)
    expect(response.headers.get('set-cookie')).toMatch(/^cognito=; .*Max-Age=0$/)
    expect((await authorize(asked, { cookie })).headers.get('location')).toMatch(/^\/login\?/)
  })

  test('ends with the logout that leads to the next sign-in', async () => {
    const cookie = cookieOf(await pool.choose('alice'))
    const response = await pool.visit('/logout', asked, { headers: { cookie } })
    expect(response.headers.get('location')).toBe(`/oauth2/authorize?${new URLSearchParams(asked).toString()}`)
    expect((await authorize(asked, { cookie })).headers.get('location')).toMatch(/^\/login\?/)
  })

  test.each<Form>([
    {},
    { client_id: userClientId },
    { client_id: 'nobody', logout_uri: 'http://localhost/' },
    { client_id: userClientId, logout_uri: 'https://evil.example.com/' },
  ])('is not ended by a logout with %j', async (query) => {
    const cookie = cookieOf(await pool.choose('alice'))
    const response = await pool.visit('/logout', query, { headers: { cookie } })
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(pool.returned(await authorize(asked, { cookie })).has('code')).toBe(true)
  })
})

describe('the page', () => {
  test.each(['', ' ', 'a b', 'x'.repeat(129)])('refuses the name "%s", and says so', async (name) => {
    const response = await pool.choose(name)
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain('role="alert"')
  })

  test('writes what others named as text', async () => {
    const redirect_uri = `http://localhost/"><script>alert(1)</script>`.replaceAll(' ', '')
    const page = await (await pool.visit('/login', { ...asked, redirect_uri })).text()
    expect(page).not.toContain('<script')
    await pool.choose('<b>mallory</b>').then((response) =>
      pool.post('/oauth2/token', {
        grant_type: 'authorization_code',
        client_id: userClientId,
        code: pool.returned(response).get('code') ?? '',
        redirect_uri: callback,
        code_verifier: 'x',
      }),
    )
    expect(await (await pool.visit('/login', asked)).text()).not.toContain('<b>')
  })

  test('is not framed or cached, runs no script, and sends its form to itself and back to the client alone', async () => {
    const { headers } = await pool.visit('/login', asked)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; style-src 'nonce-[^']+'; form-action 'self' http:\/\/localhost:5173$/,
    )
  })
})
