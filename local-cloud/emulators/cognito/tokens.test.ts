// Tokens of the local pool, checked by the verifier that production uses.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CognitoJwtInvalidClientIdError, JwtExpiredError, JwtInvalidSignatureError } from 'aws-jwt-verify/error'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTokenVerifier } from '../../../testing/token-verifier.ts'
import {
  issueAccessToken,
  issueIdToken,
  issuer,
  loadSigningKey,
  machineClientId,
  userClientId,
  type SigningKey,
} from './index.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const verifiers = (key: SigningKey) => ({
  id: createTokenVerifier(key, { tokenUse: 'id', clientId: userClientId }),
  access: createTokenVerifier(key, { tokenUse: 'access', clientId: machineClientId }),
})

let dataDir: string
let key: SigningKey

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cognito-'))
  key = await loadSigningKey(dataDir)
})
afterAll(() => rm(dataDir, { recursive: true }))

describe('the signing key', () => {
  test('is a file that only its owner reads, and nothing else is left behind', async () => {
    expect(await readdir(dataDir)).toEqual(['cognito-signing-key.pem'])
    expect((await stat(join(dataDir, 'cognito-signing-key.pem'))).mode & 0o777).toBe(0o600)
    expect(key.privateKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
  })

  test('is the same after a restart, so that a token issued before stays valid', async () => {
    const token = issueIdToken(key, { user: 'alice', expiresIn: 60 })
    const restarted = await loadSigningKey(dataDir)
    expect(restarted.jwk).toEqual(key.jwk)
    expect(verifiers(restarted).id.verifySync(token)['cognito:username']).toBe('alice')
  })

  // All of them look for the file before the first has made its key. Two processes may do that by chance.
  test('is one and the same for all that start at once', async () => {
    const shared = join(dataDir, 'shared')
    const keys = await Promise.all([loadSigningKey(shared), loadSigningKey(shared), loadSigningKey(shared)])
    const { kid } = (await loadSigningKey(shared)).jwk
    expect(keys.map(({ jwk }) => jwk.kid)).toEqual([kid, kid, kid])
    expect(await readdir(shared)).toHaveLength(1)
    expect(kid).not.toBe(key.jwk.kid)
  })

  test('is never replaced when its file is damaged', async () => {
    const damaged = await mkdtemp(join(dataDir, 'damaged-'))
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const otherKey = privateKey.export({ type: 'pkcs8', format: 'pem' })
    for (const content of ['not a key', '', otherKey]) {
      await writeFile(join(damaged, 'cognito-signing-key.pem'), content)
      await expect(loadSigningKey(damaged)).rejects.toThrow(/cognito-signing-key\.pem holds no private key; remove it/)
    }
  })
})

describe('an ID token', () => {
  test('has the claims of a signed-in person', () => {
    const now = Date.now()
    const seconds = Math.floor(now / 1000)
    expect(verifiers(key).id.verifySync(issueIdToken(key, { user: 'alice', expiresIn: 3600, now }))).toEqual({
      sub: expect.stringMatching(uuid) as string,
      'cognito:username': 'alice',
      email: 'alice@example.com',
      email_verified: true,
      aud: userClientId,
      token_use: 'id',
      iss: issuer,
      auth_time: seconds,
      iat: seconds,
      exp: seconds + 3600,
      jti: expect.stringMatching(uuid) as string,
      origin_jti: expect.stringMatching(uuid) as string,
      event_id: expect.stringMatching(uuid) as string,
    })
  })

  test('names a user always by the same sub, and two users by two', () => {
    const { id } = verifiers(key)
    const [first, again, other] = ['alice', 'alice', 'bob'].map((user) =>
      id.verifySync(issueIdToken(key, { user, expiresIn: 60 })),
    )
    expect(again?.sub).toBe(first?.sub)
    expect(again?.jti).not.toBe(first?.jti)
    expect(other?.sub).not.toBe(first?.sub)
  })

  test('that has expired is refused, and had been issued before it expired', () => {
    const expired = issueIdToken(key, { user: 'alice', expiresIn: -1 })
    expect(() => verifiers(key).id.verifySync(expired)).toThrow(JwtExpiredError)
    const lenient = createTokenVerifier(key, { tokenUse: 'id', clientId: userClientId, graceSeconds: 60 })
    const { iat, exp } = lenient.verifySync(expired)
    expect(exp - iat).toBe(3600)
  })

  test('of another client or with other claims is refused', () => {
    const { id } = verifiers(key)
    const foreign = issueIdToken(key, { user: 'alice', expiresIn: 60, clientId: machineClientId })
    expect(() => id.verifySync(foreign)).toThrow(CognitoJwtInvalidClientIdError)
    const [header, , signature] = issueIdToken(key, { user: 'alice', expiresIn: 60 }).split('.')
    const [, bobsClaims] = issueIdToken(key, { user: 'bob', expiresIn: 60 }).split('.')
    const forged = [header, bobsClaims, signature].join('.')
    expect(() => id.verifySync(forged)).toThrow(JwtInvalidSignatureError)
  })
})

describe('an access token', () => {
  test('of a program has the claims of client_credentials', () => {
    const now = Date.now()
    const seconds = Math.floor(now / 1000)
    const scope = 'frontdesk/read frontdesk/write'
    expect(verifiers(key).access.verifySync(issueAccessToken(key, { scope, expiresIn: 60, now }))).toEqual({
      sub: machineClientId,
      token_use: 'access',
      scope,
      auth_time: seconds,
      iat: seconds,
      exp: seconds + 60,
      iss: issuer,
      version: 2,
      jti: expect.stringMatching(uuid) as string,
      client_id: machineClientId,
    })
  })

  test("of a person has that person's sub and name", () => {
    const verifier = createTokenVerifier(key, { tokenUse: 'access', clientId: userClientId })
    const claims = verifier.verifySync(issueAccessToken(key, { scope: 'frontdesk/read', user: 'alice', expiresIn: 60 }))
    const { sub } = verifiers(key).id.verifySync(issueIdToken(key, { user: 'alice', expiresIn: 60 }))
    expect(claims).toMatchObject({ sub, username: 'alice', client_id: userClientId, scope: 'frontdesk/read' })
  })

  test('that has expired is refused', () => {
    const expired = issueAccessToken(key, { scope: 'frontdesk/read', expiresIn: -60 })
    expect(() => verifiers(key).access.verifySync(expired)).toThrow(JwtExpiredError)
  })
})
