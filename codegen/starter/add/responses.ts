// The security and the problems that an operation of a kind documents.
import type { Access } from './resource.ts'

type Secured = { access: Access; scopes: { read: string; write: string } }
type Right = 'read' | 'write'

const isFree = ({ access }: Secured, right: Right) => access === 'anyone' && right === 'read'

export function securityOf(of: Secured, right: Right): string {
  if (isFree(of, right)) return '[]'
  return of.access === 'api-key' ? '[{ apiKey: [] }]' : `[{ cognito: [${of.scopes[right]}] }]`
}

const names: Record<string, string> = {
  '400': 'BadRequest',
  '401': 'Unauthenticated',
  '403': 'InsufficientScope',
  '404': 'NotFound',
  '412': 'PreconditionFailed',
  '413': 'PayloadTooLarge',
  '415': 'UnsupportedMediaType',
  '422': 'IdempotencyKeyReused',
  '429': 'TooManyRequests',
  '431': 'HeadersTooLarge',
  '500': 'InternalError',
  '503': 'ServiceUnavailable',
  '504': 'GatewayTimeout',
}
/** What every operation can answer. */
const always = ['400', '429', '431', '500', '503', '504']

/** Lines of `responses:`, below those of the successes. */
export function responses(of: Secured, right: Right, more: string[]): string {
  const byKey = of.access === 'api-key'
  const ofCaller = isFree(of, right) ? [] : byKey ? ['403'] : ['401', '403']
  const statuses = [...always, ...ofCaller, ...more].toSorted()
  const nameOf = (status: string) => (byKey && status === '403' ? 'Forbidden' : (names[status] ?? ''))
  return statuses.map((status) => `    '${status}': { $ref: 'problem.yaml#/responses/${nameOf(status)}' }\n`).join('')
}
