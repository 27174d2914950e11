// The one thing a token check cannot do without when it remembers nothing: the RSA operation.
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { createPublicKey, verify } from 'node:crypto'
import { pool } from '../pool.ts'

const [jwk = {}] = pool().jwks.keys
const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })

export function handler({ headers }: APIGatewayProxyEvent) {
  const token = headers.Authorization?.slice('Bearer '.length) ?? ''
  const end = token.lastIndexOf('.')
  const valid = verify('sha256', Buffer.from(token.slice(0, end)), key, Buffer.from(token.slice(end + 1), 'base64url'))
  return Promise.resolve({ statusCode: valid ? 200 : 401, body: '' })
}
