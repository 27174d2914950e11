// The requests for tokens: those for a code, their renewal, and their end.
import * as oauth from 'oauth4webapi'
import type { Pending, Provider } from './provider.ts'
import { clearly } from './sign-in-error.ts'

export type Tokens = { accessToken: string; idToken?: string; refreshToken?: string; sub?: string; lifetime: number }
export type TokenRequests = ReturnType<typeof createTokenRequests>

/** Seconds. Cognito's own, for providers that leave it out. */
const usualLifetime = 3600

export function createTokenRequests({ client, request, server }: Provider) {
  return {
    exchange: (answer: URLSearchParams, state: string, { verifier, nonce, redirectUri }: Pending) =>
      clearly(
        async () => {
          const known = await server()
          const valid = oauth.validateAuthResponse(known, client, answer, state)
          const sent = [known, client, oauth.None(), valid, redirectUri, verifier, request()] as const
          const response = await oauth.authorizationCodeGrantRequest(...sent)
          const expected = { expectedNonce: nonce, requireIdToken: true }
          const tokens = tokensIn(await oauth.processAuthorizationCodeResponse(known, client, response, expected))
          return { ...tokens, idToken: tokens.idToken ?? '' }
        },
        answer.get('code') ?? '',
        verifier,
      ),

    renew: (refreshToken: string) =>
      clearly(async () => {
        const known = await server()
        const response = await oauth.refreshTokenGrantRequest(known, client, oauth.None(), refreshToken, request())
        return tokensIn(await oauth.processRefreshTokenResponse(known, client, response))
      }, refreshToken),

    revoke: (refreshToken: string) =>
      clearly(async () => {
        const known = await server()
        if (known.revocation_endpoint === undefined) return
        const response = await oauth.revocationRequest(known, client, oauth.None(), refreshToken, request())
        await oauth.processRevocationResponse(response)
      }),
  }
}

function tokensIn(answer: oauth.TokenEndpointResponse): Tokens {
  const { access_token: accessToken, id_token: idToken, refresh_token: refreshToken, expires_in: lifetime } = answer
  const sub = oauth.getValidatedIdTokenClaims(answer)?.sub
  return {
    accessToken,
    lifetime: lifetime ?? usualLifetime,
    ...(idToken !== undefined && { idToken }),
    ...(refreshToken !== undefined && { refreshToken }),
    ...(sub !== undefined && { sub }),
  }
}
