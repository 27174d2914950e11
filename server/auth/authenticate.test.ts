// Tokens and API keys, valid and invalid, on every operation that needs them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueAccessToken, machineClientId, scopes as allScopes } from '../../local-cloud/emulators/cognito/index.ts'
import { operations } from '../../testing/contract-operations.ts'
import { occurrences } from '../../testing/contract-text.ts'
import { createFakeTokens } from '../../testing/fake-tokens.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'

let door: FrontDoor
let fake: ReturnType<typeof createFakeTokens>
beforeAll(async () => {
  door = await openFrontDoor()
  fake = createFakeTokens(door.key)
})
afterAll(() => door.close())

const withToken = (token: string, path = '/status') =>
  door.send('GET', path, { headers: { authorization: `Bearer ${token}` } })
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

const refused: Record<string, () => string> = {
  'it never expires': () => fake.idToken({ exp: undefined }),
  'it expires in 1e300 seconds': () => fake.idToken({ exp: 1e300 }),
  'it expires in two days': () => fake.idToken({ exp: inSeconds(172_800) }),
  'its expiry is a string': () => fake.idToken({ exp: String(inSeconds(3600)) }),
  'it has expired': () => door.idToken('alice', -60),
  'it was issued in the future': () => fake.idToken({ iat: inSeconds(3600), exp: inSeconds(7200) }),
  'it does not say when it was issued': () => fake.idToken({ iat: undefined }),
  'it is not valid yet': () => fake.idToken({ nbf: inSeconds(3600) }),
  'it has no subject': () => fake.idToken({ sub: undefined }),
  'its subject is empty': () => fake.idToken({ sub: '' }),
  'its subject is no string': () => fake.idToken({ sub: ['alice'] }),
  'it has critical headers that nobody knows': () => fake.idToken({}, { crit: ['exp-on-mars'], 'exp-on-mars': 1 }),
  'it has critical headers that name none': () => fake.idToken({}, { crit: [] }),
  'it is a megabyte long': () => fake.idToken({ padding: 'x'.repeat(1_000_000) }),
  'a claim is given twice': () => fake.withClaimsText('"sub":"mallory"'),
  'a claim is given twice, once by an escaped name': () => fake.withClaimsText('"\\u0073ub":"mallory"'),
  'a claim is given twice, after an object that holds its name': () =>
    fake.withClaimsText('"a":{"sub":["}",{"sub":1}]},"b":"\\"}{","exp":1'),
  'a header is given twice': () =>
    fake.signed(`{"alg":"none",${JSON.stringify(fake.id.header).slice(1)}`, fake.id.claims),
  'its claims are a list': () => fake.signed(fake.id.header, '[]'),
  'its claims are not JSON': () => fake.signed(fake.id.header, '{sub}'),
  'it is not signed': () => fake.unsigned(),
  'it is signed with the public key for a secret': () => fake.hmac(),
  'it is signed by a stranger under the id of our key': () => fake.byStranger(),
  'it is signed by a key without an id': () => fake.byStranger({ kid: undefined }),
  'its claims were changed': () => fake.tampered({ 'cognito:username': 'bob' }),
  'it is an ID token for another client': () => fake.idToken({ aud: 'another' }),
  'it is an ID token of the machine client': () => fake.idToken({ aud: machineClientId }),
  'it is an access token for another client': () => fake.accessToken({ client_id: 'another' }),
  'it is of another user pool': () => fake.idToken({ iss: `${String(fake.id.claims.iss)}2` }),
  'an ID token calls itself an access token': () => fake.idToken({ token_use: 'access' }),
  'an access token calls itself an ID token': () => fake.accessToken({ token_use: 'id' }),
  'it is a token for something else': () => fake.idToken({ token_use: 'refresh' }),
  'it does not say what it is for': () => fake.idToken({ token_use: undefined }),
  'it is one word': () => 'hello',
  'it has two parts': () => door.idToken().split('.').slice(0, 2).join('.'),
  'it has four parts': () => `${door.idToken()}.x`,
}

describe('a token is refused with 401 and a challenge when', () => {
  test.each(Object.entries(refused))('%s', async (_, token) => {
    const response = await withToken(token())
    expect(response).toMatchObject({ status: 401 })
    expect(response.headers['WWW-Authenticate']).toMatch(/^Bearer realm="frontdesk", error="invalid_token"/)
    expect(bodyOf(response)).toMatchObject({ type: '/docs/problems/unauthenticated', title: 'Unauthenticated' })
  })

  test('and fake tokens are accepted when nothing is wrong with them', async () => {
    for (const token of [
      fake.idToken({}),
      fake.accessToken({}),
      fake.withClaimsText('"more":{"sub":1},"text":"\\":\\""'),
    ]) {
      expect(await withToken(token)).toMatchObject({ status: 200 })
    }
  })

  test('an expired token is told so, since that one is worth a new sign-in', async () => {
    expect(bodyOf(await withToken(door.idToken('alice', -1)))).toMatchObject({ detail: 'The token has expired.' })
  })
})

describe('Authorization', () => {
  const accepted = ['bearer TOKEN', 'BEARER TOKEN', 'Bearer    TOKEN', 'Bearer TOKEN ']
  test.each(accepted)('is read from "%s"', async (value) => {
    const authorization = value.replace('TOKEN', door.idToken())
    expect(await door.send('GET', '/status', { headers: { authorization } })).toMatchObject({ status: 200 })
  })

  const refused = [
    '',
    'Bearer',
    'Bearer ',
    'TOKEN',
    'BearerTOKEN',
    'Bearer\tTOKEN',
    'Bearer TOKEN TOKEN',
    'Bearer TOKEN, Bearer TOKEN',
    'Bearer TOKEN,',
    'Bearer "TOKEN"',
    'Bearer TOK\u00c9N',
    'Basic YWxpY2U6c2VjcmV0',
    'Token TOKEN',
    'Basic x, Bearer TOKEN',
  ]
  test.each(refused)('is refused as "%s"', async (value) => {
    const authorization = value.replaceAll('TOKEN', door.idToken())
    const response = await door.send('GET', '/status', { headers: { authorization } })
    expect(response).toMatchObject({ status: 401 })
    expect(response.headers['WWW-Authenticate']).toMatch(/^Bearer realm="frontdesk", error="invalid_request"/)
  })

  test('when absent, the challenge names no error (RFC 6750, 3.1)', async () => {
    const response = await door.send('GET', '/status')
    expect(response).toMatchObject({ status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="frontdesk"' } })
  })
})

describe('who is calling', () => {
  const user = async (token: string) => bodyOf(await withToken(token)).user
  test('is the user name of a person, and the client of a machine', async () => {
    expect(await user(door.idToken('alice'))).toBe('alice')
    expect(await user(issueAccessToken(door.key, { scope: 'frontdesk/read', user: 'bob', expiresIn: 60 }))).toBe('bob')
    expect(await user(door.accessToken('frontdesk/read'))).toBe(machineClientId)
  })
})

describe('every operation asks for the caller that the contract names', () => {
  const missing = '00000000-0000-4000-8000-000000000000'
  const ask = ({ method, path }: (typeof operations)[number], headers: Record<string, string>, more = {}) =>
    door.send(method, path.replace(/\{\w+\}/g, missing), { headers, ...more })
  /** The statuses of an empty request whose caller was accepted. */
  const accepted = expect.not.toBeOneOf([401, 403]) as number
  const of = (caller: string) => operations.filter((operation) => operation.caller === caller)

  test('those of each kind are as many as the contract has', () => {
    expect(of('user')).toHaveLength(occurrences(/"security":\[\{"cognito":/g))
    expect(of('apiKey')).toHaveLength(occurrences(/"security":\[\{"apiKey":/g))
    expect(of('anyone')).toHaveLength(occurrences(/"security":\[\]/g))
    // Examples can have a member of this name, too.
    expect(operations).toHaveLength(occurrences(/"operationId":"\w+","tags":/g))
    expect(of('user').every(({ scopes, protocol }) => (scopes.length === 1) !== (protocol !== undefined))).toBe(true)
  })

  test.each(
    of('user').flatMap((operation) => (operation.protocol ? [] : [[operation.operationId, operation] as const])),
  )('%s: a user', async (_, operation) => {
    // The URL of an upload is a right to write.
    const isRead = operation.method === 'GET' && operation.operationId !== 'getCaseUploadUrl'
    const scope = isRead ? 'frontdesk/read' : 'frontdesk/write'
    expect(operation.scopes).toEqual([scope])
    const status = async (token: string) => (await ask(operation, { authorization: `Bearer ${token}` })).status

    expect((await ask(operation, {}, { apiKeyId: 'key' })).status).toBe(401)
    expect(await status(door.idToken())).toEqual(accepted)
    expect(await status(door.accessToken(scope))).toEqual(accepted)
    expect(await status(door.accessToken(`openid ${scope} other/${scope}`))).toEqual(accepted)

    const others = allScopes.filter((other) => other !== scope).join(' ')
    for (const insufficient of [others, `${scope}s`, `x${scope}`, scope.toUpperCase(), '']) {
      const response = await ask(operation, { authorization: `Bearer ${door.accessToken(insufficient)}` })
      expect(response.status).toBe(403)
      const challenge = `Bearer realm="frontdesk", error="insufficient_scope", scope="${scope}"`
      expect(response.headers['WWW-Authenticate']).toBe(challenge)
      expect(bodyOf(response)).toMatchObject({ type: '/docs/problems/insufficient-scope' })
    }
  })

  test.each(
    of('user').flatMap((operation) => (operation.protocol ? [[operation.operationId, operation] as const] : [])),
  )('%s: an access token with any of its scopes', async (_, operation) => {
    const status = async (token: string) => (await ask(operation, { authorization: `Bearer ${token}` })).status
    expect(operation.scopes).toEqual(allScopes)
    expect((await ask(operation, {}, { apiKeyId: 'key' })).status).toBe(401)
    expect(await status(door.idToken())).toBe(401)
    for (const scope of allScopes) {
      expect(await status(door.accessToken(scope))).toEqual(accepted)
      expect(await status(door.accessToken(`openid ${scope} other/${scope}`))).toEqual(accepted)
      for (const insufficient of [`${scope}s`, `x${scope}`, scope.toUpperCase(), '']) {
        const response = await ask(operation, { authorization: `Bearer ${door.accessToken(insufficient)}` })
        expect(response.status).toBe(403)
        const challenge = `Bearer realm="frontdesk", error="insufficient_scope", scope="${allScopes.join(' ')}"`
        expect(response.headers['WWW-Authenticate']).toContain(challenge)
        expect(bodyOf(response)).toMatchObject({ type: '/docs/problems/insufficient-scope' })
      }
    }
  })

  test.each(of('apiKey').map((operation) => [operation.operationId, operation] as const))(
    '%s: a key',
    async (_, operation) => {
      const authorization = `Bearer ${door.idToken()}`
      // Any caller can send the header. Only the gateway knows whether the key is valid.
      const response = await ask(operation, { authorization, 'x-api-key': 'local-api-key' })
      expect(response.status).toBe(403)
      expect(bodyOf(response)).toMatchObject({ type: '/docs/problems/forbidden' })
      expect((await ask(operation, {}, { apiKeyId: 'key' })).status).toEqual(accepted)
    },
  )

  test.each(of('anyone').map((operation) => [operation.operationId, operation] as const))(
    '%s: anyone',
    async (_, operation) => {
      expect((await ask(operation, {})).status).toEqual(accepted)
      // The server does not read a token that the operation does not need.
      expect((await ask(operation, { authorization: 'Bearer x' })).status).toEqual(accepted)
    },
  )
})
