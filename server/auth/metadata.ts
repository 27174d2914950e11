// The open documents that tell an assistant where to sign in (RFC 9728 and RFC 8414).
import { scopes, title } from '../../generated/names.ts'
import type { HttpRequest } from '../http/message.ts'
import { addressOf } from '../http/own-address.ts'
import { Problem } from '../http/problem.ts'
import { requiredIn } from '../variables.ts'
import { resourceOf } from './resource.ts'

const answered = { status: 200 as const, headers: { 'Cache-Control': 'public, max-age=3600' } }

export function createMetadata(env: NodeJS.ProcessEnv) {
  /** Cognito's pages for signing in. A service for programs alone has none. */
  const signIn = env.SIGN_IN_URL
  return {
    protectedResource: (request: HttpRequest) => ({
      ...answered,
      body: {
        resource: resourceOf(request),
        authorization_servers: signIn ? [addressOf(request)] : [],
        scopes_supported: [...scopes],
        bearer_methods_supported: ['header'],
        resource_name: title,
      },
    }),

    /** Cognito does the work. Its own document does not name PKCE, without which clients refuse to sign in. */
    authorizationServer: (request: HttpRequest) => {
      if (!signIn) throw new Problem('not-found', 'This service has no sign-in for assistants.')
      return {
        ...answered,
        body: {
          issuer: addressOf(request),
          authorization_endpoint: `${signIn}/oauth2/authorize`,
          token_endpoint: `${signIn}/oauth2/token`,
          revocation_endpoint: `${signIn}/oauth2/revoke`,
          jwks_uri: keysUrl(env),
          response_types_supported: ['code'],
          grant_types_supported: ['authorization_code', 'refresh_token'],
          code_challenge_methods_supported: ['S256'],
          token_endpoint_auth_methods_supported: ['none', 'client_secret_basic', 'client_secret_post'],
          scopes_supported: [...scopes],
        },
      }
    },
  }
}

/** The address of the pool's keys. The pool's id begins with its region. */
function keysUrl(env: NodeJS.ProcessEnv): string {
  const pool = requiredIn(env)('USER_POOL_ID')
  const host = `https://cognito-idp.${pool.split('_', 1)[0] ?? ''}.amazonaws.com`
  return `${env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? host}/${pool}/.well-known/jwks.json`
}
