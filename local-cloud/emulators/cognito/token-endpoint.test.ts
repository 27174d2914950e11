// Tokens for a code, a refresh token or a secret; their errors by kind; revocation and userInfo.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partsOf } from '../../../testing/fake-tokens.ts'
import { createTokenVerifier } from '../../../testing/token-verifier.ts'
import {
  issuerAt,
  machineClientId,
  machineClientSecret,
  pluginClientId,
  pluginClientSecret,
  userClientId,
} from './pool.ts'
import { asked, callback, startTestPool, verifier, withoutMember, type Form } from './test-pool.ts'
import { startCognito } from './server.ts'
import { issueAccessToken, issueIdToken } from './tokens.ts'

let pool: Awaited<ReturnType<typeof startTestPool>>
beforeAll(async () => {
  pool = await startTestPool()
})
afterAll(() => pool.close())

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})
const exchangeOf = (code: string): Form => ({
  grant_type: 'authorization_code',
  client_id: userClientId,
  code,
  redirect_uri: callback,
  code_verifier: verifier,
})
const token = (form: Form | URLSearchParams, headers: Form = {}) => pool.post('/oauth2/token', form, headers)
const signIn = async (query: Form = asked) => (await token(exchangeOf(await pool.code(query)))).body
const refreshOf = (tokens: Record<string, unknown>): Form => ({
  grant_type: 'refresh_token',
  client_id: userClientId,
  refresh_token: String(tokens.refresh_token),
})
const claimsOf = (jwt: unknown) => partsOf(String(jwt)).claims

describe('a code', () => {
  test('is exchanged for an ID token, an access token and a refresh token, as Cognito makes them', async () => {
    const { status, body, headers } = await token(exchangeOf(await pool.code({ ...asked, nonce: 'the-nonce' })))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'id_token', 'refresh_token', 'token_type'])
    expect(body).toMatchObject({ expires_in: 3600, token_type: 'Bearer' })
    const issuer = issuerAt(pool.url)
    const verified = (use: 'id' | 'access', jwt: unknown) =>
      createTokenVerifier(pool.key, { tokenUse: use, clientId: userClientId, issuer }).verifySync(String(jwt))
    const access = verified('access', body.access_token)
    expect(access).toMatchObject({ username: 'alice', scope: asked.scope, client_id: userClientId, iss: issuer })
    expect(access).not.toHaveProperty('aud')
    const half = createHash('sha256').update(String(body.access_token)).digest().subarray(0, 16)
    expect(verified('id', body.id_token)).toMatchObject({
      sub: access.sub,
      'cognito:username': 'alice',
      nonce: 'the-nonce',
      at_hash: half.toString('base64url'),
      origin_jti: access.origin_jti,
    })
  })

  test('without the scope openid gives no ID token', async () => {
    expect(await signIn({ ...asked, scope: 'frontdesk/read' })).not.toHaveProperty('id_token')
  })

  test('without a scope gives all scopes of the client', async () => {
    const { access_token } = await signIn(withoutMember(asked, 'scope'))
    expect(claimsOf(access_token).scope).toBe('openid email profile frontdesk/read frontdesk/write')
  })

  test('for a resource gives an access token of that audience, also after a refresh', async () => {
    const resource = 'https://api.example.com/mcp'
    const tokens = await signIn({ ...asked, resource })
    expect(claimsOf(tokens.access_token).aud).toBe(resource)
    expect(claimsOf(tokens.id_token).aud).toBe(userClientId)
    expect(claimsOf((await token(refreshOf(tokens))).body.access_token).aud).toBe(resource)
  })

  test('of the client with a secret needs the secret, by Basic or in the form', async () => {
    const query = { ...asked, client_id: pluginClientId, scope: 'openid frontdesk/read' }
    const form = async () => withoutMember(exchangeOf(await pool.code(query)), 'client_id')
    expect((await token(await form(), basic(pluginClientId, pluginClientSecret))).status).toBe(200)
    const inForm = { client_id: pluginClientId, client_secret: pluginClientSecret }
    expect((await token({ ...(await form()), ...inForm })).status).toBe(200)
    const refused = await token({ ...(await form()), client_id: pluginClientId })
    expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_client' } })
  })

  test('without PKCE takes no verifier', async () => {
    const query = withoutMember(withoutMember(asked, 'code_challenge'), 'code_challenge_method')
    const form = exchangeOf(await pool.code(query))
    expect((await token(withoutMember(form, 'code_verifier'))).status).toBe(200)
    expect((await token(exchangeOf(await pool.code(query)))).body).toEqual({ error: 'invalid_grant' })
  })

  test('works once', async () => {
    const form = exchangeOf(await pool.code())
    expect((await token(form)).status).toBe(200)
    expect(await token(form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('works once, also for many at a time', async () => {
    const form = exchangeOf(await pool.code())
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => token(form)))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  })

  test('works for five minutes', async () => {
    const [early, late] = [await pool.code(), await pool.code()]
    pool.advance(4.9 * 60_000)
    expect((await token(exchangeOf(early))).status).toBe(200)
    pool.advance(0.2 * 60_000)
    expect(await token(exchangeOf(late))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test.each<[string, Form, string]>([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['the challenge as the verifier', { code_verifier: asked.code_challenge ?? '' }, 'invalid_grant'],
    ['another redirect address', { redirect_uri: `${callback}/` }, 'invalid_grant'],
    ['another code', { code: '00000000-0000-4000-8000-000000000000' }, 'invalid_grant'],
    ['another client', { client_id: pluginClientId, client_secret: pluginClientSecret }, 'invalid_grant'],
    ['a client that does not exist', { client_id: 'nobody' }, 'invalid_client'],
    ['a secret of a client that has none', { client_secret: 'x' }, 'invalid_client'],
    [
      'a client without the grant',
      { client_id: machineClientId, client_secret: machineClientSecret },
      'unauthorized_client',
    ],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['a grant by a name of every object', { grant_type: 'constructor' }, 'unsupported_grant_type'],
    ['an empty code', { code: '' }, 'invalid_request'],
  ])('with %s is refused', async (_, changed, error) => {
    const form = { ...exchangeOf(await pool.code()), ...changed }
    expect(await token(form)).toMatchObject({ status: 400, body: { error } })
  })

  test.each(['grant_type', 'client_id', 'code', 'redirect_uri', 'code_verifier'])(
    'without %s is invalid_request, and the code still works',
    async (name) => {
      const form = exchangeOf(await pool.code())
      expect((await token(withoutMember(form, name))).body).toEqual({ error: 'invalid_request' })
      const twice = new URLSearchParams([...Object.entries(form), [name, 'x']])
      expect((await token(twice)).body).toEqual({ error: 'invalid_request' })
      expect((await token(form)).status).toBe(200)
    },
  )

  test('a wrong verifier uses the code up', async () => {
    const form = exchangeOf(await pool.code())
    await token({ ...form, code_verifier: 'x'.repeat(43) })
    expect((await token(form)).body).toEqual({ error: 'invalid_grant' })
  })
})

describe('client_credentials', () => {
  const form = { grant_type: 'client_credentials' }
  test('takes the secret by Basic and in the form', async () => {
    const inForm = { client_id: machineClientId, client_secret: machineClientSecret }
    for (const answer of [
      await token(form, basic(machineClientId, machineClientSecret)),
      await token({ ...form, ...inForm }),
    ]) {
      expect(answer.status).toBe(200)
      expect(claimsOf(answer.body.access_token)).toMatchObject({ client_id: machineClientId, sub: machineClientId })
    }
  })

  test.each<[Form, Form, string]>([
    [{ client_id: machineClientId }, {}, 'invalid_client'],
    [{ client_id: machineClientId, client_secret: 'wrong' }, {}, 'invalid_client'],
    [{}, basic(machineClientId, 'wrong'), 'invalid_client'],
    [{}, { authorization: 'Basic ' }, 'invalid_client'],
    [{}, { authorization: 'Bearer x' }, 'invalid_client'],
    [{}, basic('%', machineClientSecret), 'invalid_client'],
    [{ client_id: userClientId }, basic(machineClientId, machineClientSecret), 'invalid_client'],
    [{}, {}, 'invalid_request'],
    [{ client_id: userClientId }, {}, 'unauthorized_client'],
    [{}, basic(pluginClientId, pluginClientSecret), 'unauthorized_client'],
    [{ scope: 'openid' }, basic(machineClientId, machineClientSecret), 'invalid_scope'],
  ])('with %j and %j is %s', async (more, headers, error) => {
    expect(await token({ ...form, ...more }, headers)).toMatchObject({ status: 400, body: { error } })
  })
})

describe('a refresh token', () => {
  test('gives new tokens of the same sign-in, and the next refresh token', async () => {
    const tokens = await signIn()
    pool.advance(120_000)
    const { status, body } = await token(refreshOf(tokens))
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'id_token', 'refresh_token', 'token_type'])
    expect(body.refresh_token).not.toBe(tokens.refresh_token)
    const [first, again] = [claimsOf(tokens.access_token), claimsOf(body.access_token)]
    for (const name of ['sub', 'origin_jti', 'auth_time', 'scope', 'username']) expect(again[name]).toEqual(first[name])
    expect(again.jti).not.toBe(first.jti)
    expect(Number(again.iat) - Number(first.iat)).toBeGreaterThanOrEqual(120)
    expect((await token(refreshOf(body))).status).toBe(200)
  })

  test('works once; for ten seconds more, because the answer can be lost', async () => {
    const tokens = await signIn()
    const { body: lost } = await token(refreshOf(tokens))
    pool.advance(9000)
    const { status, body } = await token(refreshOf(tokens))
    expect(status).toBe(200)
    expect(body.refresh_token).not.toBe(lost.refresh_token)
    pool.advance(2000)
    expect((await token(refreshOf(tokens))).body).toEqual({ error: 'invalid_grant' })
    await pool.restart()
    expect((await token(refreshOf(tokens))).body).toEqual({ error: 'invalid_grant' })
    for (const next of [lost, body]) expect((await token(refreshOf(next))).status).toBe(200)
  })

  test('that is revoked ends the sign-in, with the tokens before and after it', async () => {
    const tokens = await signIn()
    const { body } = await token(refreshOf(tokens))
    await pool.post('/oauth2/revoke', { token: String(tokens.refresh_token), client_id: userClientId })
    for (const each of [tokens, body]) expect((await token(refreshOf(each))).body).toEqual({ error: 'invalid_grant' })
  })

  test('survives a restart, in a file that its owner alone reads and that does not hold it', async () => {
    const tokens = await signIn()
    const file = join(pool.directory, 'cognito-refresh-tokens.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readFile(file, 'utf8')).not.toContain(tokens.refresh_token)
    await pool.restart()
    expect((await token(refreshOf(tokens))).status).toBe(200)
  })

  test('that was revoked stays so after a restart', async () => {
    const tokens = await signIn()
    const answer = await pool.post('/oauth2/revoke', { token: String(tokens.refresh_token), client_id: userClientId })
    expect(answer).toMatchObject({ status: 200, body: {} })
    expect((await token(refreshOf(tokens))).body).toEqual({ error: 'invalid_grant' })
    await pool.restart()
    expect((await token(refreshOf(tokens))).body).toEqual({ error: 'invalid_grant' })
  })

  test('of a public client works for a day, however often it is exchanged', async () => {
    const tokens = await signIn()
    pool.advance(0.9 * 86_400_000)
    const { status, body } = await token(refreshOf(tokens))
    expect(status).toBe(200)
    pool.advance(0.2 * 86_400_000)
    for (const each of [tokens, body]) expect((await token(refreshOf(each))).body).toEqual({ error: 'invalid_grant' })
  })

  test.each<[string, Form, string]>([
    ['of another client', { client_id: pluginClientId, client_secret: pluginClientSecret }, 'invalid_grant'],
    ['that nobody issued', { refresh_token: 'x' }, 'invalid_grant'],
    ['that is missing', { refresh_token: '' }, 'invalid_request'],
    [
      'for a client without the grant',
      { client_id: machineClientId, client_secret: machineClientSecret },
      'unauthorized_client',
    ],
  ])('%s is refused', async (_, changed, error) => {
    const form = { ...refreshOf(await signIn()), ...changed }
    expect(await token(form)).toMatchObject({ status: 400, body: { error } })
  })

  test('that cannot be stored is a 500, and the next sign-in works when there is room again', async () => {
    // A folder in the place of the file that is written fails like a full disk.
    const obstacle = join(pool.directory, 'cognito-refresh-tokens.json.new')
    await mkdir(obstacle)
    const failed = await token(exchangeOf(await pool.code()))
    await rm(obstacle, { recursive: true })
    expect(failed).toMatchObject({ status: 500, body: { error: 'server_error' } })
    const tokens = await signIn()
    await pool.restart()
    expect((await token(refreshOf(tokens))).status).toBe(200)
  })

  test('a damaged file is named, with what to do', async () => {
    const damaged = await startTestPool()
    const file = join(damaged.directory, 'cognito-refresh-tokens.json')
    for (const text of ['[{"hash":', '{}', '[1]']) {
      await writeFile(file, text)
      const starting = startCognito({ key: damaged.key, directory: damaged.directory })
      await expect(starting).rejects.toThrow(`${file} is damaged. Remove it; people then sign in again.`)
    }
    await damaged.close()
  })
})

describe('revocation', () => {
  const revoke = (form: Form, headers: Form = {}) => pool.post('/oauth2/revoke', form, headers)

  test('does not end the sign-in of another client, and an unknown token is no error', async () => {
    const tokens = await signIn()
    const form = { token: String(tokens.refresh_token) }
    expect((await revoke(form, basic(pluginClientId, pluginClientSecret))).status).toBe(200)
    expect((await revoke({ token: 'x', client_id: userClientId })).status).toBe(200)
    expect((await token(refreshOf(tokens))).status).toBe(200)
  })

  test.each<[Form, number, string]>([
    [{ client_id: userClientId }, 400, 'invalid_request'],
    [{ token: 'x' }, 400, 'invalid_request'],
    [{ token: 'a.b.c', client_id: userClientId }, 400, 'unsupported_token_type'],
    [{ token: 'x', client_id: 'nobody' }, 401, 'invalid_client'],
    [{ token: 'x', client_id: pluginClientId }, 401, 'invalid_client'],
  ])('%j is refused with %i %s', async (form, status, error) => {
    expect(await revoke(form)).toMatchObject({ status, body: { error } })
  })
})

describe('userInfo', () => {
  const ask = async (jwt: unknown) => {
    const headers = typeof jwt === 'string' ? { authorization: `Bearer ${jwt}` } : {}
    const response = await fetch(`${pool.url}/oauth2/userInfo`, { headers })
    return {
      status: response.status,
      body: (await response.json()) as Record<string, unknown>,
      headers: response.headers,
    }
  }

  test('tells who the token belongs to, until the sign-in is revoked', async () => {
    const tokens = await signIn()
    const { sub } = claimsOf(tokens.access_token)
    const body = { sub, email: 'alice@example.com', email_verified: 'true', username: 'alice' }
    expect(await ask(tokens.access_token)).toMatchObject({ status: 200, body })
    await pool.post('/oauth2/revoke', { token: String(tokens.refresh_token), client_id: userClientId })
    const refused = await ask(tokens.access_token)
    expect(refused).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer error="invalid_token"/)
  })

  test('refuses every other token', async () => {
    const key = { ...pool.key, issuer: issuerAt(pool.url) }
    const person = { user: 'alice', scope: 'openid', expiresIn: 60, now: Date.now() + 60 * 86_400_000 }
    const now = person.now
    expect(await ask(undefined)).toMatchObject({ status: 401, body: { error: 'invalid_request' } })
    for (const jwt of [
      'x',
      'a.b.c',
      issueIdToken(key, { user: 'alice', expiresIn: 60, now }),
      issueAccessToken(key, { ...person, expiresIn: -200 * 86_400 }),
      issueAccessToken({ ...key, issuer: 'http://localhost:1/other' }, person),
      `${issueAccessToken(key, person).split('.').slice(0, 2).join('.')}.AAAA`,
    ]) {
      expect(await ask(jwt)).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
    }
    for (const scope of ['frontdesk/read', 'email']) {
      const jwt = issueAccessToken(key, { ...person, scope })
      expect(await ask(jwt)).toMatchObject({ status: 403, body: { error: 'insufficient_scope' } })
    }
    const program = issueAccessToken(key, { scope: 'openid', expiresIn: 60, now })
    expect(await ask(program)).toMatchObject({ status: 403, body: { error: 'insufficient_scope' } })
  })
})
