// The errors that the service, or something in front of it, answered.
import type { ProblemPlace, ProblemType } from '../../generated/client-sdk/errors.ts'
import { SdkError } from './errors.ts'

/** The members of a problem document (RFC 9457) that are read, whatever the contract says of it. */
type Member = 'type' | 'title' | 'detail' | 'errors' | 'requestId'

/** A failed answer. */
export type ProblemFacts = {
  status: number
  headers: Headers
  /** The parsed body when it was JSON, else its text. */
  body: unknown
  operation: string | undefined
  /** What the message calls it, where it is no operation. */
  name?: string
}

/**
 * The service, or something in front of it, answered with a failure (RFC 9457).
 *
 * @example
 * try {
 *   await items.get(id)
 * } catch (error) {
 *   if (error instanceof NotFoundError) return undefined
 *   throw error
 * }
 */
export class ProblemError extends SdkError {
  static override readonly name: string = 'ProblemError'
  /** The HTTP status. */
  declare readonly status: number
  /** The kind of problem: a link to its documentation. `about:blank` when the answer was not a problem document. */
  declare readonly type: ProblemType
  /** The kind of problem in words, the same each time. */
  declare readonly title: string
  /** What happened this time, and how to correct it. */
  declare readonly detail: string | undefined
  /** Each wrong place of bad input; empty otherwise. */
  declare readonly errors: readonly ProblemPlace[]
  /** The request's id. Quote it when you ask for help. */
  declare readonly requestId: string | undefined
  /** The headers of the answer. A clone of the error has none. */
  declare readonly headers: Headers
  /** The parsed body when it was JSON, else its text, such as a proxy's HTML page. A clone of the error has none. */
  declare readonly body: unknown

  constructor({ status, headers, body, operation, name }: ProblemFacts) {
    // Safe cast: every member is tested before use, and other values have none of the members.
    const problem = Object(body) as Partial<Record<Member, unknown>>
    const text = (member: Member) => (typeof problem[member] === 'string' ? problem[member] : undefined)
    const title = text('title') ?? `HTTP ${status}`
    const detail = text('detail')
    super(
      `${name ?? operation ?? 'request'} failed: ${status} ${detail ?? title}`,
      // Safe cast: these members of errors do not show in logs, as a cause does not.
      { headers, body } as ErrorOptions,
      {
        status,
        type: text('type') ?? 'about:blank',
        title,
        detail,
        errors: [problem.errors].flat().filter((place) => Object(place) === place),
        // The response of a test may have no headers.
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
        requestId: headers?.get('x-request-id') ?? text('requestId'),
        operation,
      },
    )
  }
}

/** Gives the class of a status. A bundle that imports none of these classes has no such function. */
export const classes: { of?: (status: number) => (new (facts: ProblemFacts) => ProblemError) | undefined } = {}

export const problemFrom = (facts: ProblemFacts): ProblemError =>
  new (classes.of?.(facts.status) ?? ProblemError)(facts)
