// The stand-in for a Cognito user pool, as the rest of the local cloud sees it.
export { issuer, machineClientId, machineClientSecret, scopes, userClientId, userPoolId } from './pool.ts'
export { startCognito } from './server.ts'
export { jwks, loadSigningKey, type SigningKey } from './signing-key.ts'
export { issueAccessToken, issueIdToken, subOf } from './tokens.ts'
