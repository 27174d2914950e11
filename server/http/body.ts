// A request's JSON body. Refuses other media types, large bodies, and JSON that has two meanings or must not be stored.
import { readJson } from './json.ts'
import { invalid, Problem } from './problem.ts'
import type { HttpRequest } from './message.ts'

const maxBytes = 262_144

type BodyOptions = {
  /** The operation needs no body. Clients of some generators then send `null` instead of nothing. */
  nullIsNoBody?: boolean | undefined
}

/** Returns the body's value, or undefined when there is no body. Throws 415, 413 or 400. */
export function readBody(request: HttpRequest, { nullIsNoBody = false }: BodyOptions = {}): unknown {
  const { body } = request
  if (!body || body.length === 0) return undefined
  refuseBytes(request)
  const read = readJson(body)
  if ('refusal' in read) throw invalid(read.refusal)
  const { value } = read
  if (value === null && nullIsNoBody) return undefined
  if (typeof value !== 'object' || value === null) throw invalid({ pointer: '', detail: 'must be an object' })
  return value
}

/** Throws 415 or 413, before anything of the body is read. */
export function refuseBytes({ headers, body }: HttpRequest) {
  if (!body || body.length === 0) return
  requireJson(headers)
  if (body.length > maxBytes) {
    throw new Problem('payload-too-large', `The body has ${body.length} bytes; at most ${maxBytes} are accepted.`)
  }
}

function requireJson({ 'content-type': type = '', 'content-encoding': encoding }: HttpRequest['headers']) {
  const json = /^application\/json *(?:; *charset="?utf-8"? *)?$/i.test(type.trim())
  if (!json) throw new Problem('unsupported-media-type', 'The body must be sent as application/json, in UTF-8.')
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return
  throw new Problem('unsupported-media-type', 'The body must be sent without a content encoding.')
}
