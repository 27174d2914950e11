// Which hosts and origins the emulator answers: those of this machine, so that no other website signs anybody in.
import { isIPv4, isIPv6 } from 'node:net'

const bare = (host: string) => host.replace(/^\[|\]$/g, '').toLowerCase()

const isLoopback = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIPv4(host) && host.startsWith('127.'))

/**
 * Whether a Host header names this machine. A foreign name that leads here is a DNS rebinding.
 * @param localAddress The address of this machine at which the connection arrived.
 */
export function isThisMachine(hostHeader: string | undefined, localAddress: string | undefined): boolean {
  const [, name = ''] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(hostHeader ?? '') ?? []
  const host = bare(name)
  if (host === '') return false
  if (isLoopback(host)) return true
  const isNumber = isIPv4(host) || isIPv6(host)
  return isNumber && host === (localAddress ?? '').replace(/^::ffff:/i, '').toLowerCase()
}

/** @param callbackUrls The registered addresses: their pages may ask for tokens too. */
export function isAllowedOrigin(origin: string, callbackUrls: readonly string[]): boolean {
  if (!/^[a-z][a-z\d+.-]*:\/\/[^/]+$/i.test(origin) || !URL.canParse(origin)) return false
  if (callbackUrls.some((url) => new URL(url).origin === origin)) return true
  const { protocol, hostname } = new URL(origin)
  return /^https?:$/.test(protocol) && isLoopback(bare(hostname))
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
