// The address of the service, as the gateway was called.
import type { HttpRequest } from './message.ts'
import { stagePath } from './stage-path.ts'

/** The address of the service, for a request that does not tell it: a test in the console, for example. */
const unknownAddress = 'http://localhost'

const domainPattern = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:]+\](:\d{1,5})?$/i

/**
 * The address that the gateway was called at. The stage is a part of it, unless the API has a domain of its own. A domain of
 * API Gateway never has a port: the local cloud's has.
 */
export function addressOf(request: HttpRequest): string {
  const domain = request.gateway?.domainName
  if (typeof domain !== 'string' || !domainPattern.test(domain)) return unknownAddress
  return `${domain.includes(':') ? 'http' : 'https'}://${domain}${stagePath(request)}`
}
