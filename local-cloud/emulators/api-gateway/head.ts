// The head of a request as API Gateway judges it: its target, its Host header and its size.
import type { IncomingMessage } from 'node:http'

/**
 * The quota for the request line and all header values together (API Gateway developer guide, quotas for REST APIs). AWS
 * does not document the answer. Reports name a 431, and the text "HTTP header is larger than 10240 bytes".
 */
export const maxHeadBytes = 10_240

export function headBytes({ method = '', url = '', httpVersion, rawHeaders }: IncomingMessage): number {
  const values = rawHeaders.filter((_, index) => index % 2 === 1)
  // Node reads each byte of a head as one character.
  return `${method} ${url} HTTP/${httpVersion}`.length + values.reduce((sum, { length }) => sum + length, 0)
}

/** HTTP/1.1 requires exactly one Host header, with a valid value (RFC 9112, 3.2). */
export function hasOneHost({ httpVersion, headersDistinct: { host = [] } }: IncomingMessage): boolean {
  if (host.length === 0) return httpVersion === '1.0'
  return host.length === 1 && /^[^\s/?#@,\\]+$/.test(host.join())
}

/** The path and query of a target in absolute form (RFC 9112, 3.2.2). Any other target stays as it is. */
export function originForm(target = '/'): string {
  const [absolute] = /^https?:\/\/[^/?#]+/i.exec(target) ?? []
  if (absolute === undefined) return target
  const rest = target.slice(absolute.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}
