// The errors of reading a request: what the server's modules throw, without the problem types of one contract.

/** One place in the request that is wrong. */
export type Fault = { pointer: string; detail: string } | { parameter: string; detail: string }

export class Problem extends Error {
  readonly slug: string
  readonly errors: Fault[] | undefined
  readonly headers: Record<string, string>

  constructor(
    slug: string,
    detail: string,
    { errors, headers = {} }: { errors?: Fault[]; headers?: Record<string, string> } = {},
  ) {
    super(detail)
    this.slug = slug
    this.errors = errors
    this.headers = headers
  }
}

export const invalid = (...errors: Fault[]): Problem =>
  new Problem('invalid-request', 'The request does not match the contract.', { errors })
