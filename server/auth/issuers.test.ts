// Whose tokens are accepted: those of Cognito's own issuer, or only those of the issuers that are configured.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  issueAccessToken,
  issueIdToken,
  loadSigningKey,
  startCognito,
  userClientId,
  userPoolId,
  type SigningKey,
} from '../../local-cloud/emulators/cognito/index.ts'
import type { HttpRequest } from '../http/message.ts'
import { createAuthenticate } from './authenticate.ts'
import { createSigningKeys } from './jwks.ts'

const ofCognito = `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`
const local = `http://localhost:4020/${userPoolId}`
const other = `http://localhost:4021/${userPoolId}`

let directory: string
let key: SigningKey
let cognito: Awaited<ReturnType<typeof startCognito>>
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'issuers-'))
  key = await loadSigningKey(directory)
  cognito = await startCognito({ key })
})
afterAll(async () => {
  await cognito.close()
  await rm(directory, { recursive: true })
})

const acceptedBy = async (issuers: string[], token: string) => {
  const options = { userPoolId, userClientId, accessClientIds: [userClientId], issuers }
  const authenticate = createAuthenticate({ ...options, signingKeys: createSigningKeys(cognito.url) })
  // Safe cast: the authentication reads nothing but the headers.
  const request = { headers: { authorization: `Bearer ${token}` } } as unknown as HttpRequest
  return authenticate(request, ['frontdesk/read']).then(
    ({ name }) => name,
    (error: { slug?: string }) => error.slug,
  )
}

const tokens = (issuer: string) => ({
  id: issueIdToken({ ...key, issuer }, { user: 'alice', expiresIn: 60 }),
  access: issueAccessToken({ ...key, issuer }, { user: 'alice', scope: 'frontdesk/read', expiresIn: 60 }),
})

test.each([
  ['a deployment accepts the tokens of Cognito', [], ofCognito, 'alice'],
  ['a deployment refuses those of the local cloud', [], local, 'unauthenticated'],
  ['the local cloud accepts those of its address', [local], local, 'alice'],
  ['the local cloud accepts those of each of its addresses', [local, other], other, 'alice'],
  ['the local cloud refuses those of another address', [local], other, 'unauthenticated'],
  ['the local cloud refuses those of Cognito', [local], ofCognito, 'unauthenticated'],
])('%s', async (_, issuers, issuer, answer) => {
  expect(await acceptedBy(issuers, tokens(issuer).id)).toBe(answer)
  expect(await acceptedBy(issuers, tokens(issuer).access)).toBe(answer)
})

test('an issuer of our own is no way around the checks of client and use', async () => {
  const expiresIn = 60
  const own = { ...key, issuer: local }
  const foreign = issueIdToken(own, { user: 'alice', expiresIn, clientId: 'another' })
  expect(await acceptedBy([local], foreign)).toBe('unauthenticated')
  const program = issueAccessToken(own, { scope: 'frontdesk/read', expiresIn, clientId: 'another' })
  expect(await acceptedBy([local], program)).toBe('unauthenticated')
})
