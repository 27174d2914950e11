// Verifies tokens of the local pool by the checks that the API makes.
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import { createIssuerVerifier } from '../server/auth/issuers.ts'
import type { Claims } from '../server/auth/claims.ts'
import { issuer as defaultIssuer, jwks, type SigningKey } from '../local-cloud/emulators/cognito/index.ts'

type Expected = { tokenUse: 'id' | 'access'; clientId: string; issuer?: string; graceSeconds?: number }

export function createTokenVerifier(
  key: SigningKey,
  { issuer = defaultIssuer, graceSeconds = 0, ...expected }: Expected,
) {
  const jwksCache = new SimpleJwksCache()
  jwksCache.addJwks(`${issuer}/.well-known/jwks.json`, jwks(key))
  const verifier = createIssuerVerifier([issuer], expected, { jwksCache })
  return {
    /** Safe cast: the tests read claims that their tokens have. */
    verifySync: (token: string) => verifier.verifySync(token, { graceSeconds }) as Claims & Record<string, unknown>,
  }
}
