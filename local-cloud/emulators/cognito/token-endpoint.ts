// The pool's OAuth endpoints that clients call themselves: tokens for a code, a refresh token or a secret, and revocation.
import { createHash, randomUUID } from 'node:crypto'
import { authenticateClient, OAuthError, readForm, type FormRequest } from './client-authentication.ts'
import type { Client } from './clients.ts'
import type { Codes } from './codes.ts'
import type { RefreshTokens } from './refresh-tokens.ts'
import type { SigningKey } from './signing-key.ts'
import { issueAccessToken, issueIdToken } from './tokens.ts'

type Pool = {
  key: SigningKey
  codes: Codes
  refreshTokens: RefreshTokens
  /** The address that a person has signed up with. */
  emailOf: (user: string) => string | undefined
  now: () => number
}
type SignedIn = {
  user: string
  scope: string
  clientId: string
  session: { origin: string; signedInAt: number }
  resource?: string | undefined
  nonce?: string | undefined
}

const expiresIn = 3600

export function createTokenEndpoint(pool: Pool) {
  const grants: Record<string, (client: Client, form: URLSearchParams) => object | Promise<object>> = {
    authorization_code: (client, form) => exchangeCode(pool, client, form),
    refresh_token: (client, form) => refresh(pool, client, form),
    client_credentials: (client, form) => issueToProgram(pool, client, form),
  }
  return async (request: FormRequest): Promise<object> => {
    const form = readForm(request)
    const client = authenticateClient(request.authorization ?? '', form)
    const name = required(form, 'grant_type')
    const grant = Object.hasOwn(grants, name) ? grants[name] : undefined
    if (!grant) throw new OAuthError('unsupported_grant_type')
    if (!client.grants.includes(name)) throw new OAuthError('unauthorized_client')
    return grant(client, form)
  }
}

/** Ends a sign-in. A token that is unknown or has ended is no error (RFC 7009, 2.2). */
export async function revoke({ refreshTokens }: Pool, request: FormRequest): Promise<void> {
  const form = readForm(request)
  const client = clientOfRevocation(request, form)
  const token = required(form, 'token')
  // An access token or an ID token: three parts between dots.
  if (token.split('.').length === 3) throw new OAuthError('unsupported_token_type')
  if (refreshTokens.find(token)?.clientId === client.id) await refreshTokens.revoke(token)
}

/** The revocation endpoint alone answers 401 to a client that it does not know. */
function clientOfRevocation({ authorization = '' }: FormRequest, form: URLSearchParams): Client {
  try {
    return authenticateClient(authorization, form)
  } catch (error) {
    if (error instanceof OAuthError && error.error === 'invalid_client') throw new OAuthError(error.error, 401)
    throw error
  }
}

async function exchangeCode(pool: Pool, client: Client, form: URLSearchParams) {
  const [code, redirectUri] = [required(form, 'code'), required(form, 'redirect_uri')]
  const verifier = form.get('code_verifier') ?? undefined
  // A request without its verifier is incomplete. It does not use up the code.
  if (pool.codes.find(code)?.challenge !== undefined && !verifier) throw new OAuthError('invalid_request')
  const grant = pool.codes.take(code)
  if (grant?.client.id !== client.id || grant.redirectUri !== redirectUri) throw new OAuthError('invalid_grant')
  if (challengeFor(verifier) !== grant.challenge) throw new OAuthError('invalid_grant')

  const { scope, resource, nonce, signIn } = grant
  const session = { origin: randomUUID(), signedInAt: signIn.at }
  const continued = { clientId: client.id, user: signIn.user, scope, ...session, ...(resource && { resource }) }
  const refreshToken = await pool.refreshTokens.issue(continued, client.signedInForDays)
  const signedIn = { user: signIn.user, clientId: client.id, scope, session, resource, nonce }
  return { ...tokensOf(pool, signedIn), refresh_token: refreshToken }
}

const challengeFor = (verifier: string | undefined) =>
  verifier === undefined ? undefined : createHash('sha256').update(verifier).digest('base64url')

/** A refresh token works once: the answer has the next one. */
async function refresh(pool: Pool, client: Client, form: URLSearchParams) {
  const given = required(form, 'refresh_token')
  const continued = pool.refreshTokens.find(given)
  if (continued?.clientId !== client.id) throw new OAuthError('invalid_grant')
  const { user, clientId, scope, resource, origin, signedInAt } = continued
  const next = await pool.refreshTokens.rotate(given)
  if (next === undefined) throw new OAuthError('invalid_grant')
  return {
    ...tokensOf(pool, { user, clientId, scope, resource, session: { origin, signedInAt } }),
    refresh_token: next,
  }
}

function tokensOf({ key, emailOf, now }: Pool, { user, scope, clientId, session, resource, nonce }: SignedIn) {
  const common = { user, clientId, session, expiresIn, now: now() }
  const accessToken = issueAccessToken(key, { ...common, scope, ...(resource !== undefined && { resource }) })
  const email = emailOf(user)
  const ofPerson = { ...(email !== undefined && { email }), ...(nonce !== undefined && { nonce }) }
  // Without the scope openid the client has not asked who the person is.
  const idToken = scope.split(' ').includes('openid') && issueIdToken(key, { ...common, ...ofPerson, accessToken })
  return {
    ...(idToken && { id_token: idToken }),
    access_token: accessToken,
    expires_in: expiresIn,
    token_type: 'Bearer',
  }
}

function issueToProgram({ key, now }: Pool, client: Client, form: URLSearchParams) {
  const wanted = form.get('scope')?.split(' ').filter(Boolean) ?? []
  if (wanted.some((scope) => !client.scopes.includes(scope))) throw new OAuthError('invalid_scope')
  const scope = (wanted.length > 0 ? wanted : client.scopes).join(' ')
  const accessToken = issueAccessToken(key, { scope, expiresIn, clientId: client.id, now: now() })
  return { access_token: accessToken, expires_in: expiresIn, token_type: 'Bearer' }
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name)
  if (value) return value
  throw new OAuthError('invalid_request')
}
