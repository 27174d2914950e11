// The Cognito emulator over HTTP, called as a client calls the real service.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTokenVerifier } from '../../../testing/token-verifier.ts'
import {
  issuerAt,
  jwks,
  loadSigningKey,
  machineClientId,
  machineClientSecret,
  startCognito,
  userClientId,
  userPoolId,
  type SigningKey,
} from './index.ts'

const password = 'Correct-horse-1'

let dataDir: string
let key: SigningKey
let cognito: Awaited<ReturnType<typeof startCognito>>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cognito-'))
  key = await loadSigningKey(dataDir)
  cognito = await startCognito({ key })
})
afterAll(async () => {
  await cognito.close()
  await rm(dataDir, { recursive: true })
})

const answerOf = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('content-type'),
  errorType: response.headers.get('x-amzn-errortype'),
  body: (await response.json()) as Record<string, unknown>,
})

const call = async (operation: string, input: unknown) =>
  answerOf(
    await fetch(cognito.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: typeof input === 'string' ? input : JSON.stringify(input),
    }),
  )

const signUp = (Username: string, rest: object = {}) =>
  call('SignUp', { ClientId: userClientId, Username, Password: password, ...rest })
const confirm = (Username: string) => call('AdminConfirmSignUp', { UserPoolId: userPoolId, Username })
const signIn = (USERNAME: string, PASSWORD = password, rest: object = {}) =>
  call('InitiateAuth', {
    ClientId: userClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD },
    ...rest,
  })

const refusal = (type: string, message: string) => ({
  status: 400,
  type: 'application/x-amz-json-1.1',
  errorType: `${type}:`,
  body: { __type: type, message },
})

const verified = (token: unknown, tokenUse: 'id' | 'access', clientId: string) =>
  createTokenVerifier(key, { tokenUse, clientId, issuer: issuerAt(cognito.url) }).verifySync(String(token))

describe('the public documents', () => {
  test('the key set is the one that tokens are signed with', async () => {
    const response = await fetch(`${cognito.url}/${userPoolId}/.well-known/jwks.json`)
    expect(await response.json()).toEqual(jwks(key))
    expect(JSON.stringify(jwks(key))).not.toContain('"d"')
  })

  test.each([
    `/${userPoolId}/.well-known/openid-configuration`,
    `/.well-known/oauth-authorization-server/${userPoolId}`,
    '/.well-known/openid-configuration',
  ])('the discovery document at %s has the members of Cognito, and its addresses answer', async (path) => {
    const document = (await (await fetch(`${cognito.url}${path}`)).json()) as Record<string, string>
    expect(document).toEqual({
      authorization_endpoint: `${cognito.url}/oauth2/authorize`,
      end_session_endpoint: `${cognito.url}/logout`,
      id_token_signing_alg_values_supported: ['RS256'],
      issuer: `${cognito.url}/${userPoolId}`,
      jwks_uri: `${cognito.url}/${userPoolId}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      revocation_endpoint: `${cognito.url}/oauth2/revoke`,
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
      token_endpoint: `${cognito.url}/oauth2/token`,
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      userinfo_endpoint: `${cognito.url}/oauth2/userInfo`,
    })
    for (const name of ['authorization_endpoint', 'end_session_endpoint', 'jwks_uri', 'userinfo_endpoint']) {
      expect((await fetch(document[name] ?? '')).status, name).not.toBe(404)
    }
  })

  test('anything else is not found', async () => {
    expect((await fetch(`${cognito.url}/us-east-1_Other/.well-known/jwks.json`)).status).toBe(404)
    expect((await fetch(`${cognito.url}/oauth2/token`)).status).toBe(404)
  })
})

describe('signing up and in', () => {
  test('a confirmed user gets tokens, the ID token with the e-mail address given', async () => {
    const signedUp = await signUp('carol', { UserAttributes: [{ Name: 'email', Value: 'carol@example.org' }] })
    expect(signedUp).toMatchObject({ status: 200, type: 'application/x-amz-json-1.1', body: { UserConfirmed: false } })
    expect(await signIn('carol')).toEqual(refusal('UserNotConfirmedException', 'User is not confirmed.'))
    expect(await confirm('carol')).toMatchObject({ status: 200, body: {} })

    const { body } = await signIn('carol')
    const tokens = body.AuthenticationResult as Record<string, unknown>
    expect(tokens).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
    expect(verified(tokens.IdToken, 'id', userClientId)).toMatchObject({
      sub: signedUp.body.UserSub,
      'cognito:username': 'carol',
      email: 'carol@example.org',
    })
    expect(verified(tokens.AccessToken, 'access', userClientId)).toMatchObject({
      sub: signedUp.body.UserSub,
      username: 'carol',
      scope: 'aws.cognito.signin.user.admin',
    })
  })

  test('a wrong password and an unknown user are told apart by nothing', async () => {
    await signUp('dave')
    await confirm('dave')
    const refused = refusal('NotAuthorizedException', 'Incorrect username or password.')
    expect(await signIn('dave', 'Wrong-horse-1')).toEqual(refused)
    expect(await signIn('nobody')).toEqual(refused)
  })

  test('a name is taken once', async () => {
    await signUp('erin')
    expect(await signUp('erin')).toEqual(refusal('UsernameExistsException', 'User already exists'))
  })

  test.each([
    ['Aa1-aaa', 'Password not long enough'],
    ['AAAAAAA-1', 'Password must have lowercase characters'],
    ['aaaaaaa-1', 'Password must have uppercase characters'],
    ['Aaaaaaa--', 'Password must have numeric characters'],
    ['Aaaaaaa11', 'Password must have symbol characters'],
  ])('the password %s is refused', async (Password, reason) => {
    const message = `Password did not conform with policy: ${reason}`
    expect(await signUp('frank', { Password })).toEqual(refusal('InvalidPasswordException', message))
    expect(await confirm('frank')).toEqual(refusal('UserNotFoundException', 'User does not exist.'))
  })

  test('a user is confirmed once', async () => {
    await signUp('grace')
    await confirm('grace')
    const message = 'User cannot be confirmed. Current status is CONFIRMED'
    expect(await confirm('grace')).toEqual(refusal('NotAuthorizedException', message))
  })

  test('a user who is deleted is gone, and the name is free again', async () => {
    await signUp('heidi')
    const remove = () => call('AdminDeleteUser', { UserPoolId: userPoolId, Username: 'heidi' })
    expect(await remove()).toMatchObject({ status: 200, body: {} })
    expect(await remove()).toEqual(refusal('UserNotFoundException', 'User does not exist.'))
    expect(await signUp('heidi')).toMatchObject({ status: 200 })
  })

  test.each([
    ['SignUp', { ClientId: 'nobody' }, 'ResourceNotFoundException'],
    ['SignUp', { ClientId: 'n\u00f6b\u00f6dy \u{1f464}\n' }, 'ResourceNotFoundException'],
    ['SignUp', { ClientId: machineClientId }, 'NotAuthorizedException'],
    ['SignUp', { ClientId: userClientId, Password: password }, 'InvalidParameterException'],
    ['SignUp', '{"ClientId":', 'SerializationException'],
    ['SignUp', '[]', 'SerializationException'],
    ['AdminConfirmSignUp', { UserPoolId: 'us-east-1_Other', Username: 'x' }, 'ResourceNotFoundException'],
    ['InitiateAuth', { ClientId: userClientId, AuthFlow: 'USER_SRP_AUTH' }, 'InvalidParameterException'],
    ['InitiateAuth', { ClientId: userClientId, AuthFlow: 'USER_PASSWORD_AUTH' }, 'InvalidParameterException'],
    ['ListGroups', {}, 'UnknownOperationException'],
    ['ListUsers', { UserPoolId: 'us-east-1_Other' }, 'ResourceNotFoundException'],
    ['AdminCreateUser', { UserPoolId: userPoolId }, 'InvalidParameterException'],
    ['constructor', {}, 'UnknownOperationException'],
  ])('%s %j is refused by %s', async (operation, input, type) => {
    const answer = await call(operation, input)
    expect(answer).toEqual(refusal(type, String(answer.body.message)))
  })
})

describe('the token endpoint', () => {
  const requestToken = async (
    form: Record<string, string>,
    credentials = `${machineClientId}:${machineClientSecret}`,
  ) =>
    answerOf(
      await fetch(`${cognito.url}/oauth2/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
        body: new URLSearchParams(form),
      }),
    )
  const grant = { grant_type: 'client_credentials' }

  test.each([
    [{}, 'frontdesk/read frontdesk/write'],
    [{ scope: 'frontdesk/read' }, 'frontdesk/read'],
  ])('gives a program a token: asked for %j it carries "%s"', async (asked, scope) => {
    const { status, body } = await requestToken({ ...grant, ...asked })
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
    expect(verified(body.access_token, 'access', machineClientId)).toMatchObject({ sub: machineClientId, scope })
  })

  test.each([
    [{ ...grant, scope: 'frontdesk/read frontdesk/admin' }, 'invalid_scope'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ scope: 'frontdesk/read' }, 'invalid_request'],
  ])('refuses %j as %s', async (form, error) => {
    expect(await requestToken(form)).toMatchObject({ status: 400, body: { error } })
  })

  test.each([`${machineClientId}:wrong`, `${userClientId}:${machineClientSecret}`, ''])(
    'refuses the credentials "%s"',
    async (credentials) => {
      expect(await requestToken(grant, credentials)).toMatchObject({ status: 400, body: { error: 'invalid_client' } })
    },
  )

  test('refuses a body that is no form', async () => {
    const response = await fetch(`${cognito.url}/oauth2/token`, { method: 'POST', body: '{}' })
    expect(await answerOf(response)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  })
})

describe('the service itself', () => {
  test('fails to start on a port that is taken', async () => {
    await expect(startCognito({ key, port: Number(new URL(cognito.url).port) })).rejects.toThrow(/EADDRINUSE/)
  })

  test('answers no more once it is closed, and closing it twice is no error', async () => {
    const other = await startCognito({ key })
    expect((await fetch(`${other.url}/${userPoolId}/.well-known/jwks.json`)).status).toBe(200)
    await other.close()
    await other.close()
    await expect(fetch(other.url)).rejects.toThrow()
  })
})
