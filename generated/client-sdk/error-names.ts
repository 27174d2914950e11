// Generated from spec/ by `npm run generate`. Do not edit.

/** The name of the base class. */
export const baseName = 'FrontdeskError'

/** Status → the name of the class. `5XX` stands for every other failure of the service. */
export const errorNames = {
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
} as const
