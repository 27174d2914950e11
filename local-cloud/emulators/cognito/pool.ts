// The identity of the local user pool: the values that tokens, verifiers and clients must agree on.
import { identifier, name, scopes } from '../../../generated/names.ts'

export const userPoolId = `us-east-1_${identifier}`

/** The address of the real service, because verifiers derive it from the pool's id. Nothing local answers there. */
export const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`

const prefix = name.replaceAll('-', '')

/** The client of signed-in people: public, without a secret. */
export const userClientId = `${prefix}localusers0000001`

/** The client of programs: client_credentials with `machineClientSecret`. */
export const machineClientId = `${prefix}localmachine00001`

/** Public on purpose: it opens nothing but the emulator on the developer's own machine. */
export const machineClientSecret = `${name}-local-client-secret`

export { scopes }
