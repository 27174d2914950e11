// Tells the hosts and origins of this machine from others, so that no other website signs anybody in.
import { isIP } from 'node:net'
import { hostIn, isLoopback } from '../../this-machine.ts'

/** Browsers take `.localhost` for this machine, so that front ends can have hosts of their own (RFC 6761, 6.3). */
const isLocal = (host: string) => isLoopback(host) || host.endsWith('.localhost')

/**
 * Whether a Host header names the sign-in. It is stricter than `isThisMachine`: a request without Host is refused, and of
 * the numbers only the one at which the connection arrived counts.
 * @param localAddress The address of this machine at which the connection arrived.
 */
export function isOwnHost(header: string | undefined, localAddress: string | undefined): boolean {
  const host = hostIn(header ?? '')
  if (isLocal(host)) return true
  return isIP(host) !== 0 && host === (localAddress ?? '').replace(/^::ffff:/i, '').toLowerCase()
}

/** @param callbackUrls The registered addresses: their pages may ask for tokens too. */
export function isAllowedOrigin(origin: string, callbackUrls: readonly string[]): boolean {
  if (!/^[a-z][a-z\d+.-]*:\/\/[^/]+$/i.test(origin) || !URL.canParse(origin)) return false
  if (callbackUrls.some((url) => new URL(url).origin === origin)) return true
  const { protocol, hostname } = new URL(origin)
  return /^https?:$/.test(protocol) && isLocal(hostIn(hostname))
}

/** The CORS headers of an answer; undefined when this origin may not ask. */
export function corsHeaders(
  origin: string | undefined,
  asked: string | undefined,
  callbackUrls: readonly string[],
): Record<string, string> | undefined {
  if (origin === undefined) return { vary: 'Origin' }
  if (!isAllowedOrigin(origin, callbackUrls)) return undefined
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': asked ?? 'authorization, content-type',
    'access-control-expose-headers': 'WWW-Authenticate',
    'access-control-max-age': '600',
  }
}
