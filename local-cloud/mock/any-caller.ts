// Who may call a mock: everyone with a token or a key, whatever they are. A real access token keeps its scopes.
import { createHash } from 'node:crypto'
import { authenticateBy, tokenOf } from '../../server/auth/authenticate.ts'
import { parseClaims, type Claims } from '../../server/auth/claims.ts'
import type { Authorize } from '../emulators/api-gateway/authorizer.ts'
import { scopes } from '../emulators/cognito/index.ts'

const lifetimeSeconds = 3600

/** The claims of a JWT, which nobody has verified; for any other token those of a user of its own, who may do everything. */
function claimsOf(token: string): Claims {
  const now = Math.floor(Date.now() / 1000)
  const made = createHash('sha256').update(token).digest('hex').slice(0, 12)
  const scope = scopes.join(' ')
  const user: Claims = { token_use: 'access', sub: `mock-${made}`, scope, iat: now, exp: now + lifetimeSeconds }
  try {
    const claims = parseClaims(token)
    return claims.exp > now ? claims : user
  } catch {
    return user
  }
}

/** Has nothing to prepare before the first request. */
export const authenticateAnyone = Object.assign(
  authenticateBy((authorization) => Promise.resolve(authorization).then(tokenOf).then(claimsOf)),
  { prime: () => Promise.resolve() },
)

/** In place of the gateway's authorizer, for operations that take access tokens alone. */
export const authorizeAnyone: Authorize = (authorization = '') =>
  /^Bearer +\S/i.test(authorization) ? undefined : 'UNAUTHORIZED'

export const acceptsAnyKey = (key: string | undefined) => (key ? 'local' : undefined)
