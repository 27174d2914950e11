// Generated from spec/ by `npm run generate`. Do not edit.

/** Every answer carries these headers, whether the app or API Gateway gives it. */
export const securityHeaders: Record<string, string> = {
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'X-XSS-Protection': '0',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
}

/** Headers that a page of another origin may send. */
export const corsAllowHeaders: string[] = [
  'authorization',
  'content-type',
  'x-api-key',
  'x-amz-date',
  'x-amz-security-token',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'x-request-id',
  'mcp-protocol-version',
  'mcp-method',
  'mcp-name',
]

/** Headers that a page of another origin may read. */
export const corsExposeHeaders: string[] = [
  'ETag',
  'Location',
  'Retry-After',
  'Idempotent-Replayed',
  'Allow',
  'X-Request-Id',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
]
