// Which operations have a route of their own in API Gateway. The catch-all route can take those that need nothing of it.
import type { Model, Operation } from '../model.ts'
import { wantsAccessToken } from './access-token.ts'

/** A member of the contract's root. */
export const catchAll = 'x-gateway-catch-all' as const

export const segmentsOf = (path: string) => path.slice(1).split('/')
const firstOf = ({ path }: Operation) => segmentsOf(path)[0] ?? ''

export const wantsKey = ({ security }: Operation) => security.some((requirement) => 'apiKey' in requirement)

/** Everybody may read it, so that a stage may cache its answers. */
export const isPublicRead = ({ method, security }: Operation) => method === 'get' && security.length === 0

export const isStream = ({ answers }: Operation) =>
  answers.some(({ content }) => content.some(({ type }) => type === 'text/event-stream'))

/**
 * All operations; with `x-gateway-catch-all`, those that begin with the same segment as one that needs the gateway for a
 * key, an access token, a cached answer or a stream. Whole trees: a route below another one would hide it from the catch-all route.
 */
export function operationsWithRoutes({ document, operations }: Model): Operation[] {
  if (document[catchAll] !== true) return operations
  const needsRoute = (operation: Operation) =>
    wantsKey(operation) || wantsAccessToken(operation) || isPublicRead(operation) || isStream(operation)
  const kept = new Set(operations.filter(needsRoute).map(firstOf))
  return operations.filter((operation) => kept.has(firstOf(operation)))
}
