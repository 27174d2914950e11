// A token with other claims, signed again by the same pool.
import { sign } from 'node:crypto'
import type { SigningKey } from '../local-cloud/emulators/cognito/index.ts'

const segment = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export function signed({ privateKey }: SigningKey, token: string, claims: object): string {
  const [header = '', body = ''] = token.split('.')
  const known = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
  const content = `${header}.${segment({ ...known, ...claims })}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}
