// The claims of a token that the pool has signed.
import { createPublicKey, verify } from 'node:crypto'
import type { SigningKey } from './signing-key.ts'

export type SignedClaims = { token_use: string; exp: number; iss: string; sub: string; scope?: string }

/** Undefined for everything that the pool has not signed. Whether the token has expired is left to the caller. */
export function signedClaims({ privateKey }: SigningKey, token: string): SignedClaims | undefined {
  const [header = '', claims = '', signature = ''] = token.split('.')
  const content = Buffer.from(`${header}.${claims}`)
  const isOurs = verify('sha256', content, createPublicKey(privateKey), Buffer.from(signature, 'base64url'))
  // Safe cast: the pool signs nothing but the tokens of tokens.ts.
  return isOurs ? (JSON.parse(Buffer.from(claims, 'base64url').toString()) as SignedClaims) : undefined
}
