// API Gateway's authorizer for a user pool, as it judges a token on an operation with scopes.
import { signedClaims, type SigningKey } from '../cognito/index.ts'

type Refused = 'UNAUTHORIZED' | 'EXPIRED_TOKEN'

/** Returns the type of the gateway's answer, or undefined when the request may pass. */
export type Authorize = (authorization: string | undefined, scopes: readonly string[]) => Refused | undefined

/**
 * One of the scopes is enough. An ID token has none. API Gateway accepts a token with and without the word Bearer. It does not
 * look at the app client or at the audience: the function does.
 */
export const createAuthorizer =
  (key: SigningKey): Authorize =>
  (authorization = '', scopes) => {
    const [, token] = /^(?:Bearer +)?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? []
    const claims = token === undefined ? undefined : signedClaims(key, token)
    if (claims?.token_use !== 'access') return 'UNAUTHORIZED'
    if (claims.exp * 1000 <= Date.now()) return 'EXPIRED_TOKEN'
    const granted = claims.scope?.split(' ') ?? []
    return scopes.some((scope) => granted.includes(scope)) ? undefined : 'UNAUTHORIZED'
  }
