// The identity of the local user pool: the values that tokens, verifiers and clients must agree on.
import { identifier, name, scopes } from '../../../generated/names.ts'

export const userPoolId = `us-east-1_${identifier}`

/** The port of `LOCAL_COGNITO_PORT` when the variable is not set. */
export const defaultPort = 4020

/** The issuer of tokens: the address at which the pool listens, and its id. */
export const issuerAt = (url: string) => `${url}/${userPoolId}`

/** The issuer at the default address. */
export const issuer = issuerAt(`http://localhost:${defaultPort}`)

const prefix = name.replaceAll('-', '')

/** The client of signed-in people: public, without a secret. */
export const userClientId = `${prefix}localusers0000001`

/** The client of programs: client_credentials with `machineClientSecret`. */
export const machineClientId = `${prefix}localmachine00001`

/** Public on purpose: it opens nothing but the emulator on the developer's own machine. */
export const machineClientSecret = `${name}-local-client-secret`

/** The client of agent platforms: people sign in, and the platform's server has a secret. */
export const pluginClientId = `${prefix}localplugin000001`

/** Public on purpose, like the other secret. */
export const pluginClientSecret = `${name}-local-plugin-secret`

export { scopes }
