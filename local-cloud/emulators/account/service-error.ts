// An error of an AWS service, as its protocol names it.

export class ServiceError extends Error {
  readonly type: string
  readonly status: number
  constructor(type: string, message: string, status = 400) {
    super(message)
    this.type = type
    this.status = status
  }
}

export type Input = Readonly<Record<string, unknown>>

/** The text of a parameter. Throws the error of the service when there is none. */
export function textIn(input: Input, name: string, type = 'InvalidParameterException'): string {
  const value = input[name]
  if (typeof value !== 'string' || value === '') throw new ServiceError(type, `Missing required parameter ${name}`)
  return value
}
