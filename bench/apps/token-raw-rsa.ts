// The RSA operation, which every check of a token needs that remembers nothing.
import type { Jwks } from 'aws-jwt-verify/jwk'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { createPublicKey, verify } from 'node:crypto'

export function create() {
  // Safe cast: processes.ts wrote it.
  const [jwk = {}] = (JSON.parse(process.env.BENCH_JWKS ?? '{}') as Jwks).keys
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  return ({ headers }: APIGatewayProxyEvent) => {
    const token = headers.Authorization?.slice('Bearer '.length) ?? ''
    const end = token.lastIndexOf('.')
    const signature = Buffer.from(token.slice(end + 1), 'base64url')
    const isValid = verify('sha256', Buffer.from(token.slice(0, end)), key, signature)
    return Promise.resolve({ statusCode: isValid ? 200 : 401, body: '' })
  }
}
