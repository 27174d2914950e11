// Cross-origin access: the headers of answers and of preflight answers.
import { corsAllowHeaders, corsExposeHeaders } from '../../generated/headers.ts'

const preflightSeconds = 86_400

const exposed = { 'Access-Control-Expose-Headers': corsExposeHeaders.join(',') }

type Origins = { allowedOrigins: readonly string[]; mcpOrigins: readonly string[] }

/** The origins whose pages may read an answer. Documents at well-known addresses (RFC 8615) are for everyone. */
export function originsFor(path: string, { allowedOrigins, mcpOrigins }: Origins): readonly string[] {
  if (path.startsWith('/.well-known/')) return ['*']
  return path === '/mcp' ? [...allowedOrigins, ...mcpOrigins] : allowedOrigins
}

/** @param allowed The origins of `CORS_ALLOW_ORIGINS`. `*` allows every origin. */
export function corsHeaders(allowed: readonly string[], origin: string | undefined): Record<string, string> {
  if (allowed.includes('*')) return { 'Access-Control-Allow-Origin': '*', ...exposed }
  // The answer depends on the origin, also when the origin is not allowed.
  const vary = { Vary: 'Origin' }
  if (origin === undefined || !allowed.includes(origin)) return vary
  return { 'Access-Control-Allow-Origin': origin, ...exposed, ...vary }
}

export function preflightHeaders(methods: readonly string[]): Record<string, string> {
  return {
    Allow: methods.join(', '),
    'Access-Control-Allow-Methods': methods.join(','),
    'Access-Control-Allow-Headers': corsAllowHeaders.join(','),
    'Access-Control-Max-Age': String(preflightSeconds),
  }
}
