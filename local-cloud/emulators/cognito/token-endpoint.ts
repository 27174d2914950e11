// The pool's OAuth token endpoint: client_credentials for the machine client.
import { machineClientId, machineClientSecret, scopes } from './pool.ts'
import type { SigningKey } from './signing-key.ts'
import { issueAccessToken } from './tokens.ts'

type TokenAnswer = { status: 200 | 400; body: object }

// Cognito answers 400 to every error, also to a wrong secret.
const refused = (error: string): TokenAnswer => ({ status: 400, body: { error } })

const basic = (authorization: string) => {
  const [, encoded = ''] = /^basic +(\S+)$/i.exec(authorization) ?? []
  return Buffer.from(encoded, 'base64').toString()
}

export const answerTokenRequest = (
  key: SigningKey,
  { authorization = '', contentType = '', form }: { authorization?: string; contentType?: string; form: string },
): TokenAnswer => {
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return refused('invalid_request')
  const parameters = new URLSearchParams(form)
  if (basic(authorization) !== `${machineClientId}:${machineClientSecret}`) return refused('invalid_client')
  const grant = parameters.get('grant_type')
  if (grant === null) return refused('invalid_request')
  if (grant !== 'client_credentials') return refused('unsupported_grant_type')
  const wanted = parameters.get('scope')?.split(' ').filter(Boolean) ?? []
  if (wanted.some((scope) => !scopes.includes(scope))) return refused('invalid_scope')
  const scope = (wanted.length > 0 ? wanted : scopes).join(' ')
  const expiresIn = 3600
  return {
    status: 200,
    body: { access_token: issueAccessToken(key, { scope, expiresIn }), expires_in: expiresIn, token_type: 'Bearer' },
  }
}
