// An error of the service, and the check that throws the one for a wrong request.

/** `type` is the exception's name. */
export class BedrockError extends Error {
  readonly status: number
  readonly type: string
  constructor(status: number, type: string, message: string) {
    super(message)
    this.status = status
    this.type = type
  }
}

export function must(holds: boolean, message: string): asserts holds {
  if (!holds) throw new BedrockError(400, 'ValidationException', message)
}

export const constraint = (member: string, says: string) =>
  `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must ${says}`

export type Members = Record<string, unknown>

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
