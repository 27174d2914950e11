// The pool's discovery document, with the members that Cognito's own has.
import { userPoolId } from './pool.ts'

/**
 * Cognito also lists the response type "token". No client of the pool has the implicit grant. It lists no
 * `code_challenge_methods_supported` although it supports S256, and so does this document.
 */
export const discovery = (url: string, issuer: string) => ({
  authorization_endpoint: `${url}/oauth2/authorize`,
  end_session_endpoint: `${url}/logout`,
  id_token_signing_alg_values_supported: ['RS256'],
  issuer,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ['code'],
  revocation_endpoint: `${url}/oauth2/revoke`,
  scopes_supported: ['openid', 'email', 'phone', 'profile'],
  subject_types_supported: ['public'],
  token_endpoint: `${url}/oauth2/token`,
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  userinfo_endpoint: `${url}/oauth2/userInfo`,
})

/** Cognito has the first alone. The others are where clients look that know only the host, or follow RFC 8414. */
export const discoveryPaths = [
  `/${userPoolId}/.well-known/openid-configuration`,
  '/.well-known/openid-configuration',
  `/.well-known/oauth-authorization-server/${userPoolId}`,
]
