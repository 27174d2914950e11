// Refusals as problem documents (RFC 9457), which every client can read.
import type { Problem } from '../../../server/http/problem.ts'
import type { Answer } from './answers.ts'

const statuses: Record<string, number> = {
  'invalid-request': 400,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
}

export function refusal(
  status: number,
  detail: string,
  headers: Record<string, string> = {},
  errors?: object[],
): Answer {
  const body = { type: 'about:blank', title: `Error ${status}`, status, detail, ...(errors && { errors }) }
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body: JSON.stringify(body) }
}

export const problemAnswer = ({ slug, message, headers, errors }: Problem): Answer =>
  refusal(statuses[slug] ?? 500, message, headers, errors)
