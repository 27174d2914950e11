// The body of an operation that takes more than JSON objects: its value and media type, or a 415, 413 or 400.
import type { Route } from '../../generated/routes.ts'
import { readMedia } from './bodies.ts'
import type { HttpRequest } from './message.ts'
import { invalid, Problem } from './problem.ts'

export function readAnyBody({ headers, body }: HttpRequest, { media = [], nullIsNoBody }: Route) {
  if (!body || body.length === 0) return { body: undefined, mediaType: undefined }
  const read = readMedia({ headers, body }, media)
  if ('refusal' in read) {
    const { refusal } = read
    if (refusal.status === 400) throw invalid(...refusal.faults)
    throw new Problem(refusal.status === 413 ? 'payload-too-large' : 'unsupported-media-type', refusal.detail)
  }
  const { value, mediaType } = read
  return { body: value === null && nullIsNoBody ? undefined : value, mediaType }
}
