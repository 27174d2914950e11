// The identity of the local user pool: what tokens, verifiers and clients must agree on.
export const userPoolId = 'us-east-1_Frontdesk'

// The address of the real service although nothing answers there: verifiers derive it from the pool's id.
export const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`

/** The client of signed-in people: public, without a secret. */
export const userClientId = 'frontdesklocalusers0000001'

/** The client of programs: client_credentials with `machineClientSecret`. */
export const machineClientId = 'frontdesklocalmachine00001'

// In the open on purpose: it opens nothing but the stand-in on the developer's own machine.
export const machineClientSecret = 'frontdesk-local-client-secret'

export const scopes: readonly string[] = ['frontdesk/read', 'frontdesk/write']
