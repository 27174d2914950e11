// How a tool sends its request to the app, and what happens when the app refuses the caller.
import { problems, type ProblemSlug } from '../../generated/problems.ts'
import type { HttpResponse } from '../http/message.ts'
import { Problem } from '../http/problem.ts'
import type { Members } from '../tools/members.ts'

/** A token that is refused is no matter of the model: its client signs in again. So the refusal answers the message. */
export function accepted(response: HttpResponse): HttpResponse {
  const { status, headers, body = '{}' } = response
  if (status !== 401 && status !== 403) return response
  const { type, detail } = JSON.parse(body) as Members
  const slug = String(type).split('/').at(-1) ?? ''
  const challenge = headers['WWW-Authenticate']
  throw new Problem(Object.hasOwn(problems, slug) ? (slug as ProblemSlug) : 'forbidden', String(detail), {
    headers: challenge === undefined ? {} : { 'WWW-Authenticate': challenge },
  })
}
