// A token that the verifier looks at in full, and refuses: its signature is nobody's.
const bytesOfSignature = 256

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

export function unsignedToken(iss: string, kid: string | undefined): string {
  const iat = Math.floor(Date.now() / 1000)
  const claims = { sub: 'nobody', iss, token_use: 'id', iat, exp: iat + 1 }
  return [encode({ alg: 'RS256', kid }), encode(claims), Buffer.alloc(bytesOfSignature).toString('base64url')].join('.')
}
