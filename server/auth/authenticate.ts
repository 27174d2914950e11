// A Cognito token or an API key → the caller, or a problem that says why the caller is refused.
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { JwtExpiredError } from 'aws-jwt-verify/error'
import { name } from '../../generated/names.ts'
import type { HttpRequest } from '../http/message.ts'
import { Problem } from '../http/problem.ts'
import { parseClaims, type Claims } from './claims.ts'
import type { SigningKeys } from './jwks.ts'
import { createIssuerVerifier } from './issuers.ts'
import { unsignedToken } from './unsigned-token.ts'
import { rememberVerified } from './verified.ts'

export type Caller = {
  kind: 'anyone' | 'user' | 'apiKey'
  id: string
  name: string
  /** The scopes of an access token. */
  scopes?: readonly string[]
}

export const anyone: Caller = { kind: 'anyone', id: 'anyone', name: 'anyone' }

type AuthOptions = {
  userPoolId: string
  /** The app client whose ID tokens are accepted. */
  userClientId: string
  /** The app clients whose access tokens are accepted. */
  accessClientIds: string[]
  /** Accepted issuers instead of Cognito's own, which follows from the pool's id. A deployment has none of them. */
  issuers?: readonly string[]
  signingKeys: SigningKeys
}

/** Judges a verified token. Returns why it is invalid here, or the scopes of which it lacks some; undefined accepts it. */
export type Judge = (claims: Claims, granted: readonly string[]) => string | readonly string[] | undefined

export type Authenticate = (request: HttpRequest, scopes: readonly string[], judge?: Judge) => Promise<Caller>

export function createAuthenticate({
  userPoolId,
  userClientId,
  accessClientIds,
  issuers = [],
  signingKeys,
}: AuthOptions) {
  const createVerifiers = () => {
    const jwks = { jwksCache: signingKeys }
    if (issuers.length > 0) {
      return {
        id: createIssuerVerifier(issuers, { tokenUse: 'id', clientId: userClientId }, jwks),
        access: createIssuerVerifier(issuers, { tokenUse: 'access', clientId: accessClientIds }, jwks),
      }
    }
    return {
      id: CognitoJwtVerifier.create({ userPoolId, tokenUse: 'id', clientId: userClientId }, jwks),
      access: CognitoJwtVerifier.create({ userPoolId, tokenUse: 'access', clientId: accessClientIds }, jwks),
    }
  }
  let verifiers = createVerifiers()
  let verifiersKeys: object | undefined

  // By the whole header: taking the token out of it again would cost as much as finding it here.
  const verified = rememberVerified(async (authorization, keys): Promise<Claims> => {
    const token = tokenOf(authorization)
    const { token_use: tokenUse } = parseClaims(token)
    // A verifier keeps each public key by its id for ever. A key set may have another key under the same id.
    if (keys !== verifiersKeys) [verifiers, verifiersKeys] = [createVerifiers(), keys]
    // Safe cast: parseClaims has checked the types of these claims.
    return (await (tokenUse === 'access' ? verifiers.access : verifiers.id).verify(token)) as Claims
  }, signingKeys.current)

  const [issuer = CognitoJwtVerifier.parseUserPoolId(userPoolId).issuer] = issuers
  return Object.assign(authenticateBy(verified), { prime: () => prime(signingKeys, issuer, verified) })
}

/** @param verified Resolves to the claims of the token in the header Authorization. */
export function authenticateBy(verified: (authorization: string) => Promise<Claims>): Authenticate {
  /**
   * Returns the caller of a bearer token, if the token allows an operation.
   * @param scopes The scopes of the operation, of which an access token needs all.
   * @param judge Decides instead of the scopes.
   */
  return async (request, scopes, judge = byScopes(scopes)) => {
    const { authorization } = request.headers
    if (authorization === undefined) throw unauthenticated('This operation needs a token in Authorization: Bearer.')
    let claims: Claims
    try {
      claims = await verified(authorization)
    } catch (error) {
      // A problem says that the pool's keys cannot be had. That is not the caller's fault, so no 401.
      throw error instanceof Problem ? error : refused(error)
    }
    const isAccess = claims.token_use === 'access'
    const granted = claims.scope?.split(' ') ?? []
    const refusal = judge(claims, granted)
    if (refusal) throw typeof refusal === 'string' ? unauthenticated(refusal, 'invalid_token') : lacks(refusal)
    const { sub } = claims
    const name = claims['cognito:username'] ?? claims.username ?? claims.client_id ?? sub
    return { kind: 'user', id: sub, name, ...(isAccess && { scopes: granted }) }
  }
}

/** Fetches the keys before the first token comes, and refuses a token of our own, so that Node has loaded all it needs. */
async function prime(signingKeys: SigningKeys, issuer: string, verified: (authorization: string) => Promise<unknown>) {
  const { keys } = await signingKeys.prime(`${issuer}/.well-known/jwks.json`)
  await verified(`Bearer ${unsignedToken(issuer, keys[0]?.kid)}`).catch(() => undefined)
}

/**
 * Returns the caller of an API key. The gateway has checked the key. The consumer is the caller, so that a rotation of the key
 * changes nothing: a repeat with an idempotency key finds what was made with the old one.
 */
export function authenticateApiKey({ apiKeyId, consumer }: HttpRequest): Caller {
  // An empty id names no key.
  if (!apiKeyId) throw new Problem('forbidden', 'This operation needs an API key in x-api-key.')
  const id = consumer ?? apiKeyId
  return { kind: 'apiKey', id, name: id }
}

export function tokenOf(authorization: string): string {
  const [, token] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization) ?? []
  if (token === undefined) throw unauthenticated('Authorization must hold one bearer token.', 'invalid_request')
  return token
}

const byScopes =
  (scopes: readonly string[]): Judge =>
  ({ token_use: use }, granted) =>
    use === 'access' && !scopes.every((scope) => granted.includes(scope)) ? scopes : undefined

function lacks(scopes: readonly string[]): Problem {
  const needed = scopes.join(' ')
  const challenge = `Bearer realm="${name}", error="insufficient_scope", scope="${needed}"`
  return new Problem('insufficient-scope', `This operation needs the scope ${needed}.`, {
    headers: { 'WWW-Authenticate': challenge },
  })
}

function refused(cause: unknown): Problem {
  const detail = cause instanceof JwtExpiredError ? 'The token has expired.' : 'The token is not accepted.'
  return unauthenticated(detail, 'invalid_token', cause)
}

function unauthenticated(detail: string, error?: string, cause?: unknown): Problem {
  const challenge = `Bearer realm="${name}"${error ? `, error="${error}", error_description="${detail}"` : ''}`
  return new Problem('unauthenticated', detail, { headers: { 'WWW-Authenticate': challenge }, cause })
}
