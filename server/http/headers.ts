// Headers that every answer carries, whether the app gives it or API Gateway: security and CORS.

export const securityHeaders: Record<string, string> = {
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'X-XSS-Protection': '0',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
}

export const corsAllowHeaders: string[] = [
  'authorization',
  'content-type',
  'x-api-key',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'x-request-id',
]

export const corsExposeHeaders: string[] = [
  'ETag',
  'Location',
  'Retry-After',
  'Idempotent-Replayed',
  'Allow',
  'X-Request-Id',
]
