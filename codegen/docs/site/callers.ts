// Who may call an operation, in words.
import type { Operation } from '../../model.ts'
import { scopesOf } from '../../model/scopes.ts'

export function callersOf(operation: Operation): string {
  const { caller, protocol } = operation
  if (caller === 'anyone') return 'Anyone, without a credential.'
  if (caller === 'apiKey') return 'Systems with an API key.'
  const named = scopesOf(operation)
    .map((scope) => `\`${scope}\``)
    .join(' or ')
  const programs = named === '' ? 'a token' : `an access token that carries ${named}`
  return protocol ? `Programs with ${programs}.` : `Signed-in users with an ID token, and programs with ${programs}.`
}
