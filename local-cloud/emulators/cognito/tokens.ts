// Issues ID and access tokens with the claims that a Cognito user pool gives them.
import { createHash, randomUUID, sign } from 'node:crypto'
import { issuer, machineClientId, userClientId } from './pool.ts'
import type { SigningKey } from './signing-key.ts'

/** `expiresIn` is in seconds, `now` in milliseconds since the epoch. */
type Lifetime = { expiresIn: number; clientId?: string; now?: number }

const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const signed = ({ privateKey, jwk }: SigningKey, claims: object) => {
  const content = `${segment({ kid: jwk.kid, alg: jwk.alg })}.${segment(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

/** The user's id: a UUID of version 8 made from the name. It is the same after every restart. */
export const subOf = (user: string) => {
  const bytes = createHash('sha256').update(`${issuer}/${user}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

// An expired token was valid once: it was issued an hour before its end.
const times = (expiresIn: number, now: number) => {
  const exp = Math.floor(now / 1000) + expiresIn
  const iat = expiresIn > 0 ? exp - expiresIn : exp - 3600
  return { auth_time: iat, iat, exp }
}

export const issueIdToken = (
  key: SigningKey,
  {
    user,
    email = `${user}@example.com`,
    expiresIn,
    clientId = userClientId,
    now = Date.now(),
  }: Lifetime & { user: string; email?: string },
): string =>
  signed(key, {
    sub: subOf(user),
    email_verified: true,
    iss: issuer,
    'cognito:username': user,
    origin_jti: randomUUID(),
    aud: clientId,
    event_id: randomUUID(),
    token_use: 'id',
    ...times(expiresIn, now),
    jti: randomUUID(),
    email,
  })

/** With `user`, the token of a signed-in person; without it, the token of a program (client_credentials). */
export const issueAccessToken = (
  key: SigningKey,
  {
    scope,
    user,
    expiresIn,
    clientId = user === undefined ? machineClientId : userClientId,
    now = Date.now(),
  }: Lifetime & { scope: string; user?: string },
): string => {
  const person = user !== undefined && { username: user, origin_jti: randomUUID(), event_id: randomUUID() }
  return signed(key, {
    sub: user === undefined ? clientId : subOf(user),
    ...person,
    token_use: 'access',
    scope,
    ...times(expiresIn, now),
    iss: issuer,
    version: 2,
    jti: randomUUID(),
    client_id: clientId,
  })
}
