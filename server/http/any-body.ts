// The body of an operation that takes more than JSON objects: its value and media type, or a 415, 413 or 400.
import type { Route } from '../../generated/routes.ts'
import { canBeEmpty, readMedia } from './bodies.ts'
import type { HttpRequest } from './message.ts'
import { invalid, Problem } from './problem.ts'

const nothing = Buffer.alloc(0)

export function readAnyBody({ headers, body = nothing }: HttpRequest, { media = [], nullIsNoBody }: Route) {
  const isSent = body.length > 0 || canBeEmpty(headers['content-type'], media)
  if (!isSent) {
    if (!nullIsNoBody) throw invalid({ pointer: '', detail: 'is required' })
    return { body: undefined, mediaType: undefined }
  }
  const read = readMedia({ headers, body }, media)
  if ('refusal' in read) {
    const { refusal } = read
    if (refusal.status === 400) throw invalid(...refusal.faults)
    throw new Problem(refusal.status === 413 ? 'payload-too-large' : 'unsupported-media-type', refusal.detail)
  }
  const { value, mediaType } = read
  return { body: value === null && nullIsNoBody ? undefined : value, mediaType }
}
