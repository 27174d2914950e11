// Problem: the one error that reaches a client, and its rendering as application/problem+json (RFC 9457).
import { problems, type ProblemSlug } from '../generated/problems.ts'
import type { HttpResponse } from './http.ts'

/** One place in the request that is wrong. */
export type Fault = { pointer: string; detail: string } | { parameter: string; detail: string }

type Extras = { errors?: Fault[]; headers?: Record<string, string>; cause?: unknown }

/** More faults than this help nobody. */
const maxFaults = 20

export class Problem extends Error {
  readonly slug: ProblemSlug
  readonly errors: Fault[] | undefined
  readonly headers: Record<string, string>

  constructor(slug: ProblemSlug, detail: string, { errors, headers = {}, cause }: Extras = {}) {
    super(detail, { cause })
    this.slug = slug
    this.errors = errors?.slice(0, maxFaults)
    this.headers = headers
  }
}

/** A 400 that names each place. */
export function invalid(...errors: Fault[]): Problem {
  const [first] = errors
  const place = first && ('pointer' in first ? `${first.pointer || 'the body'} ` : `${first.parameter} `)
  return new Problem(
    'invalid-request',
    `The request does not match the contract: ${place ?? ''}${first?.detail ?? ''}.`,
    {
      errors,
    },
  )
}

export function renderProblem(problem: Problem, request: { path: string; requestId: string }): HttpResponse {
  const { status, title } = problems[problem.slug]
  const detail = problem.message
  const body = {
    type: `/docs/problems/${problem.slug}`,
    title,
    status,
    detail,
    instance: request.path,
    requestId: request.requestId,
    ...(problem.errors && { errors: problem.errors }),
    error: title,
    message: detail,
  }
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...problem.headers },
    body: JSON.stringify(body),
  }
}
