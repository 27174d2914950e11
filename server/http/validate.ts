// Judges a request by its operation's compiled validators, and gives a valid one the defaults of the contract.
import type { ErrorObject, ValidateFunction } from 'ajv'
import type { BodyValidators, Validators } from '../../generated/validators/index.ts'

type Request = {
  params?: Record<string, unknown>
  query: Record<string, unknown>
  headers: Record<string, string>
  /** Headers and cookies with the types of the contract, where it has others than text. */
  header?: Record<string, unknown>
  cookie?: Record<string, unknown>
  body: unknown
  /** The media type of the body, as the contract names it, unless it is the JSON one. */
  mediaType?: string | undefined
}

/** The errors; none for a valid request. */
export function validate(validators: Validators, request: Request): ErrorObject[] {
  const { params, query, headers, header = headers, cookie = {}, body, mediaType } = request
  const { params: validateParams, fillParams, media = {} } = validators
  const { body: validateBody, fillBody }: BodyValidators =
    mediaType === undefined ? validators : (media[mediaType] ?? {})
  const given = { path: params, query, header, cookie }
  const wrapped = body === undefined ? {} : { requestBody: body }
  const ofBody = errorsOf(validateBody, wrapped)
  const ofParams = errorsOf(validateParams, given)
  if (ofBody.length + ofParams.length > 0) return [...ofBody, ...ofParams]
  // The defaults come last: a value that the caller left out breaks no rule.
  fillBody?.(wrapped)
  fillParams?.(given)
  return []
}

function errorsOf(validateValue: ValidateFunction | undefined, value: object): ErrorObject[] {
  try {
    return !validateValue || validateValue(value) ? [] : (validateValue.errors ?? [])
  } catch (error) {
    // The stack has no room for the value, or an expression none for its text.
    if (!(error instanceof RangeError)) throw error
    const [part = ''] = Object.keys(value)
    const message = 'is nested too deeply, or too long, to be read'
    return [{ keyword: 'size', instancePath: `/${part}`, schemaPath: '', params: {}, message }]
  }
}
