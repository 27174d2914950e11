// The bucket's CORS rule: pages of every origin may upload and download. Preflights, and the headers of answers.
import { S3Error } from './error.ts'
import type { Answer } from './operation.ts'
import type { Headers } from './request.ts'

const methods = ['PUT', 'GET', 'HEAD']

const allowed = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': methods.join(', '),
  'access-control-expose-headers': 'ETag',
  'access-control-max-age': '3000',
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
}

export function preflight(headers: Headers): Answer {
  const method = headers.get('access-control-request-method')
  if (!headers.has('origin') || method === undefined)
    throw new S3Error('BadRequest', {}, 'Insufficient information. Origin request header needed.')
  if (!methods.includes(method)) throw new S3Error('AccessForbidden', { Method: method, ResourceType: 'OBJECT' })
  const requested = headers.get('access-control-request-headers')
  return {
    status: 200,
    headers: { ...allowed, ...(requested !== undefined && { 'access-control-allow-headers': requested }) },
  }
}

/** The headers of answers, refusals included. Without them a page cannot read the error. */
export const corsHeaders = (method: string | undefined, origin: string | undefined): Record<string, string> =>
  origin !== undefined && methods.includes(method ?? '') ? allowed : {}
