// The authorizer of the gateway: access tokens of the pool with one of the scopes pass, and nothing else.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { issueAccessToken, issueIdToken, loadSigningKey } from '../cognito/index.ts'
import { createAuthorizer } from './authorizer.ts'

const scopes = ['frontdesk/read', 'frontdesk/write']

test('judges a token as a pool of Cognito does', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'authorizer-'))
  const [key, foreign] = await Promise.all(['own', 'foreign'].map((name) => loadSigningKey(join(directory, name))))
  await rm(directory, { recursive: true })
  if (!key || !foreign) throw new Error('There are no keys.')
  const authorize = createAuthorizer(key)
  const access = (scope: string, expiresIn = 60) => issueAccessToken(key, { scope, expiresIn })
  const [header, , signature] = access('frontdesk/read').split('.')
  const [, others] = access('frontdesk/write').split('.')
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')

  const passing = ['frontdesk/read', 'frontdesk/write', 'openid frontdesk/read'].map((scope) => access(scope))
  const audience = issueAccessToken(key, { scope: 'frontdesk/read', expiresIn: 60, user: 'a', resource: 'https://x' })
  for (const token of [...passing, audience]) {
    // The app wants the word Bearer. The gateway does not.
    for (const value of [`Bearer ${token}`, `bearer  ${token}`, token]) expect(authorize(value, scopes)).toBe(undefined)
  }
  expect(authorize(`Bearer ${access('frontdesk/read', -1)}`, scopes)).toBe('EXPIRED_TOKEN')
  const refused = {
    'no token': undefined,
    nothing: '',
    'a word': 'Bearer x',
    'another scheme': `Basic ${access('frontdesk/read')}`,
    'two tokens': `Bearer ${access('frontdesk/read')} ${access('frontdesk/read')}`,
    'another scope': `Bearer ${access('openid')}`,
    'a longer scope': `Bearer ${access('frontdesk/readers')}`,
    'an ID token': `Bearer ${issueIdToken(key, { user: 'alice', expiresIn: 60 })}`,
    'a token of another pool': `Bearer ${issueAccessToken(foreign, { scope: 'frontdesk/read', expiresIn: 60 })}`,
    'claims of another token': `Bearer ${[header, others, signature].join('.')}`,
    'no signature': `Bearer ${[unsigned, others, ''].join('.')}`,
  }
  for (const [what, value] of Object.entries(refused))
    expect([what, authorize(value, scopes)]).toEqual([what, 'UNAUTHORIZED'])
})
