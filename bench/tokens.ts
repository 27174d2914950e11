// The user pool of the benchmark: its public key for the apps, and a token that it signed.
import { createSign, generateKeyPairSync } from 'node:crypto'
import { clientId, issuer } from './apps/pool.ts'

const kid = 'bench'
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

export function createPool() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    sub: '8f2c1c1e-0000-4000-8000-000000000001',
    iss: issuer,
    aud: clientId,
    token_use: 'id',
    auth_time: now,
    iat: now,
    exp: now + 3600,
    'cognito:username': 'alice',
    email: 'alice@example.com',
  }
  const signed = `${encode({ alg: 'RS256', kid })}.${encode(claims)}`
  const token = `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`
  return { jwks: JSON.stringify({ keys: [key] }), token }
}
