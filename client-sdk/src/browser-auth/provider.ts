// The provider's addresses, found at its issuer, and the two of them that a page leads to: the sign-in and the sign-out.
import * as oauth from 'oauth4webapi'
import { clearly, SignInError } from './sign-in-error.ts'

/** What a sign-in remembers until the person returns. */
export type Pending = { verifier: string; nonce: string; redirectUri: string; returnTo: string }
export type Provider = ReturnType<typeof createProvider>

/** Milliseconds for each request. Other tabs wait for a renewal. */
const patience = 10_000
/** A century in seconds. */
const anyTime = 3_155_760_000

export function createProvider({ issuer, clientId }: { issuer: string; clientId: string }) {
  const address = new URL(issuer)
  const request = () => ({
    // The emulator of this machine has no certificate. Everything else must have one.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    [oauth.allowInsecureRequests]: isThisMachine(address),
    signal: AbortSignal.timeout(patience),
  })
  const discover = async () => oauth.processDiscoveryResponse(address, await oauth.discoveryRequest(address, request()))
  let found: Promise<oauth.AuthorizationServer> | undefined
  /** A failure is not kept: the next call asks again. */
  const server = () =>
    (found ??= discover().catch((error: unknown) => {
      found = undefined
      throw error
    }))

  return {
    // The clocks of people's machines are wrong, some by years. A token comes straight from the provider, so that it is known to be new.
    client: { client_id: clientId, [oauth.clockTolerance]: anyTime },
    request,
    server,

    signInUrl: (state: string, { verifier, nonce, redirectUri }: Pending, more: Record<string, string>) =>
      clearly(async () => {
        const { authorization_endpoint: endpoint } = await server()
        if (endpoint === undefined) throw new SignInError('invalid_answer', 'The provider has no page to sign in.')
        return withQuery(endpoint, {
          ...more,
          response_type: 'code',
          client_id: clientId,
          redirect_uri: redirectUri,
          state,
          nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        })
      }),

    /** Cognito's parameters. Those of OpenID Connect would put a token into the URL. */
    signOutUrl: (returnTo: string) =>
      clearly(async () => {
        const { end_session_endpoint: endpoint } = await server()
        return endpoint === undefined ? returnTo : withQuery(endpoint, { client_id: clientId, logout_uri: returnTo })
      }),
  }
}

/** The random texts of a sign-in. */
export const randomTexts = () => ({
  state: oauth.generateRandomState(),
  verifier: oauth.generateRandomCodeVerifier(),
  nonce: oauth.generateRandomNonce(),
})

const withQuery = (endpoint: string, parameters: Record<string, string>): string => {
  const url = new URL(endpoint)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

const isThisMachine = ({ hostname }: URL) => /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/.test(hostname)
