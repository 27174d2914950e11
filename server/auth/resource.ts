// The protected resource that assistants sign in to: its address, its pages, and what a refusal tells about it (RFC 9728).
import { scopes } from '../../generated/names.ts'
import type { HttpRequest } from '../http/message.ts'
import { addressOf } from '../http/own-address.ts'
import { Problem } from '../http/problem.ts'

/** The path of the operation with another protocol. */
const path = '/mcp'

/** The address that a person gives to the assistant. */
export const resourceOf = (request: HttpRequest): string => `${addressOf(request)}${path}`

/** The refusal, with the address of the metadata. A client without a token learns from it where to sign in. */
export function withMetadata(error: unknown, request: HttpRequest): unknown {
  const challenge = error instanceof Problem ? error.headers['WWW-Authenticate'] : undefined
  if (!(error instanceof Problem) || challenge === undefined) return error
  const metadata = `resource_metadata="${addressOf(request)}/.well-known/oauth-protected-resource${path}"`
  const scope = challenge.includes('scope="') ? '' : `, scope="${scopes.join(' ')}"`
  const { message, slug, errors, headers, cause } = error
  const told = { ...headers, 'WWW-Authenticate': `${challenge}, ${metadata}${scope}` }
  return new Problem(slug, message, { ...(errors && { errors }), headers: told, cause })
}

/** Throws 403 for a page of another origin. `http://localhost:*` allows every port. */
export function refuseOrigin({ headers: { origin } }: Pick<HttpRequest, 'headers'>, allowed: readonly string[]) {
  if (origin === undefined || allowed.includes(origin)) return
  const withAnyPort = origin.replace(/(?<=^https?:\/\/[^/]+?)(:\d+)?$/, ':*')
  if (allowed.includes(withAnyPort)) return
  throw new Problem('forbidden', 'Pages of this origin may not call this operation.')
}
