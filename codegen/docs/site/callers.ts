// Who may call an operation, in words.
import type { Operation } from '../../model.ts'

export function callersOf({ caller, protocol, security }: Operation): string {
  if (caller === 'anyone') return 'Anyone, without a credential.'
  if (caller === 'apiKey') return 'Systems with an API key.'
  const scopes = [...new Set(security.flatMap((alternative) => Object.values(alternative).flat()))]
  const named = scopes.map((scope) => `\`${scope}\``).join(' or ')
  const programs = named === '' ? 'a token' : `an access token that carries ${named}`
  return protocol ? `Programs with ${programs}.` : `Signed-in users with an ID token, and programs with ${programs}.`
}
