// Verifies tokens of a pool at another address than Cognito's: the checks are those of Cognito's verifier.
import { JwtVerifier } from 'aws-jwt-verify'
import { validateCognitoJwtFields } from 'aws-jwt-verify/cognito-verifier'
import type { JwksCache } from 'aws-jwt-verify/jwk'
import type { JwtPayload } from 'aws-jwt-verify/jwt-model'

type Expected = { tokenUse: 'id' | 'access'; clientId: string | string[] }

export const createIssuerVerifier = (
  issuers: readonly string[],
  expected: Expected,
  jwks: { jwksCache: JwksCache },
) => {
  const configurations = issuers.map((issuer) => ({
    issuer,
    jwksUri: `${issuer}/.well-known/jwks.json`,
    // An ID token names its client in `aud`, an access token in `client_id`. The check below reads the right one.
    audience: null,
    customJwtCheck: ({ payload }: { payload: JwtPayload }) => validateCognitoJwtFields(payload, expected),
  }))
  return JwtVerifier.create(configurations, jwks)
}
