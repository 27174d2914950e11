// Issues ID and access tokens with the claims that a Cognito user pool gives them.
import { createHash, randomUUID, sign } from 'node:crypto'
import { issuer, machineClientId, userClientId, userPoolId } from './pool.ts'
import type { SigningKey } from './signing-key.ts'

/** `expiresIn` is in seconds, `now` in milliseconds since the epoch. */
type Lifetime = { expiresIn: number; clientId?: string; now?: number; session?: Session }

/** The sign-in that a token comes from: its id, and when the person signed in (in milliseconds since the epoch). */
export type Session = { origin: string; signedInAt: number }

const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const signed = ({ privateKey, jwk }: SigningKey, claims: object) => {
  const content = `${segment({ kid: jwk.kid, alg: jwk.alg })}.${segment(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

/** The user's id: a UUID of version 8 made from the name. It is the same after every restart, and on every port. */
export const subOf = (user: string) => {
  const pool = `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`
  const bytes = createHash('sha256').update(`${pool}/${user}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

// An expired token was valid once: it was issued an hour before its end.
const times = (expiresIn: number, now: number, session?: Session) => {
  const exp = Math.floor(now / 1000) + expiresIn
  const iat = expiresIn > 0 ? exp - expiresIn : exp - 3600
  return { auth_time: session ? Math.floor(session.signedInAt / 1000) : iat, iat, exp }
}

/** Binds an ID token to the access token beside it (OpenID Connect Core, 3.1.3.6). */
const hashOf = (accessToken: string) =>
  createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')

export const issueIdToken = (
  key: SigningKey,
  {
    user,
    email = `${user}@example.com`,
    expiresIn,
    clientId = userClientId,
    now = Date.now(),
    session,
    nonce,
    accessToken,
  }: Lifetime & { user: string; email?: string; nonce?: string; accessToken?: string },
): string =>
  signed(key, {
    ...(accessToken !== undefined && { at_hash: hashOf(accessToken) }),
    sub: subOf(user),
    email_verified: true,
    iss: key.issuer ?? issuer,
    'cognito:username': user,
    ...(nonce !== undefined && { nonce }),
    origin_jti: session?.origin ?? randomUUID(),
    aud: clientId,
    event_id: randomUUID(),
    token_use: 'id',
    ...times(expiresIn, now, session),
    jti: randomUUID(),
    email,
  })

/**
 * With `user`, the token of a signed-in person; without it, the token of a program (client_credentials).
 * `resource` becomes the audience. Without it an access token of Cognito has none.
 */
export const issueAccessToken = (
  key: SigningKey,
  {
    scope,
    user,
    expiresIn,
    clientId = user === undefined ? machineClientId : userClientId,
    now = Date.now(),
    session,
    resource,
  }: Lifetime & { scope: string; user?: string; resource?: string },
): string => {
  const origin = session?.origin ?? randomUUID()
  const person = user !== undefined && { username: user, origin_jti: origin, event_id: randomUUID() }
  return signed(key, {
    sub: user === undefined ? clientId : subOf(user),
    ...person,
    token_use: 'access',
    scope,
    ...times(expiresIn, now, session),
    iss: key.issuer ?? issuer,
    ...(resource !== undefined && { aud: resource }),
    version: 2,
    jti: randomUUID(),
    client_id: clientId,
  })
}
