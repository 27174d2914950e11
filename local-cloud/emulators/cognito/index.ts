// The Cognito emulator: what the rest of the local cloud uses of it.
export { callbackUrlsIn } from './clients.ts'
export {
  defaultPort,
  issuer,
  issuerAt,
  machineClientId,
  machineClientSecret,
  pluginClientId,
  pluginClientSecret,
  scopes,
  userClientId,
  userPoolId,
} from './pool.ts'
export { startCognito } from './server.ts'
export { signedClaims } from './signed-claims.ts'
export { jwks, loadSigningKey, type SigningKey } from './signing-key.ts'
export { issueAccessToken, issueIdToken, subOf } from './tokens.ts'
