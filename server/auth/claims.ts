// Checks of a token that aws-jwt-verify does not make: it checks the signature, the issuer, the client and the expiry.

/** The claims that the server reads from a Cognito token. */
export type Claims = {
  token_use: 'id' | 'access'
  sub: string
  iat: number
  exp: number
  scope?: string
  client_id?: string
  aud?: string | string[]
  username?: string
  'cognito:username'?: string
}

/** Cognito's tokens have 1 to 2 KB. A much longer token is refused before the costly RSA operation. */
const maxTokenLength = 8192
const clockSkewSeconds = 60
/** Cognito's longest token lives a day. */
const maxLifetimeSeconds = 86_400 + clockSkewSeconds

/**
 * Returns the claims of a token that is not verified yet. Throws on a token that the library would accept, although it
 * has repeated claims, critical headers (RFC 7515, 4.1.11), no subject, or missing or impossible times.
 */
export function parseClaims(token: string, now = Date.now() / 1000): Claims {
  if (token.length > maxTokenLength) throw new Error('the token is too long')
  const [header, claims] = token.split('.', 2).map(parsePart)
  if (!header || !claims) throw new Error('the token has no claims')
  if ('crit' in header) throw new Error('the token has critical headers')
  const { sub, iat, exp } = claims
  if (typeof sub !== 'string' || sub === '') throw new Error('the token has no subject')
  if (!isTime(iat) || iat > now + clockSkewSeconds) throw new Error('the token was issued in the future')
  if (!isTime(exp) || exp > iat + maxLifetimeSeconds) throw new Error('the token does not expire in time')
  return claims as Claims
}

const isTime = (value: unknown): value is number => Number.isSafeInteger(value)

function parsePart(part: string): Record<string, unknown> {
  const text = Buffer.from(part, 'base64url').toString('utf8')
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a JSON object')
  if (topLevelNames(text).length !== Object.keys(value).length) throw new Error('a member is given twice')
  return value as Record<string, unknown>
}

/** The names of a JSON object's members as they are written, with repeated names. */
function topLevelNames(text: string): string[] {
  const names: string[] = []
  let depth = 0
  let last = ''
  for (const [lexeme] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (lexeme === '{' || lexeme === '[') depth += 1
    else if (lexeme === '}' || lexeme === ']') depth -= 1
    else if (lexeme === ':' && depth === 1) names.push(last)
    last = lexeme
  }
  return names
}
