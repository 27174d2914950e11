// Problem: the only error that reaches a client, and its rendering as application/problem+json (RFC 9457).
import { problems, type ProblemSlug } from '../../generated/problems.ts'
import type { HttpResponse } from './message.ts'

/** One place in the request that is wrong. */
export type Fault = { pointer: string; detail: string } | { parameter: string; detail: string }

type Extras = { errors?: Fault[]; headers?: Record<string, string>; cause?: unknown; isElsewhere?: boolean }

/** A longer list of faults would not help the client. */
const maxFaults = 20
/** The contract's bound on a problem's texts. They can contain long names from the request. */
const maxText = 4000

export class Problem extends Error {
  readonly slug: ProblemSlug
  readonly errors: Fault[] | undefined
  readonly headers: Record<string, string>
  /** No version of this code could have avoided it. So a new version is not rolled back for it. */
  readonly isElsewhere: boolean

  constructor(slug: ProblemSlug, detail: string, { errors, headers = {}, cause, isElsewhere = false }: Extras = {}) {
    // No stack trace here: capturing one costs more than the refusal, and nobody reads it.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(detail, { cause })
    Error.stackTraceLimit = stackTraceLimit
    this.slug = slug
    this.errors = errors?.slice(0, maxFaults)
    this.headers = headers
    this.isElsewhere = isElsewhere
  }
}

/** A 400 that names each wrong place. */
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

const cut = (text: string) => (text.length <= maxText ? text : `${text.slice(0, maxText - 1).toWellFormed()}…`)

export function renderProblem(problem: Problem, request: { path: string; requestId: string }): HttpResponse {
  const { status, title } = problems[problem.slug]
  const detail = cut(problem.message)
  const errors = problem.errors?.map((fault) =>
    'pointer' in fault ? { ...fault, pointer: cut(fault.pointer) } : { ...fault, parameter: cut(fault.parameter) },
  )
  const body = {
    type: `/docs/problems/${problem.slug}`,
    title,
    status,
    detail,
    instance: request.path,
    requestId: request.requestId,
    ...(errors && { errors }),
    error: title,
    message: detail,
  }
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...problem.headers },
    body: JSON.stringify(body),
  }
}
