// The pool's userInfo endpoint: who a person's access token belongs to.
import type { RefreshTokens } from './refresh-tokens.ts'
import type { Answer } from './routes.ts'
import { signedClaims, type SignedClaims } from './signed-claims.ts'
import type { SigningKey } from './signing-key.ts'

type PersonClaims = SignedClaims & { username: string; origin_jti: string }
type Pool = {
  key: SigningKey
  refreshTokens: RefreshTokens
  emailOf: (user: string) => string | undefined
  now: () => number
}

const ended = 'Access token is expired, disabled, or deleted, or the user has globally signed out.'

const refused = (status: number, error: string, description: string): Answer => ({
  status,
  headers: { 'www-authenticate': `Bearer error="${error}", error_description="${description}"` },
  body: { error, error_description: description },
})

export function userInfo({ key, refreshTokens, emailOf, now }: Pool, authorization = ''): Answer {
  const [, token] = /^bearer +([\w.-]+) *$/i.exec(authorization) ?? []
  if (token === undefined) return refused(401, 'invalid_request', 'Bearer token is missing or malformed.')
  const claims = signedClaims(key, token)
  if (claims?.token_use !== 'access' || claims.iss !== key.issuer || claims.exp * 1000 <= now()) {
    return refused(401, 'invalid_token', ended)
  }
  const scopes = claims.scope?.split(' ') ?? []
  if (!isPerson(claims) || !scopes.includes('openid')) {
    return refused(403, 'insufficient_scope', 'The access token needs the scope openid.')
  }
  if (refreshTokens.isRevoked(claims.origin_jti)) return refused(401, 'invalid_token', ended)
  const { sub, username } = claims
  const email = emailOf(username) ?? `${username}@example.com`
  // Cognito answers true as a text here.
  const address = scopes.includes('email') && { email_verified: 'true', email }
  return { status: 200, body: { sub, ...address, username } }
}

const isPerson = (claims: SignedClaims): claims is PersonClaims => 'username' in claims
