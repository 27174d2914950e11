// generated/client-sdk/error-names.ts: the SDK's error classes by status.
import { namesIn } from '../contract-names.ts'
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, print } from '../typescript/print.ts'
import { member, quote, table } from '../typescript/syntax.ts'

export function renderErrorNames(model: Model): string {
  const { sdkErrors } = model
  const base = `export const baseName = ${quote(namesIn(model).client.error)}`
  const rows = Object.entries(sdkErrors).map(([status, name]) => member(status, quote(name)))
  const doc = 'Status → the name of the class. `5XX` stands for every other failure of the service.'
  return print([
    [comment('The name of the base class.'), base, hardline, hardline],
    [comment(doc), 'export const errorNames = ', table(rows), ' as const', hardline],
  ])
}

/** The class of a status, a range or `default`. A contract without names of its own has those of the SDK. */
export function errorNameOf({ sdkErrors }: Model, status: number | string): string {
  const names = Object.keys(sdkErrors).length > 0 ? sdkErrors : usual
  return names[status] ?? names[`${String(status).charAt(0)}XX`] ?? 'ProblemError'
}

/** The classes of client-sdk/src/errors.ts. */
const usual: Record<string, string> = {
  400: 'BadRequestError',
  401: 'UnauthenticatedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  412: 'PreconditionFailedError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'UnprocessableContentError',
  429: 'RateLimitError',
  431: 'HeadersTooLargeError',
  503: 'ServiceUnavailableError',
  504: 'GatewayTimeoutError',
  '5XX': 'ServerError',
}
